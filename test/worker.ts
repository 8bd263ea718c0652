/**
 * The built Worker in workerd, with a D1 and an R2 of its own in memory, migrated and seeded by the code that
 * `npm run seed` runs. In: nothing, or a library of one's own. Out: `fetch` as a client would call it, the two stores,
 * and an end. Tests share one where they only read.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { PROGRAM } from "../generated/program.ts";
import { applyMigrations } from "../scripts/apply-migrations.ts";
import { loadSeeds } from "../scripts/read-seeds.ts";
import { freeze } from "../src/editions/freeze.ts";
import { keepEdition, publishCommands } from "../src/editions/publish.ts";
import { runTogether } from "../src/library/commands.ts";
import { writeLibrary } from "../src/library/write-library.ts";
import type { Library } from "../src/model/library.ts";

export const ROOT = join(import.meta.dirname, "..");
export const SITE = "http://localhost:8787";
/** A Thursday in week 47 of 2026. */
export const ISSUED = "2026-11-19T05:00:00.000Z";
export const IMPRINT = {
  id: "2026-W47",
  issued: ISSUED,
  site: SITE,
  program: PROGRAM,
  before: null,
  correction: null,
} as const;

export interface TestWorker {
  /** Redirects are not followed. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly LIBRARY: D1Database;
  readonly SHEETS: R2Bucket;
  readonly library: Library;
  readonly stop: () => Promise<void>;
}

export async function startWorker(
  options: { library?: Library; seeded?: boolean; indexSeconds?: string } = {},
): Promise<TestWorker> {
  const dist = join(ROOT, "dist");
  const modules = readdirSync(dist)
    .filter((name) => name.endsWith(".js") || name.endsWith(".bin"))
    .sort((a, b) => Number(b === "index.js") - Number(a === "index.js"))
    .map((name) => ({
      type: name.endsWith(".js") ? ("ESModule" as const) : ("Data" as const),
      path: join(dist, name),
    }));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules,
      modulesRoot: dist,
      compatibilityDate: "2026-11-17",
      compatibilityFlags: ["nodejs_compat"],
      d1Databases: ["LIBRARY"],
      r2Buckets: ["SHEETS"],
      bindings: { PUBLIC_URL: SITE, TIME_ZONE: "Europe/Berlin", INDEX_SECONDS: options.indexSeconds ?? "0" },
    }),
  );
  const { LIBRARY, SHEETS } = await miniflare.getBindings<{ LIBRARY: D1Database; SHEETS: R2Bucket }>();
  await applyMigrations(LIBRARY, join(ROOT, "migrations"));
  const library = options.library ?? (await loadSeeds(join(ROOT, "seeds"))).library;
  if (options.seeded !== false) await issueUnpressed({ LIBRARY, SHEETS }, library);
  return {
    fetch: async (path, init = {}) => {
      const url = path.startsWith("http") ? path : `${SITE}${path}`;
      return (await miniflare.dispatchFetch(url, { redirect: "manual", ...init } as object)) as unknown as Response;
    },
    LIBRARY,
    SHEETS,
    library,
    stop: async () => await miniflare.dispose(),
  };
}

/** Writes the library and points readers at an edition of it none of whose files is made yet. */
async function issueUnpressed(stores: Pick<TestWorker, "LIBRARY" | "SHEETS">, library: Library): Promise<void> {
  await writeLibrary(stores.LIBRARY, library);
  const frozen = await freeze(library, IMPRINT);
  await keepEdition(stores.SHEETS, frozen);
  await runTogether(stores.LIBRARY, publishCommands(frozen.entry, null));
}
