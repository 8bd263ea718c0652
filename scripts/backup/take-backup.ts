/**
 * Takes everything out of an installation into a folder. In: its stores, the folder, and what tells of progress. Out: the
 * backup, and what somebody has to be told. The database is read first: what it names was in the bucket before, and what
 * is published never changes, so the copy never names what it does not hold.
 */
import { appendFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Backup, BadBackup, forgetUnfinished, hashOfFile, readBackup, writeBackup } from "./folder.ts";
import { entriesIn, isSame, lineOf, sideBySide } from "./object-index.ts";
import { type Output, showProgress } from "./progress.ts";
import type { Stores } from "./stores.ts";
import { forgetLooks, takeObjects } from "./take-objects.ts";
import { takeTables } from "./take-tables.ts";

/** Objects that an earlier backup in the folder has and the installation has no more, or has otherwise. */
const GONE = "gone.jsonl";

export interface Taken {
  readonly backup: Backup;
  readonly fetched: number;
  readonly unsteady: readonly string[];
  readonly damaged: readonly string[];
  /** Keys. */
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

export async function takeBackup(stores: Stores, dir: string, output: Output, now: () => Date): Promise<Taken> {
  await mkdir(dir, { recursive: true });
  const earlier = await earlierIn(dir);
  await forgetUnfinished(dir);
  const { tables, rest, unsteady } = await takeTables(stores, dir);
  const progress = showProgress(output, await countOf(stores));
  const { objects, fetched, damaged } = await takeObjects(stores, dir, earlier?.objects ?? null, progress);
  progress.end();
  if (tables.length === 0 && objects.count === 0)
    throw new BadBackup("this installation has no table and no object; is it the one you mean?");
  const backup: Backup = { format: 1, taken: now().toISOString(), objects, tables, rest };
  const difference = earlier === null ? { gone: [], changed: [] } : await keepWhatIsGone(dir, earlier, backup);
  await writeBackup(dir, backup);
  await forgetLooks(dir);
  await forgetUnfinished(dir);
  await forgetOldLists(dir, backup);
  return { backup, fetched, unsteady, damaged, ...difference };
}

/** A backup whose list is damaged is no help: everything is fetched again. */
async function earlierIn(dir: string): Promise<Backup | null> {
  const backup = await readBackup(dir);
  if (backup === null) return null;
  const { file, sha256 } = backup.objects;
  return (await hashOfFile(dir, file)) === sha256 ? backup : null;
}

async function countOf({ list }: Stores): Promise<{ readonly count: number; readonly bytes: number }> {
  let [count, bytes] = [0, 0];
  for await (const { size } of list()) {
    count++;
    bytes += size;
  }
  return { count, bytes };
}

/** An installation may have lost something; its files stay in the folder, and a list says where. */
async function keepWhatIsGone(
  dir: string,
  earlier: Backup,
  { objects }: Backup,
): Promise<Pick<Taken, "gone" | "changed">> {
  const [gone, changed]: [string[], string[]] = [[], []];
  const lists = sideBySide(entriesIn(join(dir, earlier.objects.file)), entriesIn(join(dir, objects.file)));
  for await (const [was, is] of lists) {
    if (was === null || (is !== null && isSame(was, { ...is, sha256: null }))) continue;
    (is === null ? gone : changed).push(was.key);
    await appendFile(join(dir, GONE), lineOf(was));
  }
  return { gone, changed };
}

/** Tables are small and change with every edition; what no list names any more is of earlier backups. */
async function forgetOldLists(dir: string, { objects, tables }: Backup): Promise<void> {
  const named = new Set([objects.file, ...tables.map(({ file }) => file)]);
  for (const folder of ["lists", "tables"])
    for (const name of await readdir(join(dir, folder)).catch(() => []))
      if (!named.has(`${folder}/${name}`)) await rm(join(dir, folder, name), { recursive: true });
}
