/**
 * Backup and restore at length: broken off with every call there is, of what an older program left, of tables with many
 * rows, and as somebody at a terminal knows them. In: odd stores, the archives in `test/fixtures/`, and what is typed. Out:
 * what differs, and what was told otherwise.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type OpenStores, openLocalStores } from "../../scripts/backup/open-stores.ts";
import { restoreBackup } from "../../scripts/backup/restore-backup.ts";
import type { Stores } from "../../scripts/backup/stores.ts";
import { takeBackup } from "../../scripts/backup/take-backup.ts";
import { examplesOf } from "../support/addresses.ts";
import { unpack } from "../support/archive.ts";
import { atOnce } from "../support/at-once.ts";
import { answersAt, brokenOff, contentsOf, NOW, SILENT } from "../support/backups.ts";
import { EDITION_FACTS, ROOT, SITE } from "../support/edition-facts.ts";
import { answerAt, type Installed } from "../support/installed.ts";
import { fillOddly, OBJECTS } from "../support/odd-stores.ts";
import { madeStores } from "../support/pressed.ts";
import { startWorker } from "../support/worker.ts";

const folder = mkdtempSync(join(tmpdir(), "einblatt-backups-"));
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

/** Tries with a connection that ends later each time, until it does not; the folder and the stores stay. */
async function untilDone(attempt: (calls: number) => Promise<unknown>, step: number): Promise<number> {
  for (let calls = 0; ; calls += step) {
    const failure = await attempt(calls).then(
      () => null,
      (error: Error) => error.message,
    );
    if (failure === null) return calls / step;
    assert.equal(failure, "the connection ended");
  }
}

test("an installation that is restored from a backup answers the same at every address", async () => {
  const place = { language: "de", topic: "council", site: SITE, edition: EDITION_FACTS.id };
  const paths = examplesOf(place).map(({ path }) => path);
  const answersIn = async (state: string) => {
    const worker = await startWorker({ persist: join(state, "v3"), stores: "empty" });
    try {
      // Files in languages that nobody asks for here would only take time.
      const { objects } = await worker.SHEETS.list({ prefix: "files/" });
      const others = objects.map(({ key }) => key).filter((key) => !key.includes("/de/"));
      if (others.length > 0) await worker.SHEETS.delete(others);
      return await answersAt(worker, paths);
    } finally {
      await worker.stop();
    }
  };
  const [from, to, dir] = [fresh(), fresh(), fresh()];
  cpSync((await madeStores()).pressed, join(from, "v3"), { recursive: true });
  const was = await answersIn(from);
  const source = await open(from);
  const { backup } = await take(source, dir);
  await source.close();
  assert.ok(backup.objects.count > 50 && backup.tables.length > 15);
  const target = await open(to);
  const { damaged } = await restore(target, dir);
  await target.close();
  assert.deepEqual(damaged, []);
  assert.deepEqual(await answersIn(to), was);
});

test("broken off with any call and taken up each time, a backup and a restore come to the same end", async () => {
  const [source, target, dir] = [await open(), await open(), fresh()];
  await fillOddly(source);
  const was = await contentsOf(source);
  const takes = await untilDone((calls) => take(brokenOff(source, "get", calls), dir), 1);
  assert.ok(takes > 2 && takes <= OBJECTS, `${takes}`);
  await untilDone((calls) => restore(brokenOff(target, "put", calls), dir), 1);
  const other = await open();
  assert.ok((await untilDone((calls) => restore(brokenOff(other, "write", calls), dir), 1)) > 2);
  for (const stores of [target, other]) assert.deepEqual(await contentsOf(stores), was);
});

