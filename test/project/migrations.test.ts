/**
 * Migrations only add. In: every file after those that were there when this became a rule, and SQL that must be refused or
 * must pass, so that the rule itself is held. That the program before really runs on the new tables is tried by
 * `older-program.deep.test.ts`.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { MIGRATIONS } from "../support/edition-facts.ts";
import { complaintsAbout } from "../support/migration-rules.ts";

/** Later ones have to keep the rule; of these, only those below do by themselves. */
const LAST_FREE = "0006_large_libraries.sql";
const names = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith(".sql"))
  .sort();
const complaintsIn = (name: string): readonly string[] => complaintsAbout(readFileSync(join(MIGRATIONS, name), "utf8"));

test("a migration adds and does nothing else", () => {
  assert.ok(names.includes(LAST_FREE));
  for (const name of names.filter((each) => each > LAST_FREE)) assert.deepEqual(complaintsIn(name), [], name);
});

test("the rule is one that real migrations keep, and that it notices where one does not", () => {
  for (const name of ["0003_sheets.sql", "0004_counts.sql", "0005_day_of_issue.sql", LAST_FREE])
    assert.deepEqual(complaintsIn(name), [], name);
  assert.match(complaintsIn("0002_press.sql").join("\n"), /^create unique index editions_revisions [^\n]+$/);
});

const GOOD: readonly string[] = [
  "",
  "-- DROP TABLE editions;\n/* DELETE FROM runs; */",
  "CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER NOT NULL UNIQUE, CHECK (a <> 'x;DROP TABLE runs')) STRICT;",
  'create table if not exists "t" (a) without rowid',
  "CREATE TABLE t (a TEXT REFERENCES runs (id) ON DELETE CASCADE, b TEXT REFERENCES t (a));",
  "CREATE TABLE a (id TEXT PRIMARY KEY); CREATE TABLE b (a TEXT NOT NULL REFERENCES a (id));",
  "CREATE INDEX i ON runs (started) WHERE finished IS NULL;",
  "CREATE INDEX IF NOT EXISTS i ON runs (started);",
  "ALTER TABLE runs ADD COLUMN who TEXT;",
  "ALTER TABLE runs ADD who;",
  "ALTER TABLE runs ADD COLUMN who TEXT NOT NULL DEFAULT '';",
  "ALTER TABLE runs ADD COLUMN n INTEGER DEFAULT -1 NOT NULL CHECK (n >= -1);",
  "ALTER TABLE runs ADD COLUMN who TEXT CHECK (json_type(who) = 'object');",
  "ALTER TABLE runs ADD COLUMN who TEXT NOT NULL DEFAULT '[]' CHECK (json_type(who) = 'array');",
  "ALTER TABLE runs ADD COLUMN of TEXT CHECK (length(of) > 1) REFERENCES runs (id) ON DELETE SET NULL;",
  "ALTER TABLE runs ADD COLUMN [not null] TEXT;",
  "ALTER TABLE runs ADD COLUMN who TEXT DEFAULT NULL;",
  "INSERT INTO runs (id) VALUES ('DELETE FROM runs; --');",
  "INSERT OR IGNORE INTO runs (id) SELECT id FROM editions;",
  "INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO NOTHING;",
  "ALTER TABLE runs ADD COLUMN who TEXT; UPDATE runs SET who = id;",
  'ALTER TABLE runs ADD COLUMN a; ALTER TABLE runs ADD COLUMN b; UPDATE main.RUNS SET (a, "B") = (id, slot), a = max(id, slot);',
  "ALTER TABLE runs ADD COLUMN who TEXT; UPDATE runs SET who = (SELECT id FROM editions WHERE digest = 'a', slot = 1) WHERE id = slot;",
  "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2); UPDATE t SET b = 3 WHERE a = 1;",
];

