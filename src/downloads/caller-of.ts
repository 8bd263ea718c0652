/**
 * What kind of program asks. In: the name that it gives itself in `User-Agent`. Out: readers, robots or scanners. It can be
 * trusted as far as that name: robots that call themselves a browser are readers here, and so are most of those that look
 * through mail for their firm, since they take care not to be known.
 */
import { isbot } from "isbot";
import type { Caller } from "./download.ts";

/** Systems that open the links of a mail before its reader does, of those that say who they are. */
const SCANNERS =
  /barracuda|forcepoint|fireeye|trellix|fortimail|gmail-content-sampling|ironport|mimecast|proofpoint|safelinks|sophos|symantec|trend ?micro|urlanalyzer|vade ?secure/i;

/** Longer than any browser's; what stands behind changes nothing, and a pattern need not run through it. */
const LENGTH = 512;

export function callerOf(userAgent: string | undefined): Caller {
  const name = (userAgent ?? "").slice(0, LENGTH);
  // Every browser says what it is, so what says nothing is none.
  if (name.trim() === "") return "robots";
  if (SCANNERS.test(name)) return "scanners";
  return isbot(name) ? "robots" : "readers";
}
