/**
 * Takes the library out of D1. In: the database. Out: the library, after the same parser that every other library passes,
 * so that a row changed by hand cannot reach a sheet unnoticed. It changes nothing.
 */
import { libraryOf } from "../model/entries.ts";
import type { Library } from "../model/library.ts";
import { pathText } from "../model/parsing/finding.ts";
import { parseLibrary, type Where } from "../model/parsing/parse-library.ts";
import { readValues } from "./read-entries.ts";

/** Null where nobody has written a library yet. */
export async function readLibrary(db: D1Database): Promise<Library | null> {
  const entries = await readValues(db);
  if (entries.length === 0) return null;
  const input = libraryOf(entries);
  return parseLibrary(input, whereIn(input)).library;
}

/** Mistakes are told by the entry's name, for nobody knows the number of a row. */
export function whereIn(input: Readonly<Record<string, unknown>>): Where {
  return ([kind = "library", index, ...rest]) => {
    const list = input[kind];
    const id = Array.isArray(list) ? (list[Number(index)] as { id?: unknown } | undefined)?.id : undefined;
    if (typeof id !== "string") return { file: "D1 table entries" };
    return { file: "D1 table entries", field: pathText([`${kind}[${id}]`, ...rest]) };
  };
}
