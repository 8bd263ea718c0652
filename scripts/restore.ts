/**
 * `npm run restore -- DIR`: puts a backup into an empty installation, which then answers as the one it was taken from. In:
 * the folder and options. Out: on the terminal, how far it is, and at the end what was put there and what could not be. An
 * installation that holds anything else is refused; a restore that was broken off is taken up.
 *
 *   (none)      the local stores of `npm start`
 *   --remote    production, through wrangler
 *
 * `--persist-to` fills other local stores than those of `npm start`.
 */
import { resolve } from "node:path";
import { folderGiven } from "./backup/folder-given.ts";
import { openLocalStores, openRemoteStores } from "./backup/open-stores.ts";
import { type Restored, restoreBackup } from "./backup/restore-backup.ts";

try {
  const { dir, remote, persistTo } = folderGiven("restore");
  const stores = remote ? await openRemoteStores() : await openLocalStores(persistTo);
  try {
    tell(await restoreBackup(stores, resolve(dir), process.stdout));
  } finally {
    await stores.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function tell({ backup, put, damaged, hadTables }: Restored): void {
  const { objects, tables, taken } = backup;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const before = objects.count - put - damaged.length;
  console.log(
    `The backup of ${taken}: ${tables.length} tables with ${rows} rows${hadTables ? ", which were there" : ""}; ` +
      `${put} objects put${before > 0 ? `, ${before} were there` : ""}.`,
  );
  for (const { key, file } of damaged)
    console.error(`DAMAGED in the backup and not restored: ${file} does not have the SHA-256 of ${key}.`);
  if (damaged.length > 0) process.exitCode = 1;
}
