/**
 * Puts the objects of a backup into a bucket. In: the stores, the folder, its list, and which of it are there already. Out:
 * how many were put, and the files that are damaged, which are left out. An object is put only with the bytes that the
 * list names, and only where there is none.
 */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { BadBackup, hashOfFile } from "./folder.ts";
import { inOrder } from "./in-order.ts";
import { type Entry, entriesIn, hasMetadata } from "./object-index.ts";
import type { Progress } from "./progress.ts";
import type { Stores } from "./stores.ts";

export interface PutObjects {
  readonly put: number;
  readonly damaged: readonly { readonly key: string; readonly file: string }[];
}

export async function putObjects(
  stores: Stores,
  dir: string,
  list: string,
  there: readonly boolean[],
  progress: Progress,
): Promise<PutObjects> {
  let [at, put] = [0, 0];
  const damaged: Entry[] = [];
  async function* missing() {
    for await (const entry of entriesIn(list)) {
      if (there[at++] !== true) yield entry;
      else progress.done(entry.size);
    }
  }
  for await (const { entry, isPut } of inOrder(missing(), (entry) => putObject(stores, dir, entry))) {
    if (isPut) put++;
    else damaged.push(entry);
    progress.done(entry.size);
  }
  return { put, damaged };
}

async function putObject({ put }: Stores, dir: string, entry: Entry) {
  const { key, file, sha256, size, httpMetadata, customMetadata } = entry;
  if ((await hashOfFile(dir, file)) !== sha256) return { entry, isPut: false };
  const object = { key, httpMetadata, customMetadata, sha256 };
  const is = await put(object, size, createReadStream(join(dir, file)));
  if (is === null) throw new BadBackup(`somebody writes to this installation: ${key} has just been put there`);
  if (is.size !== size || is.sha256 !== sha256 || !hasMetadata(entry, is))
    throw new BadBackup(`${key} was put and is not as it was in the backup; delete it there and try again`);
  return { entry, isPut: true };
}
