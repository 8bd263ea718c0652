/**
 * The built Worker in workerd, with a D1 and an R2 of its own in memory, migrated and seeded by the code that
 * `npm run seed` runs. In: nothing, or a library of one's own. Out: `fetch` as a client would call it, the two stores,
 * and an end. Tests share one where they only read.
 */
import { join } from "node:path";
import { PROGRAM } from "../../generated/program.ts";
import { applyMigrations } from "../../scripts/apply-migrations.ts";
import { openWorker } from "../../scripts/local-worker.ts";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import { runTogether } from "../../src/library/commands.ts";
import { writeLibrary } from "../../src/library/write-library.ts";
import type { Library } from "../../src/model/library.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { freeze } from "../../src/store/freeze.ts";
import { keepEdition, publishCommands } from "../../src/store/publish.ts";

export const ROOT = join(import.meta.dirname, "..", "..");
export const SITE = "http://localhost:8787";
/** A Thursday in week 47 of 2026. */
const ISSUED = "2026-11-19T05:00:00.000Z";
export const EDITION_FACTS = {
  id: "2026-W47",
  issued: ISSUED,
  timeZone: "Europe/Berlin",
  site: SITE,
  program: PROGRAM.name,
  changes: null,
  correction: null,
  corrected: null,
} as const;

export interface TestWorker {
  /** Redirects are not followed. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Where it listens on this machine, for clients that are programs of their own. */
  readonly listening: Promise<URL>;
  /** What the cron does at a time, ISO 8601. */
  readonly tick: (time: string) => Promise<void>;
  readonly LIBRARY: D1Database;
  readonly SHEETS: R2Bucket;
  readonly PRESS: Workflow<OrderInput>;
  readonly library: Library;
  readonly stop: () => Promise<void>;
}

interface Ticked {
  readonly scheduled: (event: { cron: string; scheduledTime: Date }) => Promise<{ outcome: string }>;
}

export interface WorkerOptions {
  readonly library?: Library;
  /** Whether there is a library and an edition of it, none of whose files is made yet. */
  readonly seeded?: boolean;
  /** A folder that outlives the Worker. */
  readonly persist?: string;
  /** What is told of editions. */
  readonly announceTo?: string;
  readonly schedule?: string;
  /** For how long the index of editions is remembered; not at all, unless a test is about that. */
  readonly indexSeconds?: string;
  /** Whether downloads are counted. */
  readonly counts?: "on" | "off";
  /** Takes what the Worker logs, which otherwise nobody sees. */
  readonly log?: (line: string) => void;
}

export async function startWorker(options: WorkerOptions = {}): Promise<TestWorker> {
  const { persist, announceTo = "", indexSeconds = "0", counts = "off", log = () => {} } = options;
  const { schedule = "Monday 06:00 Europe/Berlin" } = options;
  const settings = {
    PUBLIC_URL: SITE,
    SCHEDULE: schedule,
    ANNOUNCE_TO: announceTo,
    INDEX_SECONDS: indexSeconds,
    COUNTS: counts,
  };
  const miniflare = openWorker({ settings, log, ...(persist === undefined ? {} : { persist }) });
  const { LIBRARY, SHEETS, PRESS } = await miniflare.getBindings<Env>();
  await applyMigrations(LIBRARY, join(ROOT, "migrations"));
  const library = options.library ?? (await loadSeeds(join(ROOT, "seeds"))).library;
  if (options.seeded !== false) await issueUnpressed({ LIBRARY, SHEETS }, library);
  return {
    fetch: async (path, init = {}) => {
      const url = path.startsWith("http") ? path : `${SITE}${path}`;
      return (await miniflare.dispatchFetch(url, { redirect: "manual", ...init } as object)) as unknown as Response;
    },
    listening: miniflare.ready,
    tick: async (time) => {
      const worker = (await miniflare.getWorker()) as unknown as Ticked;
      const { outcome } = await worker.scheduled({ cron: "0 * * * *", scheduledTime: new Date(time) });
      if (outcome !== "ok") throw new Error(`the tick ended in ${outcome}`);
    },
    LIBRARY,
    SHEETS,
    PRESS,
    library,
    stop: async () => await miniflare.dispose(),
  };
}

/** Writes the library and points readers at an edition of it none of whose files is made yet. */
async function issueUnpressed(stores: Pick<TestWorker, "LIBRARY" | "SHEETS">, library: Library): Promise<void> {
  await writeLibrary(stores.LIBRARY, library);
  const frozen = freeze(library, EDITION_FACTS);
  await keepEdition(stores.SHEETS, frozen);
  await runTogether(stores.LIBRARY, publishCommands(frozen.entry, null));
}
