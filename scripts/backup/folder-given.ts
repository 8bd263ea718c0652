/**
 * What was typed behind `npm run backup --` and `npm run restore --`. In: the words. Out: the folder and which installation
 * is meant, or what should have been typed.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BadBackup } from "./folder.ts";

export interface Given {
  readonly dir: string;
  readonly remote: boolean;
  /** The state of local stores, as wrangler keeps it. */
  readonly persistTo: string;
}

export function folderGiven(command: "backup" | "restore"): Given {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      remote: { type: "boolean", default: false },
      "persist-to": { type: "string", default: join(import.meta.dirname, "../../.wrangler/state") },
    },
  });
  const [dir, ...others] = positionals;
  if (dir === undefined || others.length > 0)
    throw new BadBackup(`name one folder for the backup: npm run ${command} -- ../einblatt-backup`);
  return { dir, remote: values.remote, persistTo: values["persist-to"] };
}
