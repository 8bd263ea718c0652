/** Two libraries compared, one as the press compares it. In: both. Out: the differences. */
import { type Changes, compareWith } from "../../src/model/changes.ts";
import { entriesOf } from "../../src/model/entries.ts";
import type { Library } from "../../src/model/library.ts";

export function compareLibraries(since: string, before: Library, after: Library): Changes {
  const comparison = compareWith(since, after);
  for (const { kind, value } of entriesOf(before)) comparison.show(kind, value);
  return comparison.changes();
}
