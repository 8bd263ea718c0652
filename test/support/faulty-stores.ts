/**
 * Every way in which an operator can meet stores that were damaged, tried on an edition, its correction, a second edition
 * and one that is retracted: the database lost or put back, objects gone or written over. In: nothing. Out: a Worker on
 * such stores, and the faults by name, each with what `/health` says then and what is to be done.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { PROGRAM } from "../../generated/program.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { runPress } from "../../src/press/press.ts";
import { type EditionEntry, editionById, listEditions } from "../../src/store/edition-index.ts";
import {
  type Bucket,
  bucketOf,
  type Database,
  databaseOf,
  deleteUnder,
  keysIn,
  libraryAlone,
  putBucketBack,
  putDatabaseBack,
} from "./damage.ts";
import { addressesOf } from "./installed.ts";
import { contextOf, germanIn, load, stepsThatRetry, titled } from "./press.ts";
import { startWorker, type TestWorker } from "./worker.ts";

let worker: TestWorker;
/** What each address answered: its status, and of a file the hash of its bytes. */
const published = new Map<string, string>();
const pictures: Database[] = [];
let bucket: Bucket;
let editions: readonly EditionEntry[];

const WEEKS = ["2026-11-16T05:00:00.000Z", "2026-11-23T05:00:00.000Z", "2026-11-30T05:00:00.000Z"] as const;
const NEXT = "2026-12-07T05:00:00.000Z";

let runs = 0;
async function ordered(input: OrderInput, own: Parameters<typeof contextOf>[1] = {}): Promise<string> {
  const { context } = contextOf(worker, { program: PROGRAM.name, filesIn: germanIn, ...own });
  return await runPress(context, `run-${++runs}`, input, new Date(input.time ?? NEXT), stepsThatRetry(0));
}

async function answerOf(path: string): Promise<string> {
  const answer = await worker.fetch(path, { headers: { "Accept-Encoding": "identity" } });
  const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  // What a page says of where it stands among the others is no part of it.
  const own = body.replace(/<aside[^>]*>.*?<\/aside>/s, "");
  return answer.status === 200 ? createHash("sha256").update(own).digest("hex") : String(answer.status);
}

async function health(): Promise<{ readonly code: number; readonly status: string }> {
  const answer = await worker.fetch("/health");
  return { code: answer.status, ...((await answer.json()) as { readonly status: string }) };
}

/** Addresses of which all, or one in so many, are asked: the same ones each time. */
async function asked(every: number, may: (was: string, is: string) => boolean): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [path, was] of [...published].filter((_, i) => i % every === 0)) {
    const is = await answerOf(path);
    if (is !== was && !may(was, is)) wrong.push(`${path} was ${was}, is ${is}`);
  }
  return wrong;
}

/** Unless it is what was published, it has to say that it is not to be had. */
const orUnavailable = (_: string, is: string): boolean => is === "503";
const never = (): boolean => false;

/** Of the addresses one in so many is remembered. To be stopped by who started it. */
export async function startPublished(every: number): Promise<void> {
  worker = await startWorker({ stores: "empty" });
  const picture = async () => pictures.push(await databaseOf(worker));
  for (const [i, time] of WEEKS.entries()) {
    await load(worker, titled(`Title ${i}`));
    assert.equal(await ordered({ kind: "issue", time }), "issued");
    await picture();
    if (i === 0) {
      await load(worker, titled("Title 0, corrected"));
      const note = { de: "Der Titel war falsch." };
      assert.equal(await ordered({ kind: "correct", edition: "2026-W47", note, time }), "issued");
      await picture();
    }
  }
  await ordered({ kind: "retract", edition: "2026-W48", reason: { de: "Es stimmte nicht." }, time: WEEKS[2] });
  await picture();
  editions = await Promise.all(
    (await listEditions(worker.LIBRARY)).map(async ({ id }) => (await editionById(worker.LIBRARY, id)) as EditionEntry),
  );
  bucket = await bucketOf(worker);
  const paths = editions.flatMap((entry) =>
    addressesOf(entry).flatMap(([path, key]) => (key === null || bucket.has(key) ? [path] : [])),
  );
  for (const path of paths.filter((_, i) => i % every === 0)) published.set(path, await answerOf(path));
  assert.ok(published.size > 25, `${published.size} addresses`);
}

