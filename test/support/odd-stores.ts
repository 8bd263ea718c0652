/**
 * Tables and objects that this program would never make, for tests of what has to take any. In: stores. Out: the same, with
 * names that no file system takes, values that JSON does not hold, and tables that hang on each other.
 */
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import type { Stores } from "../../scripts/backup/stores.ts";
import type { ObjectToPut, Statement } from "../../scripts/backup/stores-worker.ts";
import { hashOf } from "./backups.ts";

/** Keys that no file system takes as they are, or that it takes for each other. */
const KEYS = [
  "a/../b",
  "../up",
  "/begins/with/a/slash",
  "a//b",
  "a",
  "a/b",
  "A",
  "CON",
  "con.txt",
  "nul/file.txt",
  "é",
  "e\u0301",
  "ends-with-a-dot.",
  "folder./file",
  " blank ",
  "question?*<>|:\"'\\",
  "line\nfeed\ttab",
  "🗞/\uffff",
  "\uffff",
  "~",
  ".",
  "..",
  "x".repeat(900),
  `${"deep/".repeat(180)}end`,
  "unknown/prefix.pdf",
];

const ODD_TABLES: readonly Statement[] = [
  {
    sql:
      "CREATE TABLE \"odd 'name'\" (id INTEGER PRIMARY KEY AUTOINCREMENT, anything, real REAL, " +
      "twice AS (real * 2), kept TEXT GENERATED ALWAYS AS (upper(hex(anything))) STORED)",
  },
  ...[
    "1",
    "1.0",
    "0.1 + 0.2",
    "1e300",
    "9223372036854775807",
    "-9223372036854775808",
    "9007199254740993",
    "9e999",
    "-9e999",
    "NULL",
    "''",
    "x''",
    "x'00ff'",
    "'a' || char(0) || 'b'",
    "CAST(x'f09f98' AS TEXT)",
    "char(65533)",
    "'🗞 ' || char(8232) || char(10) || '\"'",
    "'1'",
  ].map((value) => ({ sql: `INSERT INTO "odd 'name'" (anything, real) VALUES (${value}, 0.1)` })),
  { sql: "INSERT INTO \"odd 'name'\" (id) VALUES (500)" },
  { sql: "DELETE FROM \"odd 'name'\" WHERE id = 500" },
  {
    sql:
      "CREATE TABLE ordered (a TEXT COLLATE NOCASE, b INTEGER, c ANY, d TEXT, PRIMARY KEY (a COLLATE BINARY, b)) " +
      "STRICT, WITHOUT ROWID",
  },
  {
    sql:
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO ordered " +
      "SELECT CASE i % 2 WHEN 0 THEN 'x' ELSE 'X' END, i, CASE i % 3 WHEN 0 THEN i ELSE i || '' END, 'd' FROM n",
  },
  // Each hangs on the other, and on itself.
  { sql: "CREATE TABLE one (rowid TEXT, other TEXT REFERENCES two (id), id TEXT PRIMARY KEY)" },
  { sql: "CREATE TABLE two (id TEXT PRIMARY KEY, other TEXT REFERENCES one (id), same TEXT REFERENCES two (id))" },
  { sql: "PRAGMA defer_foreign_keys = on" },
  { sql: "INSERT INTO one VALUES ('r', 'z', 'a')" },
  { sql: "INSERT INTO two VALUES ('z', 'a', 'y'), ('y', 'a', 'z')" },
  { sql: "CREATE INDEX found ON one (other) WHERE other IS NOT NULL" },
  { sql: "CREATE VIEW seen AS SELECT id FROM two" },
  { sql: "CREATE TRIGGER heard AFTER INSERT ON two BEGIN INSERT INTO one (id) VALUES (new.id || ';'); END" },
  { sql: `CREATE TABLE wide (${Array.from({ length: 100 }, (_, i) => `c${i}`).join(", ")})` },
  { sql: `INSERT INTO wide (c0, c99) VALUES (x'01', 2.5), (NULL, 'x')` },
  { sql: "CREATE VIRTUAL TABLE searched USING fts5 (words)" },
  { sql: "INSERT INTO searched (rowid, words) VALUES (7, 'eins zwei')" },
  { sql: "CREATE TABLE large (text TEXT, bytes BLOB)" },
  { sql: "INSERT INTO large SELECT replace(hex(zeroblob(550000)), '00', '\"'), zeroblob(900)" },
];

/** How many objects there are then. */
export const OBJECTS = KEYS.length + 2;

export async function fillOddly(stores: Stores): Promise<void> {
  await stores.write(ODD_TABLES);
  for (const key of KEYS) await putAt(stores, { key }, `bytes of ${key}`);
  await putAt(stores, { key: "nothing" }, "");
  const httpMetadata = {
    contentType: "text/plain; charset=utf-8",
    contentLanguage: "de",
    contentDisposition: "attachment",
    contentEncoding: "identity",
    cacheControl: "no-store",
    cacheExpiry: "2027-01-01T00:00:00.000Z",
  };
  await putAt(stores, { key: "metadata", httpMetadata, customMetadata: { long: "ä".repeat(900), é: "" } }, "x");
}

export async function putAt(
  stores: Stores,
  object: Partial<ObjectToPut> & { readonly key: string },
  text: string,
): Promise<void> {
  const bytes = Buffer.from(text);
  const given = { httpMetadata: {}, customMetadata: {}, ...object, sha256: hashOf(bytes) };
  assert.notEqual(await stores.put(given, bytes.length, Readable.from([bytes])), null);
}
