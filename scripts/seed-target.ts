/**
 * The library that `npm run seed` reads and writes: that of local stores, or of production. In: the folder of local stores.
 * Out: what lies there, what lay there before, and a way to write. It asks nobody and judges nothing.
 */
import { join } from "node:path";
import { type Command, runTogether } from "../src/library/commands.ts";
import {
  ENTRIES_AT,
  HISTORY,
  inEditorsOrder,
  type Revision,
  type Row,
  readEntries,
  revisionOf,
  STATE,
  type StoredEntry,
  type StoredLibrary,
  storedEntry,
  type Write,
} from "../src/library/read-entries.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { patiently } from "./await-run.ts";
import { openDatabase } from "./local-worker.ts";

export interface SeedTarget {
  read(): Promise<StoredLibrary>;
  /** All entries as they were after a write. */
  entriesAt(revision: number): Promise<readonly StoredEntry[]>;
  /** A write and those after it; none where it was never made. */
  writesFrom(revision: number): Promise<readonly Write[]>;
  /** Of every entry of that name, oldest first. */
  history(id: string): Promise<readonly Revision[]>;
  /** All of it or nothing. */
  write(commands: readonly Command[]): Promise<void>;
  close(): Promise<void>;
}

export const WRITES_FROM = "SELECT * FROM writes WHERE revision >= ?1 ORDER BY revision";

export async function localStores(state: string, onMigration: (name: string) => void): Promise<SeedTarget> {
  const local = openDatabase(join(state, "v3"));
  const { LIBRARY } = await local.getBindings<Pick<Env, "LIBRARY">>();
  for (const name of await applyMigrations(LIBRARY, join(import.meta.dirname, "../migrations"))) onMigration(name);
  const rowsOf = async (sql: string, revision: number): Promise<readonly Row[]> =>
    (await LIBRARY.prepare(sql).bind(revision).all<Row>()).results;
  return {
    read: async () => await readEntries(LIBRARY),
    entriesAt: async (revision) => inEditorsOrder((await rowsOf(ENTRIES_AT, revision)).map(storedEntry)),
    writesFrom: async (revision) => (await rowsOf(WRITES_FROM, revision)) as unknown as readonly Write[],
    history: async (id) => (await LIBRARY.prepare(HISTORY).bind(id).all<Row>()).results.map(revisionOf),
    write: async (commands) => {
      // A connection that was closed while commands were made of a large library must not show at the write itself.
      await patiently(() => LIBRARY.prepare(STATE).first());
      await runTogether(LIBRARY, commands);
    },
    close: async () => await local.dispose(),
  };
}
