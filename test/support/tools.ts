/**
 * The programs that deeper tests run beside ours. In: a program's name. Out: false where it is there, or the reason to
 * skip the test. On CI nothing is skipped: there a missing program is an error.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export function needTool(name: string): false | string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  if (folders.some((folder) => isProgram(join(folder, name)))) return false;
  const reason = `${name} is not installed; .ci/run says how`;
  if (process.env.CI === "true") throw new Error(reason);
  return reason;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
