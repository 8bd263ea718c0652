/**
 * The built Worker in workerd, with a D1 and an R2 of its own. In: what the stores are to hold: a pressed edition of the
 * tests' own library unless something else is asked for. Out: `fetch` as a client would call it, the two stores, and an
 * end. Tests share one where they only read.
 */
import { cpSync, globSync, linkSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { applyMigrations } from "../../scripts/apply-migrations.ts";
import { BESIDE, openWorker } from "../../scripts/local-worker.ts";
import { runTogether } from "../../src/library/commands.ts";
import type { Library } from "../../src/model/library.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { freeze } from "../../src/store/freeze.ts";
import { indexCommands, keepEdition } from "../../src/store/publish.ts";
import { EDITION_FACTS, MIGRATIONS, SETTINGS, SITE } from "./edition-facts.ts";
import { HARBOUR } from "./fixtures.ts";
import { nearStores, STORES_WORKER } from "./near-stores.ts";
import { madeStores } from "./pressed.ts";
import { writeLibrary } from "./write-library.ts";

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
  /**
   * What is in the stores: an edition with all its files, which is copied and cheap; an edition none of whose files is
   * made yet; or nothing but tables. A library of one's own is unpressed.
   */
  readonly stores?: "pressed" | "unpressed" | "empty";
  readonly library?: Library;
  /** A folder that outlives the Worker; its stores are left as they are, unless it is asked to put something in. */
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
  const { persist, library = HARBOUR, log = () => {} } = options;
  const { stores = options.library === undefined && persist === undefined ? "pressed" : "unpressed" } = options;
  const { pressed, migrated, config } = await madeStores();
  const folder = persist ?? copyOf(stores === "pressed" ? pressed : migrated);
  const settings = {
    ...SETTINGS,
    ...(options.schedule === undefined ? {} : { SCHEDULE: options.schedule }),
    ...(options.announceTo === undefined ? {} : { ANNOUNCE_TO: options.announceTo }),
    ...(options.indexSeconds === undefined ? {} : { INDEX_SECONDS: options.indexSeconds }),
    ...(options.counts === undefined ? {} : { COUNTS: options.counts }),
  };
  const miniflare = openWorker({ settings, log, config, persist: folder, beside: STORES_WORKER });
  const { PRESS } = await miniflare.getBindings<Env>();
  const { LIBRARY, SHEETS, close } = nearStores(await miniflare.unsafeGetDirectURL(BESIDE));
  if (persist !== undefined) await applyMigrations(LIBRARY, MIGRATIONS);
  if (stores === "unpressed") await issueUnpressed({ LIBRARY, SHEETS }, library);
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
    stop: async () => {
      close();
      await miniflare.dispose();
      if (persist === undefined) rmSync(folder, { recursive: true });
    },
  };
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), "einblatt-worker-"));
  const isBlob = (path: string): boolean => basename(dirname(path)) === "blobs";
  cpSync(folder, copy, { recursive: true, filter: (path) => !isBlob(path) });
  // What R2 keeps is never written to again, so that both can have the same files.
  for (const blob of globSync("**/blobs/*", { cwd: folder })) linkSync(join(folder, blob), join(copy, blob));
  return copy;
}

/** Writes the library and points readers at an edition of it none of whose files is made yet. */
async function issueUnpressed(stores: Pick<TestWorker, "LIBRARY" | "SHEETS">, library: Library): Promise<void> {
  await writeLibrary(stores.LIBRARY, library);
  const frozen = freeze(library, EDITION_FACTS);
  await keepEdition(stores.SHEETS, frozen);
  await runTogether(stores.LIBRARY, indexCommands(frozen.entry));
}
