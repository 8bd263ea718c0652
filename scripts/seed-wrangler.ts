/**
 * The library of production, read and written with wrangler's own commands, for a script on somebody's machine has no
 * binding to production. In: whether it is production or a rehearsal on local stores. Out: what lies there, and a way to
 * write. All that is written goes in one file of SQL, which D1 takes whole or not at all.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqlText } from "../src/library/commands.ts";
import {
  ENTRIES_AT,
  HISTORY,
  inEditorsOrder,
  type Row,
  revisionOf,
  STATE,
  stateOf,
  storedEntry,
  type Write,
} from "../src/library/read-entries.ts";
import { wrangler } from "./run-wrangler.ts";
import { type SeedTarget, WRITES_FROM } from "./seed-target.ts";

/** Production, or the same commands rehearsed on local stores. */
export type Place = readonly ["--remote"] | readonly ["--local", "--persist-to", string];

export function throughWrangler(place: Place): SeedTarget {
  wrangler("d1", "migrations", "apply", "LIBRARY", ...place);
  const resultsOf = (sql: string): readonly (readonly Row[])[] => {
    const answers: readonly { readonly results: readonly Row[] }[] = JSON.parse(
      wrangler("d1", "execute", "LIBRARY", "--json", "--command", sql, ...place),
    );
    return answers.map(({ results }) => results);
  };
  const rowsOf = (sql: string, revision: number): readonly Row[] =>
    resultsOf(sql.replaceAll("?1", String(revision)))[0] ?? [];
  return {
    async read() {
      const [state, entries = []] = resultsOf(`${STATE}; SELECT * FROM entries`);
      return { ...stateOf(state?.[0]), entries: inEditorsOrder(entries.map(storedEntry)) };
    },
    entriesAt: async (revision) => inEditorsOrder(rowsOf(ENTRIES_AT, revision).map(storedEntry)),
    writesFrom: async (revision) => rowsOf(WRITES_FROM, revision) as unknown as readonly Write[],
    history: async (id) => (resultsOf(HISTORY.replace("?1", `'${id.replaceAll("'", "''")}'`))[0] ?? []).map(revisionOf),
    async write(commands) {
      const folder = mkdtempSync(join(tmpdir(), "einblatt-"));
      try {
        const file = join(folder, "library.sql");
        writeFileSync(file, sqlText(commands));
        wrangler("d1", "execute", "LIBRARY", "--yes", "--file", file, ...place);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    close: async () => {},
  };
}
