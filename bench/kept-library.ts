/**
 * Stores in a folder with a library and the edition before it, as a run of the press finds them on a Monday. In: the
 * folder, the seeds, how many topics there are and one in how many statements has changed since. Out: nothing but the
 * folder. It presses nothing: the edition before is frozen and published without files.
 */
import { join } from "node:path";
import { applyMigrations } from "../scripts/apply-migrations.ts";
import { patiently } from "../scripts/await-run.ts";
import { openWorker } from "../scripts/local-worker.ts";
import { runTogether } from "../src/library/commands.ts";
import type { Library } from "../src/model/library.ts";
import { freeze } from "../src/store/freeze.ts";
import { indexCommands, keepEdition } from "../src/store/publish.ts";
import { writeLibrary } from "../test/support/write-library.ts";

export const PUBLIC_URL = "https://example.org";
/** What the run is called that presses it. */
export const RUN = "bench";

export async function keepLibrary(persist: string, library: Library, oneIn: number): Promise<void> {
  const worker = openWorker({ persist, settings: { PUBLIC_URL }, log: () => {} });
  try {
    const { LIBRARY, SHEETS } = await worker.getBindings<Env>();
    await patiently(() => applyMigrations(LIBRARY, join(import.meta.dirname, "../migrations")));
    const before = freeze(earlier(library, oneIn), {
      id: "2026-W46",
      issued: "2026-11-09T05:00:00.000Z",
      timeZone: "Europe/Berlin",
      site: PUBLIC_URL,
      program: "0".repeat(16),
      changes: null,
      correction: null,
      corrected: null,
    });
    await patiently(() => keepEdition(SHEETS, before));
    await patiently(() => runTogether(LIBRARY, indexCommands(before.entry)));
    await patiently(() => writeLibrary(LIBRARY, library));
  } finally {
    await worker.dispose();
  }
}

/** Every so many statements said something else, in all languages. */
function earlier(library: Library, oneIn: number): Library {
  const otherwise = (text: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(text).map(([language, words]) => [language, `${words.slice(0, -1)} then`]));
  return {
    ...library,
    statements: library.statements.map((statement, i) =>
      i % oneIn === 0 ? { ...statement, text: otherwise(statement.text) } : statement,
    ),
  };
}
