/** Two libraries compared, one as the press compares it. In: both. Out: the differences. */
import { type Changes, compareWith } from "../../src/model/changes.ts";
import type { Library } from "../../src/model/library.ts";

export function compareLibraries(since: string, before: Library, after: Library): Changes {
  const comparison = compareWith(since, after);
  for (const was of before.statements) comparison.statement(was);
  for (const was of before.disputes) comparison.dispute(was);
  return comparison.changes();
}
