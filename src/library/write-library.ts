/**
 * Puts a library into D1 in place of the one that is there. In: a parsed library, and what is there. Out: what would be
 * added, changed and removed; SQL statements that belong into one transaction. Either all of it is written or nothing; it
 * never merges, and it does not decide which edition readers see.
 */
import type { Library } from "../model/library.ts";
import { KINDS } from "../model/parsing/parse-shape.ts";
import { type Command, runTogether } from "./commands.ts";
import { type TableRows, tablesOf } from "./tables.ts";

export interface Changes {
  readonly kind: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Well below what D1 takes as one parameter (2 MB) and, written out, as one statement (100 kB). */
const MOST_BYTES = 60_000;

/** With `seen`, how often the library had been written when it was looked at, they all fail where it was written since. */
export function writeCommands(library: Library, seen?: number): readonly Command[] {
  const tables = tablesOf(library);
  return [
    ...(seen === undefined ? [] : [unlessWrittenSince(seen)]),
    ...tables.toReversed().map(({ table }) => ({ sql: `DELETE FROM ${table}` })),
    ...tables.flatMap((table) => partsOf(table.rows).map((rows) => ({ sql: insertInto(table), rows }))),
    { sql: "UPDATE library_writes SET number = number + 1" },
  ];
}

/** What no JSON is makes the transaction fail (SQLite, JSON Functions, 3.1). */
function unlessWrittenSince(seen: number): Command {
  return { sql: `SELECT json(iif(number = ${seen}, '0', 'written since')) FROM library_writes` };
}

/** Whether commands failed because the library was written since it was looked at. */
export function wasWrittenSince(error: unknown): boolean {
  return error instanceof Error && error.message.includes("malformed JSON");
}

export async function writeLibrary(db: D1Database, library: Library, seen?: number): Promise<void> {
  await runTogether(db, writeCommands(library, seen));
}

/** Per kind, the identifiers whose entries are new, different or gone. */
export function changesBetween(before: Readonly<Record<string, unknown>>, after: Library): readonly Changes[] {
  const entries = (library: Readonly<Record<string, unknown>>, kind: string) =>
    new Map(((library[kind] ?? []) as { id: string }[]).map((entry) => [entry.id, JSON.stringify(entry)]));
  const subject = (library: Readonly<Record<string, unknown>>) =>
    library.subject === undefined ? [] : [{ id: "subject", ...(library.subject as object) }];
  const kinds = ["subject", ...KINDS];
  const old = { ...before, subject: subject(before) };
  const new_ = { ...after, subject: subject(after) };
  return kinds.map((kind) => {
    const [was, is] = [entries(old, kind), entries(new_, kind)];
    return {
      kind,
      added: [...is.keys()].filter((id) => !was.has(id)),
      changed: [...is].filter(([id, entry]) => was.has(id) && was.get(id) !== entry).map(([id]) => id),
      removed: [...was.keys()].filter((id) => !is.has(id)),
    };
  });
}

function insertInto({ table, columns, json }: TableRows): string {
  const values = columns.map((column) =>
    // An object comes out of json_extract as its JSON; a null stays null in both cases.
    json.includes(column) ? `value -> '$.${column}'` : `value ->> '$.${column}'`,
  );
  const fields = values.map((value, i) => (json.includes(columns[i] ?? "") ? `nullif(${value}, 'null')` : value));
  return `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${fields.join(", ")} FROM json_each(?1)`;
}

/** The rows as JSON arrays, each small enough for one statement. */
export function partsOf(rows: readonly object[]): readonly string[] {
  const parts: string[][] = [];
  let room = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const bytes = new TextEncoder().encode(json).length + 1;
    if (bytes > room) {
      parts.push([]);
      room = MOST_BYTES;
    }
    parts.at(-1)?.push(json);
    room -= bytes;
  }
  return parts.map((part) => `[${part.join(",")}]`);
}
