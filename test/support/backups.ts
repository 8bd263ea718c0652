/**
 * What tests of backup and restore share. In: stores, whole installations or bare ones. Out: everything that an
 * installation answers at its addresses, everything that its stores hold, and stores that break off.
 */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Stores } from "../../scripts/backup/stores.ts";
import type { ObjectFacts } from "../../scripts/backup/stores-worker.ts";
import { linesOf } from "../../scripts/backup/table-rows.ts";
import { readShape } from "../../scripts/backup/table-shape.ts";
import { atOnce } from "./at-once.ts";
import type { TestWorker } from "./worker.ts";

/** Nobody watches. */
export const SILENT = { write: () => true };
export const NOW = (): Date => new Date("2026-11-30T12:00:00Z");

/** By address: the status, every header but the time of day, and a hash of the bytes. */
export async function answersAt(
  worker: TestWorker,
  paths: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const answers = await atOnce(paths, async (path) => {
    const answer = await worker.fetch(path, { headers: { "Accept-Encoding": "identity" } });
    const headers = [...answer.headers].filter(([name]) => name !== "date").sort();
    return [path, JSON.stringify([answer.status, headers, hashOf(Buffer.from(await answer.arrayBuffer()))])] as const;
  });
  return Object.fromEntries(answers);
}

/** Every object with its metadata and a hash of its bytes; every table with all its rows; all SQL. */
export async function contentsOf(stores: Stores): Promise<unknown> {
  const objects: unknown[] = [];
  for await (const object of stores.list()) {
    const bytes = await stores.get(object);
    const { key, size, httpMetadata, customMetadata } = object;
    objects.push({ key, size, httpMetadata, customMetadata, hash: hashOf(await whole(bytes)) });
  }
  const { tables, rest, sequences } = await readShape(stores);
  const rows: unknown[] = [];
  for (const table of tables) {
    const lines: string[] = [];
    for await (const page of linesOf(stores, table)) lines.push(...page);
    rows.push([table, lines]);
  }
  return { objects, rows, rest, sequences };
}

async function whole(bytes: Readable | null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Stores whose connection ends with the n-th call of a kind. */
export function brokenOff(stores: Stores, kind: "get" | "put" | "write", calls: number): Stores {
  let left = calls;
  const call = async (...args: readonly unknown[]): Promise<unknown> => {
    if (left-- === 0) throw new Error("the connection ended");
    return await (stores[kind] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
  };
  return { ...stores, [kind]: call };
}

/** Stores that count what is fetched. */
export function counting(stores: Stores): { readonly stores: Stores; readonly fetched: () => readonly string[] } {
  const keys: string[] = [];
  const get: Stores["get"] = (object: Pick<ObjectFacts, "key" | "etag">) => {
    keys.push(object.key);
    return stores.get(object);
  };
  return { stores: { ...stores, get }, fetched: () => keys };
}
