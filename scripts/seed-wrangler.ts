/**
 * The library of production, read and written with wrangler's own commands, for a script on somebody's machine has no
 * binding to production. In: whether it is production or a rehearsal on local stores. Out: what lies there, and a library
 * in its place. All of it goes in one file of SQL, which D1 takes whole or not at all.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqlText } from "../src/library/commands.ts";
import { entriesFrom, LIBRARY_TABLES } from "../src/library/read-library.ts";
import { type Row, rowsGiven } from "../src/library/row-reader.ts";
import { writeCommands } from "../src/library/write-library.ts";
import { wrangler } from "./run-wrangler.ts";
import { type SeedTarget, WRITES } from "./seed-target.ts";

/** Production, or the same commands rehearsed on local stores. */
export type Place = readonly ["--remote"] | readonly ["--local", "--persist-to", string];

export function throughWrangler(place: Place): SeedTarget {
  wrangler("d1", "migrations", "apply", "LIBRARY", ...place);
  return {
    async read() {
      const sql = [WRITES, ...LIBRARY_TABLES.map((table) => `SELECT * FROM ${table} ORDER BY rowid`)].join("; ");
      const [writes, ...tables]: readonly { readonly results: readonly Row[] }[] = JSON.parse(
        wrangler("d1", "execute", "LIBRARY", "--json", "--command", sql, ...place),
      );
      const rows = new Map(LIBRARY_TABLES.map((table, i) => [table, tables[i]?.results ?? []]));
      return { writes: Number(writes?.results[0]?.number), entries: await entriesFrom(rowsGiven(rows)) };
    },
    async write(library, { writes }) {
      const folder = mkdtempSync(join(tmpdir(), "einblatt-"));
      try {
        const file = join(folder, "library.sql");
        writeFileSync(file, sqlText(writeCommands(library, writes)));
        wrangler("d1", "execute", "LIBRARY", "--yes", "--file", file, ...place);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    close: async () => {},
  };
}