export async function stopPublished(): Promise<void> {
  await worker.stop();
}

async function mended(): Promise<void> {
  await putDatabaseBack(worker, pictures.at(-1) as Database);
  await putBucketBack(worker, bucket);
}

interface Fault {
  readonly does: () => Promise<unknown>;
  /** What `/health` says then, in a Worker that has not looked yet. */
  readonly says: RegExp;
  /** Whether some addresses may answer 200 that were retracted, until the next tick. */
  readonly forgetsRetraction?: boolean;
  /** What an operator is told to order, or what the next tick does by itself. */
  readonly mends: readonly OrderInput[];
}

const LOST: readonly OrderInput[] = [{ kind: "restore" }];
const TICK: readonly OrderInput[] = [{ kind: "reconcile" }];
const W49 = "2026-W49";

export const FAULTS: Readonly<Record<string, Fault>> = {
  "the database is lost": {
    does: async () => await putDatabaseBack(worker, libraryAlone(pictures.at(-1) as Database)),
    says: /^rebuilding$/,
    mends: TICK,
  },
  ...Object.fromEntries(
    ["its correction", "a second edition", "a third edition", "a retraction"].map((what, i) => [
      `the database is put back to before ${what}`,
      {
        does: async () => await putDatabaseBack(worker, pictures[i] as Database),
        says: /^(?:late|ok)$/,
        forgetsRetraction: true,
        mends: TICK,
      },
    ]),
  ),
  "the frozen edition is lost": {
    does: async () => await deleteUnder(worker, `editions/${W49}/`),
    says: /^lost$/,
    mends: [],
  },
  "files are lost": {
    does: async () => await deleteUnder(worker, `files/${W49}/`, "files/2026-W47/"),
    says: /^lost$/,
    mends: LOST,
  },
  "cards are lost": {
    does: async () =>
      await worker.SHEETS.delete((await keysIn(worker, "files/")).filter((key) => key.endsWith(".png"))),
    says: /^lost$/,
    mends: LOST,
  },
  "manifests are lost": {
    does: async () => await deleteUnder(worker, `manifests/${W49}/`),
    says: /^lost$/,
    mends: LOST,
  },
  "records are lost": {
    does: async () => await deleteUnder(worker, "records/"),
    says: /^(?:late|ok)$/,
    mends: TICK,
  },
  "files are written over": {
    does: async () => {
      for (const key of (await keysIn(worker, `files/${W49}/`)).filter((name) => name.endsWith(".txt")))
        await worker.SHEETS.put(
          key,
          "Something else.\n",
          bucket.get(key)?.options.httpMetadata === undefined
            ? {}
            : { httpMetadata: { contentType: "text/plain; charset=utf-8" } },
        );
    },
    says: /^lost$/,
    mends: LOST,
  },
  "the database and the records are lost": {
    does: async () => {
      await putDatabaseBack(worker, libraryAlone(pictures.at(-1) as Database));
      await deleteUnder(worker, "records/");
    },
    says: /^unknown$/,
    // Of the retraction nothing is left but what an operator knows.
    mends: [
      { kind: "rebuild" },
      { kind: "retract", edition: "2026-W48", reason: { de: "Es stimmte nicht." }, time: WEEKS[2] },
    ],
  },
};

/**
 * Of the addresses one in so many is asked while something is wrong, and three times as many afterwards.
 * @throws AssertionError where an address answers other bytes, or nobody is told, or what is to be done does not mend it.
 */
export async function tryFault({ does, says, mends, forgetsRetraction = false }: Fault, every: number): Promise<void> {
  try {
    await does();
    assert.match((await health()).status, says);
    const isAllowed = (was: string, is: string) => orUnavailable(was, is) || (forgetsRetraction && was === "410");
    assert.deepEqual(await asked(every, isAllowed), []);
    for (const order of mends) assert.match(await ordered(order), /done|retracted/, order.kind);
    const isExcused = mends.length === 0 ? orUnavailable : never;
    assert.deepEqual(await asked(Math.ceil(every / 3), isExcused), []);
    assert.match((await health()).status, mends.length === 0 ? says : /^(?:late|ok)$/);
  } finally {
    await mended();
  }
}
