/**
 * Loads a frozen edition. In: the bucket and the edition's entry in the index. Out: the edition, in every language or in
 * one, or its entries one after the other. What it finds was parsed before it was frozen and is named by its own hash, so
 * it is not parsed again.
 */
import type { DisputeChange, EntryChange, StatementChange } from "../model/changes.ts";
import type { Edition } from "../model/edition.ts";
import { oneLanguage } from "../model/one-language.ts";
import type { Kind } from "../model/parsing/parse-shape.ts";
import { Lost } from "../model/problem.ts";
import type { EditionEntry } from "./edition-index.ts";
import { assemblyFrom, type Entry, entriesIn, type Head } from "./edition-parts.ts";

/** The first editions were frozen before there were these. */
type Late = "program" | "changes" | "corrected" | "correction" | "cards";
type Frozen = Omit<Edition, Late> & Partial<Edition>;

/** What of its entry leads to a frozen edition. */
type Kept = Pick<EditionEntry, "id" | "digest" | "objectKey" | "program">;

/** With every text in every language: two or three times the memory of one. */
export async function readEdition(bucket: R2Bucket, entry: Kept): Promise<Edition> {
  return await assemble(bucket, entry);
}

/** With what its sheets, pages and letters in one language are made from. */
export async function readEditionIn(bucket: R2Bucket, entry: Kept, language: string): Promise<Edition> {
  const narrow = oneLanguage(language);
  return await assemble(bucket, entry, (list, each) => {
    const [owner, name] = list.split(".") as ["library" | "changes" | "corrected", string];
    if (owner === "library") return narrow.entry(name as Kind, each);
    if (name === "statements") return narrow.statementChange(each as StatementChange);
    if (name === "entries") return narrow.entryChange(each as EntryChange);
    return narrow.disputeChange(each as DisputeChange);
  });
}

/** One after the other, the subject first, each to be forgotten before the next part is read. */
export async function* entriesOf(bucket: R2Bucket, entry: Kept): AsyncGenerator<Entry> {
  const { head, parts } = await readHead(bucket, entry);
  yield ["library.subject", head.library.subject];
  yield* entriesIn(head);
  for (let number = 1; number <= parts; number++) yield* await readPart(bucket, entry, number);
}

/** `number` counts from 1. */
export function partKey({ id, digest }: Pick<EditionEntry, "id" | "digest">, number: number): string {
  return `editions/${id}/${digest}/${String(number).padStart(4, "0")}.json`;
}

async function assemble(
  bucket: R2Bucket,
  entry: Kept,
  keep?: (list: string, each: unknown) => unknown,
): Promise<Edition> {
  const { head, parts } = await readHead(bucket, entry);
  const { edition, add } = assemblyFrom(head, keep);
  for (let number = 1; number <= parts; number++) add(await readPart(bucket, entry, number));
  return edition;
}

async function readHead(bucket: R2Bucket, entry: Kept): Promise<Head> {
  const kept = await readObject<Frozen | Head>(bucket, entry, entry.objectKey);
  if ("parts" in kept) return kept;
  const later = { program: entry.program, changes: null, corrected: null, correction: null, cards: false };
  return { parts: 0, head: { ...later, ...kept } };
}

async function readPart(bucket: R2Bucket, entry: Kept, number: number): Promise<readonly Entry[]> {
  return await readObject<readonly Entry[]>(bucket, entry, partKey(entry, number));
}

/** @throws Lost where it is gone. */
async function readObject<T>(bucket: R2Bucket, { id }: Kept, key: string): Promise<T> {
  const object = await bucket.get(key);
  if (object === null) throw new Lost(id, key);
  return await object.json<T>();
}
