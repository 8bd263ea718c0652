/**
 * The press in this process, on the real stores of a Worker in workerd, with steps that a test can stop or see fail.
 * In: stores and what is to go wrong. Out: contexts, ways to do steps, and everything the stores hold as text. The
 * Workflow itself is tried in `press-workflow.test.ts`.
 */

import type { Library } from "../../src/model/library.ts";
import { type FileSet, filesIn } from "../../src/press/file-sets.ts";
import { runPress } from "../../src/press/press.ts";
import type { PressContext, Steps } from "../../src/press/press-context.ts";
import type { Outcome, Run } from "../../src/press/run-log.ts";
import type { UpkeepOutcome } from "../../src/press/upkeep-log.ts";
import type { Variant } from "../../src/render/variant.ts";
import { currentEdition, type EditionRow } from "../../src/store/edition-index.ts";
import { SITE } from "./edition-facts.ts";
import { smallLibrary } from "./small.ts";
import type { TestWorker } from "./worker.ts";
import { writeLibrary } from "./write-library.ts";

export type Stores = Pick<TestWorker, "LIBRARY" | "SHEETS">;

export interface ContextAndLog {
  readonly context: PressContext;
  readonly lines: Readonly<Record<string, unknown>>[];
}

export function contextOf({ LIBRARY, SHEETS }: Stores, own: Partial<PressContext> = {}): ContextAndLog {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const context: PressContext = {
    db: LIBRARY,
    bucket: SHEETS,
    program: "test",
    site: SITE,
    schedule: { weekday: 1, time: "06:00", timeZone: "Europe/Berlin" },
    filesIn,
    now: () => new Date("2026-11-23T05:00:01.000Z"),
    log: (line) => lines.push(line),
    announce: null,
    ...own,
  };
  return { context, lines };
}

/** A step that fails is tried again so often, at once. */
export function stepsThatRetry(times: number): Steps {
  return {
    do: async (_, work) => {
      for (let tried = 0; ; tried++) {
        try {
          return await work();
        } catch (error) {
          if (tried === times) throw error;
        }
      }
    },
  };
}

/** Of each sheet a PDF and a text: enough to publish, and to lose. */
export function twoFilesIn(set: FileSet): readonly Variant[] {
  return filesIn(set).filter(
    (file) => file.kind === "sheet" && file.paper === "a4" && ["pdf", "txt"].includes(file.ending),
  );
}

/** Everything in German; in other languages the PDF, which every sheet has to have. */
export function germanIn(set: FileSet): readonly Variant[] {
  const all = filesIn(set);
  if (set.language === "de") return all;
  return all.filter((file) => file.kind === "sheet" && file.paper === "a4" && file.ending === "pdf");
}

/** Two Mondays, six o'clock in Berlin. */
export const FIRST = "2026-11-16T05:00:00.000Z";
export const SECOND = "2026-11-23T05:00:00.000Z";

/** Orders the edition that is due at a time. */
export async function issueAt(
  context: PressContext,
  time: string,
  steps: Steps = stepsThatRetry(0),
): Promise<Outcome | UpkeepOutcome> {
  return await runPress(context, `issue-${time.slice(0, 13)}`, { kind: "issue", time }, new Date(time), steps);
}

/** A library of one topic, or of four, that says something else for each title. */
export function titled(title: string, topics: "one" | "four" = "one"): Library {
  const text = { de: title, en: title, uk: title };
  const library = smallLibrary({});
  const own = topics === "one" ? { actors: [], issues: [], speakers: [] } : {};
  return { ...library, ...own, subject: { ...library.subject, title: text } };
}

/** The first edition is out, and the library says something new. */
export async function betweenTwoEditions(stores: Stores): Promise<void> {
  await wipe(stores);
  await load(stores, titled("The first"));
  const outcome = await issueAt(contextOf(stores).context, FIRST);
  if (outcome !== "issued") throw new Error(`the first edition is ${outcome}`);
  await load(stores, titled("The second"));
}

export async function currentId({ LIBRARY }: Stores): Promise<string | undefined> {
  return (await currentEdition(LIBRARY))?.id;
}

export async function load({ LIBRARY }: Stores, library: Library): Promise<void> {
  await writeLibrary(LIBRARY, library);
}

export async function editionsOf({ LIBRARY }: Stores): Promise<readonly EditionRow[]> {
  return (await LIBRARY.prepare("SELECT * FROM editions ORDER BY week, revision").all<EditionRow>()).results;
}

export async function runsOf({ LIBRARY }: Stores): Promise<readonly Run[]> {
  return (await LIBRARY.prepare("SELECT * FROM runs ORDER BY started, id").all<Run>()).results;
}

/** Every object by key, size and hash, every edition and what is recorded of its sheets: what readers can come to see. */
export async function stateOf(stores: Stores): Promise<string> {
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await stores.SHEETS.list(cursor === undefined ? {} : { cursor });
    // A record holds the moment at which it was put, which is not the same when a run is begun anew.
    lines.push(
      ...page.objects.map(({ key, size, etag }) => `${key} ${size} ${key.startsWith("records/") ? "once" : etag}`),
    );
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  const { results: sheets } = await stores.LIBRARY.prepare(
    "SELECT * FROM sheets ORDER BY digest, language, topic",
  ).all();
  // Nor has the index, which takes the moment from there.
  const once = (moment: string | null) => (moment === null ? null : "once");
  const editions = (await editionsOf(stores)).map((row) => ({
    ...row,
    published: once(row.published),
    retracted: once(row.retracted),
  }));
  return [...lines, ...[...editions, ...sheets].map((row) => JSON.stringify(row))].join("\n");
}

/** Empties both stores but for the library. */
export async function wipe({ LIBRARY, SHEETS }: Stores): Promise<void> {
  await LIBRARY.batch(
    ["run_steps", "runs", "editions", "sheets", "lost", "upkeep_steps", "upkeep", "announcements"].map((table) =>
      LIBRARY.prepare(`DELETE FROM ${table}`),
    ),
  );
  for (;;) {
    const { objects } = await SHEETS.list();
    if (objects.length === 0) return;
    await SHEETS.delete(objects.map(({ key }) => key));
  }
}
