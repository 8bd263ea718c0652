/**
 * The list of objects in a backup: a line of JSON for each, in the order of the bytes of their keys. In: a file of such
 * lines. Out: the entries, read as they are needed, and what two such lists have in common, without holding either. A last
 * line that was not written to its end is left out.
 */
import type { KeptFile } from "./folder.ts";
import { linesIn } from "./lines-in.ts";
import type { ObjectFacts } from "./stores-worker.ts";

export interface Entry extends KeptFile, Omit<ObjectFacts, "sha256"> {}

export const lineOf = (entry: Entry): string => `${JSON.stringify(entry)}\n`;

export async function* entriesIn(path: string): AsyncGenerator<Entry> {
  for await (const line of linesIn(path)) {
    const entry = asEntry(line);
    if (entry === null) return;
    yield entry;
  }
}

function asEntry(line: string): Entry | null {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return null;
  }
}

/** As R2 orders keys; JavaScript's own order differs beyond the first 65,536 characters. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Two sorted lists side by side: each key once, with what either has of it. */
export async function* sideBySide<A extends { readonly key: string }, B extends { readonly key: string }>(
  left: AsyncIterable<A>,
  right: AsyncIterable<B>,
): AsyncGenerator<readonly [A | null, B | null]> {
  const [lefts, rights] = [left[Symbol.asyncIterator](), right[Symbol.asyncIterator]()];
  try {
    let [a, b] = [await next(lefts), await next(rights)];
    while (a !== null || b !== null) {
      const order = a === null ? 1 : b === null ? -1 : compareKeys(a.key, b.key);
      yield [order <= 0 ? a : null, order >= 0 ? b : null];
      if (order <= 0) a = await next(lefts);
      if (order >= 0) b = await next(rights);
    }
  } finally {
    await lefts.return?.();
    await rights.return?.();
  }
}

async function next<T>(iterator: AsyncIterator<T>): Promise<T | null> {
  const { done, value } = await iterator.next();
  return done === true ? null : value;
}

/** Whether an object is still what an entry says. */
export function isSame(entry: Entry, { size, etag, httpMetadata, customMetadata }: ObjectFacts): boolean {
  return entry.size === size && entry.etag === etag && hasMetadata(entry, { httpMetadata, customMetadata });
}

export function hasMetadata(entry: Entry, facts: Pick<ObjectFacts, "httpMetadata" | "customMetadata">): boolean {
  const text = ({ httpMetadata, customMetadata }: Pick<ObjectFacts, "httpMetadata" | "customMetadata">): string =>
    JSON.stringify([httpMetadata, customMetadata]);
  return text(entry) === text(facts);
}
