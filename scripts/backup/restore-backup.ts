/**
 * Puts a backup into an empty installation. In: its stores, the folder, and what tells of progress. Out: what was put, and
 * which files of the folder are damaged. Everything is looked at before anything is written; then objects come first and
 * the database last and at once, so that it never names what is not there.
 */
import { join } from "node:path";
import { findObjects } from "./find-objects.ts";
import { findTables } from "./find-tables.ts";
import { type Backup, BadBackup, hashOfFile, readBackup } from "./folder.ts";
import { type Output, showProgress } from "./progress.ts";
import { type PutObjects, putObjects } from "./put-objects.ts";
import { putTables } from "./put-tables.ts";
import type { Stores } from "./stores.ts";

export interface Restored extends PutObjects {
  readonly backup: Backup;
  /** Whether the tables were there already. */
  readonly hadTables: boolean;
}

export async function restoreBackup(stores: Stores, dir: string, output: Output): Promise<Restored> {
  const backup = await readBackup(dir);
  if (backup === null)
    throw new BadBackup(`${dir} holds no finished backup; npm run backup -- ${dir} makes one, or finishes it`);
  for (const { file, sha256 } of [backup.objects, ...backup.tables])
    if ((await hashOfFile(dir, file)) !== sha256)
      throw new BadBackup(`${join(dir, file)} is missing or damaged; nothing was restored`);
  const list = join(dir, backup.objects.file);
  const tables = await findTables(stores, dir, backup);
  const there = await findObjects(stores, list);
  const progress = showProgress(output, backup.objects);
  const objects = await putObjects(stores, dir, list, there, progress);
  progress.end();
  if (tables !== "there") await putTables(stores, dir, backup, tables);
  return { ...objects, backup, hadTables: tables === "there" };
}
