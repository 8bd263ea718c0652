/**
 * Takes the library out of D1. In: the database. Out: the library, after the same parser that every other library passes,
 * so that a row changed by hand cannot reach a sheet unnoticed. It changes nothing.
 */
import { addTo, emptyInput, type LibraryInput } from "../model/entries.ts";
import type { Library } from "../model/library.ts";
import { pathText } from "../model/parsing/finding.ts";
import { parseLibrary, type Where } from "../model/parsing/parse-library.ts";
import { eachRow } from "./read-entries.ts";

/** Null where nobody has written a library yet. */
export async function readLibrary(db: D1Database): Promise<Library | null> {
  const input = await readInput(db);
  return input === null ? null : parseLibrary(input, whereIn(input)).library;
}

/** In the shape of a library but unchecked. Nothing else of its rows is kept, for the parser makes as much again of it. */
async function readInput(db: D1Database): Promise<LibraryInput | null> {
  const input = emptyInput();
  let rows = 0;
  await eachRow(db, "value", ({ kind, value }) => {
    addTo(input, String(kind), JSON.parse(String(value)));
    rows++;
  });
  return rows === 0 ? null : input;
}

/** Mistakes are told by the entry's name, for nobody knows the number of a row. */
export function whereIn(input: LibraryInput): Where {
  return ([kind = "library", index, ...rest]) => {
    const list = input[kind];
    const id = Array.isArray(list) ? (list[Number(index)] as { id?: unknown } | undefined)?.id : undefined;
    if (typeof id !== "string") return { file: "D1 table entries" };
    return { file: "D1 table entries", field: pathText([`${kind}[${id}]`, ...rest]) };
  };
}
