/**
 * What became of an entry, in words. In: its revisions, oldest first. Out: for each a line with its number, when, who and
 * why, and below it what was different. It reads no store.
 */
import type { Revision } from "../src/library/read-entries.ts";
import { differingFields, told, valueAt } from "../src/model/clash.ts";
import { nameOf } from "../src/model/entries.ts";
import { pathText } from "../src/model/parsing/finding.ts";

export function historyTold(revisions: readonly Revision[]): readonly string[] {
  return revisions.flatMap((revision, i) => {
    const { revision: number, at, who, why, way, value } = revision;
    const before = revisions[i - 1];
    const was = before !== undefined && nameOf(before) === nameOf(revision) ? before.value : null;
    const by = [
      who === "" ? "nobody on record" : who,
      ...(why === "" ? [] : [why]),
      ...(way === "import" ? [] : [way]),
    ];
    return [`${nameOf(revision)}, revision ${number}, ${at}, by ${by.join(": ")}`, ...differences(was, value)];
  });
}

function differences(was: object | null, value: object | null): readonly string[] {
  if (value === null) return ["  removed"];
  if (was === null) return [`  written: ${JSON.stringify(value)}`];
  const fields = differingFields([], was, value);
  if (fields.length === 0) return ["  moved among the others"];
  return fields.flatMap((path) => [
    `  ${pathText(path)}`,
    `    was: ${told(valueAt(was, path))}`,
    `    is:  ${told(valueAt(value, path))}`,
  ]);
}
