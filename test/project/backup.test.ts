/**
 * Backup and restore: what was taken from an installation and put into an empty one is the same, whatever its tables and
 * keys are called. In: stores with tables and objects that this program would never make. Out: what differs, and what was
 * not told. The drill with an edition is in `backup.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readBackup } from "../../scripts/backup/folder.ts";
import { type Entry, entriesIn } from "../../scripts/backup/object-index.ts";
import { type OpenStores, openLocalStores } from "../../scripts/backup/open-stores.ts";
import { showProgress } from "../../scripts/backup/progress.ts";
import { restoreBackup } from "../../scripts/backup/restore-backup.ts";
import type { Stores } from "../../scripts/backup/stores.ts";
import { takeBackup } from "../../scripts/backup/take-backup.ts";
import { brokenOff, contentsOf, counting, NOW, SILENT } from "../support/backups.ts";
import { fillOddly, OBJECTS, putAt } from "../support/odd-stores.ts";
import { madeStores } from "../support/pressed.ts";

const folder = mkdtempSync(join(tmpdir(), "einblatt-backup-"));
const opened: OpenStores[] = [];
after(async () => {
  for (const stores of opened) await stores.close();
  rmSync(folder, { recursive: true });
});

let numbered = 0;
const fresh = (): string => join(folder, `${++numbered}`);

async function open(state = fresh()): Promise<OpenStores> {
  const stores = await openLocalStores(state, (await madeStores()).config);
  opened.push(stores);
  return stores;
}

const take = (stores: Stores, dir: string) => takeBackup(stores, dir, SILENT, NOW);
const restore = (stores: Stores, dir: string) => restoreBackup(stores, dir, SILENT);

async function entriesOf(dir: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of entriesIn(join(dir, (await readBackup(dir))?.objects.file ?? ""))) entries.push(entry);
  return entries;
}

let source: OpenStores;
/** Of a few objects, for tests that are about which are taken. */
let small: OpenStores;
let was: unknown;

before(async () => {
  [source, small] = [await open(), await open()];
  await fillOddly(source);
  was = await contentsOf(source);
});

test("tables and keys that nobody foresaw come back as they were", async () => {
  const dir = fresh();
  await take(source, dir);
  const entries = await entriesOf(dir);
  assert.equal(entries.length, OBJECTS);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bare = /^[A-Za-z0-9_][A-Za-z0-9._~-]*[A-Za-z0-9_]$/;
  for (const { name, parentPath } of files) {
    assert.match(name, bare);
    assert.ok(join(parentPath, name).length - dir.length < 240, name);
  }
  assert.equal(new Set(entries.map(({ file }) => file.toLowerCase())).size, entries.length);
  const target = await open();
  await restore(target, dir);
  assert.deepEqual(await contentsOf(target), was);
  const [[found = []] = []] = await target.read([{ sql: "SELECT rowid FROM searched WHERE searched MATCH 'zwei'" }]);
  assert.deepEqual(found, [7]);
  assert.equal((await restore(target, dir)).put, 0, "what is all there needs nothing");
});

test("progress is one line on a terminal, and lines that stay elsewhere", () => {
  for (const isTTY of [true, false]) {
    const written: string[] = [];
    const progress = showProgress({ isTTY, write: (text) => written.push(String(text)) > 0 }, { count: 2, bytes: 3e6 });
    progress.done(1e6);
    progress.done(2e6);
    progress.end();
    const line = "2 of 2 objects, 3.0 of 3.0 MB";
    assert.equal(written.at(-1), isTTY ? `\r${line}\x1b[K\n` : `${line}\n`);
  }
});

test("a second backup fetches what is new, and keeps what the installation has lost", async () => {
  const [stores, dir] = [small, fresh()];
  for (const key of ["one", "two"]) await putAt(stores, { key }, key);
  await take(stores, dir);
  const second = counting(stores);
  await putAt(stores, { key: "three" }, "three");
  assert.equal((await take(second.stores, dir)).fetched, 1);
  assert.deepEqual(second.fetched(), ["three"]);
  const [first] = await entriesOf(dir);
  writeFileSync(join(dir, first?.file ?? ""), "spoilt");
  const third = counting(stores);
  await take(third.stores, dir);
  assert.deepEqual(third.fetched(), ["one"], "what was damaged in the folder is fetched again");
  const emptied: Stores = {
    ...stores,
    async *list() {
      for await (const object of stores.list()) if (object.key !== "two") yield object;
    },
  };
  const { gone, changed } = await take(emptied, dir);
  assert.deepEqual([gone, changed], [["two"], []]);
  const lost = JSON.parse(readFileSync(join(dir, "gone.jsonl"), "utf8")) as Entry;
  assert.equal(readFileSync(join(dir, lost.file), "utf8"), "two");
  await putAt(stores, { key: "false", customMetadata: { sha256: "0".repeat(64) } }, "true");
  const { damaged, backup } = await take(stores, dir);
  assert.deepEqual([damaged, backup.objects.count], [["false"], 4], "it is told, and taken all the same");
  writeFileSync(join(dir, backup.objects.file), "spoilt");
  assert.equal((await take(stores, dir)).fetched, 4, "a list that is damaged is no help");
});

