/**
 * Where `npm run seed` writes to. In: the folder of local stores. Out: what lies there, and a library in its place. It asks
 * nobody and judges nothing.
 */
import { join } from "node:path";
import { type Entries, readEntries } from "../src/library/read-library.ts";
import { writeLibrary } from "../src/library/write-library.ts";
import type { Library } from "../src/model/library.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { openDatabase } from "./local-worker.ts";

export interface SeedTarget {
  read(): Promise<Seen>;
  /** Fails where the library was written since it was seen. */
  write(library: Library, seen: Seen): Promise<void>;
  close(): Promise<void>;
}

/** What lies there, and how often it had been written. */
export interface Seen {
  readonly entries: Entries;
  readonly writes: number;
}

export const WRITES = "SELECT number FROM library_writes";

export async function localStores(state: string, onMigration: (name: string) => void): Promise<SeedTarget> {
  const local = openDatabase(join(state, "v3"));
  const { LIBRARY } = await local.getBindings<Pick<Env, "LIBRARY">>();
  for (const name of await applyMigrations(LIBRARY, join(import.meta.dirname, "../migrations"))) onMigration(name);
  return {
    async read() {
      // Counted first, so that what is written while it is read is noticed.
      const writes = (await LIBRARY.prepare(WRITES).first<number>("number")) ?? 0;
      return { writes, entries: await readEntries(LIBRARY) };
    },
    write: async (library, { writes }) => await writeLibrary(LIBRARY, library, writes),
    close: async () => await local.dispose(),
  };
}
