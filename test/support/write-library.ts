/**
 * A library put in place of the one that is there, as a whole and unasked. In: the database and the library. Out: nothing;
 * where it says what is there already, nothing is written. Only tests and benches write like this.
 */
import { runTogether } from "../../src/library/commands.ts";
import { readEntries } from "../../src/library/read-entries.ts";
import { type WriteFacts, writeCommands } from "../../src/library/write-commands.ts";
import { entriesOf } from "../../src/model/entries.ts";
import type { Library } from "../../src/model/library.ts";

export const WRITE_FACTS: WriteFacts = {
  at: "2026-11-18T09:00:00.000Z",
  who: "a test",
  why: "to have something to print",
  way: "import",
  writer: "machine",
};

export async function writeLibrary(db: D1Database, library: Library): Promise<void> {
  const commands = writeCommands(await readEntries(db), entriesOf(library), WRITE_FACTS);
  if (commands.length > 0) await runTogether(db, commands);
}