test("what is put while a backup looks is taken too, and with it what it leans on", async () => {
  const [stores, dir] = [small, fresh()];
  for (const key of ["files/a", "files/z"]) await putAt(stores, { key }, key);
  let looks = 0;
  const atWork: Stores = {
    ...stores,
    async *list() {
      const look = ++looks;
      for await (const object of stores.list()) {
        yield object;
        // The first one only counts. The list is past the file by now, and not past its record.
        if (look > 1 && look < 4 && object.key === "files/z")
          for (const key of [`files/m${look}`, `records/${look}`]) await putAt(stores, { key }, key);
      }
    },
  };
  await take(atWork, dir);
  const keys = (await entriesOf(dir)).map(({ key }) => key);
  const late = keys.filter((key) => key.includes("/"));
  assert.deepEqual(late, ["files/a", "files/m2", "files/m3", "files/z", "records/2", "records/3"]);
});

test("a table that is written while it is read is read until two readings agree", async () => {
  const stores = small;
  await stores.write([{ sql: "CREATE TABLE sums (count INTEGER)" }, { sql: "INSERT INTO sums VALUES (0)" }]);
  const writing = (times: number): Stores => ({
    ...stores,
    read: async (statements) => {
      const answer = await stores.read(statements);
      if (statements.some(({ sql }) => sql.includes('FROM "sums"')) && times-- > 0)
        await stores.write([{ sql: "UPDATE sums SET count = count + 1" }]);
      return answer;
    },
  });
  const dir = fresh();
  assert.deepEqual((await take(writing(2), dir)).unsteady, []);
  assert.equal(readFileSync(join(dir, (await readBackup(dir))?.tables[0]?.file ?? ""), "utf8"), "[1,2]\n");
  assert.deepEqual((await take(writing(100), fresh())).unsteady, ["sums"]);
});

test("a backup that was broken off is not taken for one, and is taken up; so is a restore", async () => {
  const [target, dir] = [await open(), fresh()];
  await assert.rejects(take(brokenOff(source, "get", 12), dir), /the connection ended/);
  await assert.rejects(restore(target, dir), /holds no finished backup/);
  const rest = counting(source);
  await take(rest.stores, dir);
  assert.ok(rest.fetched().length <= OBJECTS - 6, `${rest.fetched().length} fetched`);
  await assert.rejects(restore(brokenOff(target, "put", 5), dir), /the connection ended/);
  await assert.rejects(restore(brokenOff(target, "write", 5), dir), /the connection ended/);
  await assert.rejects(take(target, fresh()), /a restore of this installation was broken off/);
  await restore(target, dir);
  assert.deepEqual(await contentsOf(target), was);
});

test("a byte that flipped in the folder is told by name and not restored", async () => {
  const dir = fresh();
  await take(source, dir);
  const spoilt = (await entriesOf(dir)).find(({ key }) => key === "unknown/prefix.pdf");
  const path = join(dir, spoilt?.file ?? "");
  const bytes = readFileSync(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const target = await open();
  const { damaged, put } = await restore(target, dir);
  assert.deepEqual(
    damaged.map(({ key, file }) => [key, file]),
    [["unknown/prefix.pdf", spoilt?.file]],
  );
  assert.equal(put, OBJECTS - 1);
  assert.equal(await target.head("unknown/prefix.pdf"), null);
  const { tables = [] } = (await readBackup(dir)) ?? {};
  writeFileSync(join(dir, tables[0]?.file ?? ""), "[]\n");
  await assert.rejects(restore(target, dir), /tables\/.* is missing or damaged; nothing was restored/);
});

test("an installation that holds anything else is refused, and nothing is written to it", async () => {
  const dir = fresh();
  await take(source, dir);
  const refuses = async (target: Stores, told: RegExp): Promise<void> => {
    const before = await contentsOf(target);
    await assert.rejects(restore(target, dir), told);
    assert.deepEqual(await contentsOf(target), before);
  };
  const inDatabase: readonly (readonly [told: RegExp, table: string, row: string])[] = [
    [/ other in its database is not as in the backup/, "other (id)", "other VALUES (1)"],
    [/ odd 'name' in its database/, "\"odd 'name'\" (id)", "\"odd 'name'\" VALUES (1)"],
    [/ restoring_one in its database/, "restoring_one (c0, c1, c2, c3)", "restoring_one VALUES (1, 2, 3, 4)"],
  ];
  const target = await open();
  await assert.rejects(take(target, fresh()), /no table and no object/);
  for (const [told, table, row] of inDatabase) {
    await target.write([{ sql: `CREATE TABLE ${table}` }, { sql: `INSERT INTO ${row}` }]);
    await refuses(target, told);
    await target.write([{ sql: `DROP TABLE ${table.slice(0, table.indexOf(" ("))}` }]);
  }
  // Each comes before those that are in the way already.
  const inBucket: readonly (readonly [told: RegExp, key: string, text: string])[] = [
    [/its bucket has other, the backup not/, "other", "x"],
    [/ metadata in its bucket is not that of the backup/, "metadata", "x"],
    [/ a in its bucket is not that of the backup/, "a", "bytes of A"],
  ];
  for (const [told, key, text] of inBucket) {
    await putAt(target, { key }, text);
    await refuses(target, told);
  }
});
