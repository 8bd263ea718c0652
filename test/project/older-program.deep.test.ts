/**
 * The program before the newest migration, on the tables after it: so it runs while a deployment is under way, and where an
 * operator goes back. In: that program, built from the history of this checkout; without one this is skipped. It issues,
 * corrects and serves, and the present program answers the same bytes of what it issued.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Miniflare } from "miniflare";
import { openDatabase } from "../../scripts/local-worker.ts";
import { templatesFor } from "../../templates/templates.ts";
import { MIGRATIONS, SITE } from "../support/edition-facts.ts";
import { commitBeforeNewestMigration, type OlderProgram, olderProgram } from "../support/older-program.ts";
import { startWorker } from "../support/worker.ts";

const found = commitBeforeNewestMigration();
const skip = "missing" in found && found.missing;
let older: OlderProgram | null = null;
after(() => older?.remove());
const program = (): OlderProgram => {
  if ("missing" in found) throw new Error(found.missing);
  older ??= olderProgram(found.commit);
  return older;
};
const stores = (): string => join(program().folder, ".wrangler/state/v3");

/** The last line that a command prints. */
function told(script: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = program().typed(script, ...args);
  assert.equal(status, 0, `${script} ${args.join(" ")}: ${stderr}`);
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}

async function inDatabase<T>(use: (db: D1Database) => Promise<T>): Promise<T> {
  const database = openDatabase(stores());
  try {
    return await use((await database.getBindings<Pick<Env, "LIBRARY">>()).LIBRARY);
  } finally {
    await database.dispose();
  }
}

/** Its own Worker, as its last order built it. */
async function openOlder(): Promise<Miniflare> {
  const script = pathToFileURL(join(program().folder, "scripts/local-worker.ts"));
  const { openWorker } = (await import(String(script))) as typeof import("../../scripts/local-worker.ts");
  return openWorker({ persist: stores(), settings: { PUBLIC_URL: SITE }, log: () => {} });
}

const FIRST = "2027-W01";
const SECOND = `${FIRST}.2`;

test("it issues and corrects an edition", { skip }, async () => {
  told("seed");
  const applied = await inDatabase(
    async (db) => (await db.prepare("SELECT name FROM d1_migrations ORDER BY name").all<{ name: string }>()).results,
  );
  assert.deepEqual(
    applied.map(({ name }) => name),
    readdirSync(MIGRATIONS).sort(),
    "the tables are those of today",
  );
  assert.equal(told("edition", "--at", "2027-01-04T06:00:00Z"), `${FIRST} is issued: ${SITE}/${FIRST}/`);
  const note = "de=Der Titel war falsch.";
  const title = JSON.stringify({ de: "Ein anderer Titel" });
  await inDatabase(async (db) => await db.prepare("UPDATE subject SET title = ?1").bind(title).run());
  assert.equal(told("edition", "--correct", FIRST, "--note", note), `${SECOND} is issued: ${SITE}/${SECOND}/`);
});

test("it serves both, files that nobody asked for before too, and the present program answers the same", {
  skip,
}, async () => {
  const [topic = ""] = await inDatabase(async (db) => {
    const sql = "SELECT topics FROM editions WHERE is_current = 1";
    const topics = JSON.parse((await db.prepare(sql).first<string>("topics")) ?? "[]") as {
      id: string;
      kind: string;
    }[];
    return topics.filter(({ kind }) => kind === "issue").map(({ id }) => id);
  });
  const template = templatesFor("issue").at(-1)?.id;
  const kept = [FIRST, SECOND].flatMap((edition) =>
    ["", ".html", ".pdf", ".pdf?paper=letter", ".md", ".txt", ".json", ".png", "/all"].map(
      (page) => `/${edition}/de/${topic}${page}`,
    ),
  );
  const asked = [
    ...kept,
    "/de/",
    `/de/${topic}`,
    `/uk/${topic}?template=${template}`,
    "/editions.json",
    "/de/feed.atom",
  ];
  const served = new Map<string, string>();
  const before = await openOlder();
  try {
    for (const path of asked) {
      const answer = await before.dispatchFetch(`${SITE}${path}`, { redirect: "manual" });
      assert.equal(answer.status, 200, path);
      served.set(path, sha256(await answer.arrayBuffer()));
    }
  } finally {
    await before.dispose();
  }
  const now = await startWorker({ persist: stores(), stores: "empty" });
  try {
    for (const path of kept) {
      const answer = await now.fetch(path);
      assert.deepEqual([answer.status, sha256(await answer.arrayBuffer())], [200, served.get(path)], path);
    }
  } finally {
    await now.stop();
  }
});

test("a migration that took something away would be noticed", { skip }, async () => {
  await inDatabase(async (db) => await db.prepare("ALTER TABLE editions RENAME COLUMN topics TO subjects").run());
  const worker = await openOlder();
  try {
    assert.equal((await worker.dispatchFetch(`${SITE}/${FIRST}/de/`)).status, 500);
  } finally {
    await worker.dispose();
  }
});

function sha256(bytes: ArrayBuffer): string {
  return createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
}
