/**
 * Copies every object of a bucket into the folder of a backup. In: the stores, the folder, and the list of an earlier
 * backup there. Out: a file for each object and the list of all. What the folder has already, bytes and metadata, is not
 * fetched again; the bucket is looked through until a look finds nothing different from the one before, so that nothing on
 * the list leans on an object that came too late for it.
 */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type Backup, BadBackup, hashOfFile, type KeptFile, putInPlace, writeOut, writeUnfinished } from "./folder.ts";
import { inOrder } from "./in-order.ts";
import { type Entry, entriesIn, isSame, lineOf, sideBySide } from "./object-index.ts";
import { placeOf } from "./place-of.ts";
import type { Progress } from "./progress.ts";
import type { Stores } from "./stores.ts";
import type { ObjectFacts } from "./stores-worker.ts";

/** Lists that are being written; a broken-off backup is taken up by them. */
const LOOKS = "looks";
const TRIES = 5;

export interface TakenObjects {
  readonly objects: Backup["objects"];
  /** How many had to be fetched. */
  readonly fetched: number;
  /** Keys of those that are not what they say they are. */
  readonly damaged: readonly string[];
}

export async function takeObjects(
  stores: Stores,
  dir: string,
  earlier: KeptFile | null,
  progress: Progress,
): Promise<TakenObjects> {
  await mkdir(join(dir, LOOKS), { recursive: true });
  const looks = (await readdir(join(dir, LOOKS))).sort().map((name) => join(dir, LOOKS, name));
  const damaged = new Set<string>();
  let before = earlier?.sha256;
  let fetched = 0;
  for (let look = 1; ; look++) {
    let [count, bytes] = [0, 0];
    const known = [...(earlier === null ? [] : [join(dir, earlier.file)]), ...looks]
      .map(entriesIn)
      .reduce(newest, none());
    const work = ([object, entry]: Pair) => take(stores, dir, object, entry, look === 1);
    async function* lines() {
      for await (const taken of inOrder(listed(stores, known), work)) {
        if (taken === null) continue;
        const { entry, isNew } = taken;
        const { sha256: told = entry.sha256 } = entry.customMetadata;
        if (told !== entry.sha256) damaged.add(entry.key);
        if (isNew) fetched++;
        count++;
        bytes += entry.size;
        if (look === 1) progress.done(entry.size);
        yield lineOf(entry);
      }
    }
    const path = join(dir, LOOKS, `${String(looks.length + 1).padStart(6, "0")}.jsonl`);
    const written = await writeOut(path, lines());
    looks.push(path);
    if (written.sha256 === before) {
      const file = placeOf("lists", "objects.jsonl", written.sha256);
      const list = await putInPlace(dir, written, file);
      return { objects: { ...list, count, bytes }, fetched, damaged: [...damaged] };
    }
    before = written.sha256;
  }
}

export async function forgetLooks(dir: string): Promise<void> {
  await rm(join(dir, LOOKS), { recursive: true, force: true });
}

type Pair = readonly [object: ObjectFacts, entry: Entry | null];

async function* none(): AsyncGenerator<Entry> {}

async function* newest(older: AsyncIterable<Entry>, newer: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  for await (const [old, young] of sideBySide(older, newer)) yield (young ?? old) as Entry;
}

/** What is in the bucket, each with what the folder has of it. */
async function* listed({ list }: Stores, known: AsyncIterable<Entry>): AsyncGenerator<Pair> {
  for await (const [object, entry] of sideBySide(list(), known)) if (object !== null) yield [object, entry];
}

/** Null where the object was deleted since it was listed. */
async function take(
  stores: Stores,
  dir: string,
  listed: ObjectFacts,
  entry: Entry | null,
  check: boolean,
): Promise<{ readonly entry: Entry; readonly isNew: boolean } | null> {
  if (entry !== null && isSame(entry, listed) && (!check || (await hashOfFile(dir, entry.file)) === entry.sha256))
    return { entry, isNew: false };
  let object: ObjectFacts | null = listed;
  for (let tried = 0; tried < TRIES && object !== null; tried++) {
    const bytes = await stores.get(object);
    if (bytes !== null) return { entry: await keep(dir, object, bytes), isNew: true };
    // It was written again in between.
    object = await stores.head(listed.key);
  }
  if (object === null) return null;
  throw new BadBackup(`${listed.key} is written again and again while it is read; try again later`);
}

let files = 0;

async function keep(dir: string, object: ObjectFacts, bytes: Readable): Promise<Entry> {
  const { key, size, etag, httpMetadata, customMetadata } = object;
  const written = await writeUnfinished(dir, `object-${++files}`, bytes);
  if (written.bytes !== size) throw new BadBackup(`${key} has ${size} bytes, but ${written.bytes} came; try again`);
  const kept = await putInPlace(dir, written, placeOf("objects", key, written.sha256));
  return { key, size, ...kept, etag, httpMetadata, customMetadata };
}
