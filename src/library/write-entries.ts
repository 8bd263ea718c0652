/**
 * Writes entries to the library in D1. In: what entries are to say, and of which revision each was when its writer looked
 * at it; who writes and why. Out: all of it written, or nothing and why: somebody else wrote the same entry (`Conflict`),
 * or the library as a whole would not hold (`BadLibrary`). Whatever else is written meanwhile is kept, and the whole looked
 * at again.
 */
import { type EntryName, entriesOf, type LibraryEntry, libraryOf, nameOf } from "../model/entries.ts";
import { parseLibrary } from "../model/parsing/parse-library.ts";
import { Conflict } from "../model/problem.ts";
import { runTogether } from "./commands.ts";
import { readEntries, type StoredLibrary } from "./read-entries.ts";
import { whereIn } from "./read-library.ts";
import { type WriteFacts, wasWrittenSince, writeCommands } from "./write-commands.ts";

export interface Edit extends EntryName {
  /** The revision that its writer saw; null where there was no such entry. */
  readonly from: number | null;
  /** Null removes it. What is new stands last of its kind. */
  readonly value: object | null;
}

/** Who writes at the same moment as so many others in a row should look before going on. */
const TRIES = 5;

/** @throws Conflict, BadLibrary */
export async function writeEntries(db: D1Database, edits: readonly Edit[], facts: WriteFacts): Promise<void> {
  for (let tries = 1; ; tries++) {
    const seen = await readEntries(db);
    const input = libraryOf(edited(seen, edits));
    const { library } = parseLibrary(input, whereIn(input));
    const commands = writeCommands(seen, entriesOf(library), facts);
    if (commands.length === 0) return;
    try {
      return await runTogether(db, commands);
    } catch (error) {
      if (!wasWrittenSince(error) || tries === TRIES) throw error;
    }
  }
}

function edited({ entries }: StoredLibrary, edits: readonly Edit[]): readonly LibraryEntry[] {
  const there = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const clashes = edits.flatMap((edit) => {
    const now = there.get(nameOf(edit));
    if ((now?.revision ?? null) === edit.from) return [];
    return [{ entry: nameOf(edit), ours: edit.value, theirs: now?.value ?? null }];
  });
  if (clashes.length > 0) throw new Conflict(clashes);
  const after = new Map<string, LibraryEntry>(there);
  for (const { kind, id, value } of edits) {
    if (value === null) after.delete(nameOf({ kind, id }));
    else after.set(nameOf({ kind, id }), { kind, id, value });
  }
  return [...after.values()];
}