test("tables of many rows come back row by row", async () => {
  const [source, target, dir] = [await open(), await open(), fresh()];
  const rows = (sql: string) =>
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) ${sql}`;
  await source.write([
    { sql: "CREATE TABLE numbered (a TEXT, b INTEGER)" },
    { sql: rows("INSERT INTO numbered SELECT 'Zeile „' || i || '“', i FROM n") },
    { sql: "DELETE FROM numbered WHERE b % 7 = 0" },
    { sql: "CREATE TABLE ordered (a TEXT, b INTEGER, c TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID" },
    { sql: rows("INSERT INTO ordered SELECT i % 10, i, 'x' FROM n") },
    { sql: "CREATE TABLE heavy (a TEXT)" },
    { sql: "INSERT INTO heavy SELECT replace(hex(zeroblob(300000)), '0', 'ж') FROM numbered LIMIT 40" },
    { sql: "CREATE TABLE largest (a TEXT, b BLOB)" },
    { sql: "INSERT INTO largest SELECT replace(hex(zeroblob(450000)), '00', '\"'), zeroblob(1500000)" },
  ]);
  await take(source, dir);
  await restore(target, dir);
  assert.deepEqual(await contentsOf(target), await contentsOf(source));
});

const archives = readdirSync(join(ROOT, "test/fixtures")).filter((name) => name.startsWith("installed-"));

for (const archive of archives)
  test(`${archive}: restored from a backup, every file that was published is answered as it was`, async () => {
    const [from, to, dir] = [fresh(), fresh(), fresh()];
    unpack(readFileSync(join(ROOT, "test/fixtures", archive)), from);
    const known = JSON.parse(readFileSync(join(from, "addresses.json"), "utf8")) as Installed;
    const [source, target] = [await open(from), await open(to)];
    await take(source, dir);
    await restore(target, dir);
    assert.deepEqual(await contentsOf(target), await contentsOf(source));
    await target.close();
    const worker = await startWorker({ persist: join(to, "v3"), stores: "empty" });
    try {
      await atOnce(Object.entries({ ...known.redirects, ...known.addresses }), async ([path, was]) => {
        const is = await answerAt(worker, path, was.key ?? null);
        assert.deepEqual({ ...is }, { ...is, ...was }, path);
      });
    } finally {
      await worker.stop();
    }
  });

function typed(script: "backup" | "restore", ...args: readonly string[]) {
  const command = [join(ROOT, `scripts/${script}.ts`), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", cwd: ROOT });
  return { status, stdout, stderr };
}

test("as typed: what there is is told, what is wrong too, and the exit code says so", async () => {
  const [from, to, dir] = [fresh(), fresh(), fresh()];
  cpSync((await madeStores()).pressed, join(from, "v3"), { recursive: true });
  const first = typed("backup", dir, "--persist-to", from);
  assert.deepEqual([first.status, first.stderr], [0, ""]);
  const [, objects = "", bytes = ""] =
    /^(\d+) of \1 objects, (\S+) of \2 MB\n\d+ tables with \d+ rows; \1 objects, \2 MB, \1 of them new here\.\n$/.exec(
      first.stdout,
    ) ?? [];
  assert.ok(Number(objects) > 100 && Number(bytes) > 1, first.stdout);
  assert.match(typed("backup", dir, "--persist-to", from).stdout, / 0 of them new here\.\n$/);
  const restored = typed("restore", dir, "--persist-to", to);
  assert.deepEqual([restored.status, restored.stderr], [0, ""]);
  assert.match(
    restored.stdout,
    new RegExp(`The backup of \\S+: \\d+ tables with \\d+ rows; ${objects} objects put\\.\n$`),
  );
  assert.match(
    typed("restore", dir, "--persist-to", to).stdout,
    /, which were there; 0 objects put, \d+ were there\.\n$/,
  );
  assert.deepEqual(await contentsOf(await open(to)), await contentsOf(await open(from)));

  const files = readdirSync(join(dir, "objects"), { recursive: true, encoding: "utf8" });
  const pdf = files.find((name) => name.endsWith(".pdf")) ?? "";
  writeFileSync(join(dir, "objects", pdf), "spoilt");
  const damaged = typed("restore", dir, "--persist-to", fresh());
  assert.equal(damaged.status, 1);
  assert.match(damaged.stderr, /^DAMAGED in the backup and not restored: objects\/files\/.*\.pdf does not have/);

  const table: readonly (readonly [args: Parameters<typeof typed>, told: RegExp])[] = [
    [["backup"], /^name one folder for the backup: npm run backup -- /],
    [["restore", "one", "two"], /^name one folder for the backup: npm run restore -- /],
    [["restore", fresh(), "--persist-to", fresh()], /holds no finished backup; npm run backup -- /],
    [["backup", fresh(), "--persist-to", fresh()], /^this installation has no table and no object/],
    [["backup", fresh(), "--remote"], /^set database_id in wrangler\.toml/],
  ];
  for (const [args, told] of table) {
    const { status, stderr } = typed(...args);
    assert.deepEqual([status, told.test(stderr)], [1, true], stderr);
  }
});
