/**
 * `npm run backup -- DIR`: takes everything out of an installation into a folder: every table, every object. In: the folder
 * and options. Out: on the terminal, how far it is, and at the end what there is and what is wrong with it. A second backup
 * into the folder fetches what is new or different; one that was broken off is taken up.
 *
 *   (none)      the local stores of `npm start`
 *   --remote    production, through wrangler
 *
 * `--persist-to` takes other local stores than those of `npm start`.
 */
import { resolve } from "node:path";
import { folderGiven } from "./backup/folder-given.ts";
import { openLocalStores, openRemoteStores } from "./backup/open-stores.ts";
import { type Taken, takeBackup } from "./backup/take-backup.ts";

/** Keys in a sentence. */
const SHOWN = 5;

try {
  const { dir, remote, persistTo } = folderGiven("backup");
  const stores = remote ? await openRemoteStores() : await openLocalStores(persistTo);
  try {
    tell(await takeBackup(stores, resolve(dir), process.stdout, () => new Date()));
  } finally {
    await stores.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function tell({ backup, fetched, unsteady, gone, changed, damaged }: Taken): void {
  const { objects, tables } = backup;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${tables.length} tables with ${rows} rows; ${objects.count} objects, ${(objects.bytes / 1e6).toFixed(1)} MB, ` +
      `${fetched} of them new here.`,
  );
  for (const name of unsteady)
    console.log(`${name} was written while it was read; its rows may be of different moments.`);
  if (gone.length > 0) console.warn(`No longer there since the last backup: ${some(gone)}.`);
  if (changed.length > 0) console.warn(`Other than in the last backup: ${some(changed)}.`);
  if (gone.length + changed.length > 0) console.warn("gone.jsonl in the folder says where the files of then are kept.");
  for (const key of damaged) console.error(`DAMAGED in the installation: ${key} does not have the SHA-256 it names.`);
  if (damaged.length > 0) process.exitCode = 1;
}

function some(keys: readonly string[]): string {
  return keys.length > SHOWN ? `${keys.slice(0, SHOWN).join(", ")} and ${keys.length - SHOWN} more` : keys.join(", ");
}