/** And what the complaint names. */
const BAD: readonly (readonly [sql: string, told: RegExp])[] = [
  ["DROP TABLE editions;", /none of what/],
  ["-- all is well\nDROP INDEX runs_by_start", /none of what/],
  ["/* ; */ DELETE FROM runs WHERE id = ''", /none of what/],
  ["CREATE UNIQUE INDEX i ON runs (started);", /none of what/],
  ["CREATE VIEW v AS SELECT 1;", /none of what/],
  ["CREATE TEMP TABLE t (a);", /none of what/],
  ["CREATE VIRTUAL TABLE t USING fts5 (a);", /none of what/],
  ["CREATE TRIGGER t AFTER INSERT ON runs BEGIN SELECT 1; END;", /none of what/],
  ["CREATE TABLE t AS SELECT * FROM runs;", /column by column/],
  ["CREATE TABLE t (edition TEXT REFERENCES editions (id));", /from deleting in editions/],
  ["CREATE TABLE t (a REFERENCES runs (id), b REFERENCES t (a) ON DELETE CASCADE);", /from deleting in runs/],
  ['CREATE TABLE t (a, FOREIGN KEY (a) REFERENCES "Runs" (id) ON DELETE RESTRICT);', /from deleting in runs/],
  ["ALTER TABLE runs RENAME TO walks;", /takes away/],
  ["ALTER TABLE runs RENAME COLUMN slot TO week;", /takes away/],
  ["ALTER TABLE runs DROP COLUMN slot;", /takes away/],
  ["ALTER TABLE runs ALTER COLUMN slot SET NOT NULL;", /takes away/],
  ["ALTER TABLE runs ADD CONSTRAINT c CHECK (slot <> '');", /forbids/],
  ["ALTER TABLE runs ADD CHECK (slot <> '');", /forbids/],
  ["ALTER TABLE runs ADD COLUMN who TEXT NOT NULL;", /no value/],
  ["ALTER TABLE runs ADD who TEXT NOT /* DEFAULT '' */ NULL;", /no value/],
  ['ALTER TABLE runs ADD "default" TEXT NOT NULL;', /no value/],
  ["ALTER TABLE runs ADD COLUMN who TEXT NOT NULL DEFAULT NULL;", /no value/],
  ["ALTER TABLE runs ADD COLUMN who TEXT CHECK (who IS NOT NULL);", /no value/],
  ["ALTER TABLE runs ADD COLUMN who TEXT CHECK (who NOTNULL);", /no value/],
  ["ALTER TABLE runs ADD COLUMN who TEXT CHECK (who = slot);", /asks for slot/],
  ['ALTER TABLE runs ADD COLUMN who TEXT CHECK ((who IS NULL) = ("slot" IS NULL));', /asks for slot/],
  ["ALTER TABLE runs ADD COLUMN a CHECK (a > 0) CHECK (coalesce(a, slot) > 0);", /asks for slot/],
  ["ALTER TABLE runs ADD COLUMN at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP;", /no plain value/],
  ["ALTER TABLE runs ADD COLUMN at TEXT DEFAULT (datetime());", /no plain value/],
  ["ALTER TABLE runs ADD COLUMN who TEXT UNIQUE;", /unique/],
  ["ALTER TABLE runs ADD COLUMN who TEXT PRIMARY KEY;", /primary/],
  ["ALTER TABLE runs ADD COLUMN who TEXT GENERATED ALWAYS AS (id);", /generated/],
  ["ALTER TABLE runs ADD COLUMN who TEXT AS (id);", /is as /],
  ["ALTER TABLE runs ADD COLUMN edition TEXT REFERENCES editions (id);", /from deleting in editions/],
  ["INSERT OR REPLACE INTO runs (id) VALUES ('a');", /none of what/],
  ["REPLACE INTO runs (id) VALUES ('a');", /none of what/],
  ["INSERT INTO runs (id) VALUES ('a') ON CONFLICT (id) DO UPDATE SET slot = '';", /writes over/],
  ["WITH a AS (SELECT 1) UPDATE runs SET slot = '';", /none of what/],
  ["UPDATE runs SET slot = '';", /writes over slot/],
  ["UPDATE runs SET who = ''; ALTER TABLE runs ADD COLUMN who TEXT;", /writes over who/],
  ["ALTER TABLE runs ADD COLUMN who TEXT; UPDATE editions SET who = '';", /writes over who/],
  ["ALTER TABLE runs ADD COLUMN who TEXT; UPDATE runs SET who = max(1, 2), slot = '';", /writes over slot$/],
  ["ALTER TABLE runs ADD COLUMN who TEXT; UPDATE runs SET (who, slot) = ('', '');", /writes over slot$/],
  ["ALTER TABLE runs ADD COLUMN who TEXT; UPDATE OR REPLACE runs SET who = '';", /no plain UPDATE/],
  ["ALTER TABLE runs ADD COLUMN who TEXT; UPDATE runs AS r SET slot = '';", /no plain UPDATE/],
  ["PRAGMA foreign_keys = OFF;", /none of what/],
  ["INSERT INTO runs (id) VALUES ('a', \"b);", /" is never closed/],
  ["CREATE TABLE t (a); /* DROP TABLE runs;", /\/\* is never closed/],
  ["INSERT INTO t VALUES ('it''s'); DROP TABLE runs; --'", /drop table runs/],
];

test("SQL that only adds passes, whatever its texts and comments say", () => {
  for (const sql of GOOD) assert.deepEqual(complaintsAbout(sql), [], sql);
});

test("SQL that does more is refused, statement by statement", () => {
  for (const [sql, told] of BAD) {
    const complaints = complaintsAbout(sql);
    assert.equal(complaints.length > 0, true, sql);
    assert.match(complaints[0] ?? "", told, sql);
  }
  assert.equal(complaintsAbout("DROP TABLE a; CREATE TABLE b (c); DROP TABLE d").length, 2);
});
