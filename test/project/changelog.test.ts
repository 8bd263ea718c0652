/**
 * Holds the changelog to what there is: its newest version is the program's, versions and dates descend, and every
 * migration is brought by exactly one version, or by what is yet to become one. In: the changelog, `package.json` and the
 * folder of migrations.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");
const file = (name: string): string => readFileSync(join(ROOT, name), "utf8");

interface Version {
  readonly number: string;
  readonly date: string;
  /** Null where nothing is said of migrations. */
  readonly migrations: readonly string[] | null;
}

const UNRELEASED = "Unreleased";
const sections = versionsIn(file("CHANGELOG.md"));
const versions = sections.filter(({ number }, i) => i > 0 || number !== UNRELEASED);

function versionsIn(changelog: string): readonly Version[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const heading = new RegExp(`^(\\d+\\.\\d+\\.\\d+|${UNRELEASED})(?: – (\\d{4}-\\d{2}-\\d{2}))?\\n`);
      const [, number = "", date = ""] = heading.exec(text) ?? [];
      const line = /^Migrations: (.+)$/m.exec(text)?.[1];
      const migrations = [...(line ?? "").matchAll(/`([^`]+\.sql)`/g)].map(([, name = ""]) => name);
      return { number, date, migrations: line === undefined ? null : migrations };
    });
}

/** `0.10.0` comes after `0.9.0`. */
function rank(number: string): number {
  return number.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);
}

test("every version has a number, a date and a line that says which migrations it brings", () => {
  assert.ok(versions.length >= 6);
  for (const { number, migrations } of sections) {
    assert.notEqual(number, "", `a heading such as ## 0.6.0 – 2026-11-30, or first of all ## ${UNRELEASED}`);
    assert.ok(migrations !== null, `${number} says Migrations: none. where it brings none`);
  }
  for (const { date } of versions) {
    assert.equal(new Date(date).toISOString().slice(0, 10), date);
  }
});

test("versions descend, and no date comes before that of an older version", () => {
  versions.slice(1).forEach((older, i) => {
    const newer = versions[i] as Version;
    assert.ok(rank(newer.number) > rank(older.number), `${newer.number} above ${older.number}`);
    assert.ok(newer.date >= older.date, `${newer.number} of ${newer.date} above ${older.number} of ${older.date}`);
  });
});

test("the newest version is the one that runs", () => {
  const { version } = JSON.parse(file("package.json")) as { readonly version: string };
  assert.equal(versions[0]?.number, version);
  const lock = JSON.parse(file("package-lock.json")) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  assert.deepEqual([lock.version, lock.packages[""]?.version], [version, version]);
});

test("every migration is brought by exactly one version, the older by the older", () => {
  const brought = [...sections].reverse().flatMap(({ migrations }) => migrations ?? []);
  assert.deepEqual(brought, readdirSync(join(ROOT, "migrations")).sort());
});
