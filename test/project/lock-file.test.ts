/**
 * Holds what is installed to what was meant: in every lock file each package has the hash of its content, for other
 * systems too, and comes from npm's own registry. In: lock files. Out: faults by name.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  /** Where it was fetched from; where npm leaves it out, it asks the registry of whoever installs. */
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

const FOLDER = "node_modules/";

function faultsIn({ packages }: Lock): readonly string[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    const absent = Object.keys(locked.optionalDependencies ?? {}).filter((name) => !isLocked(packages, path, name));
    return [
      ...(path === "" || /^sha512-[\w+/]{86}==$/.test(locked.integrity ?? "") ? [] : [`${path}: no integrity`]),
      ...(/^(https:\/\/registry\.npmjs\.org\/.*)?$/.test(locked.resolved ?? "") ? [] : [`${path}: ${locked.resolved}`]),
      ...absent.map((name) => `${path}: ${name} is not in the lock file`),
    ];
  });
}

/** Whether a package finds another beside itself or further up, where it looks for it. */
function isLocked(packages: Lock["packages"], path: string, name: string): boolean {
  if (packages[`${path === "" ? "" : `${path}/`}${FOLDER}${name}`] !== undefined) return true;
  return path !== "" && isLocked(packages, path.slice(0, Math.max(path.lastIndexOf(`/${FOLDER}`), 0)), name);
}

test("every package has its hash, for every system, and comes from npm's own registry", () => {
  for (const name of ["package-lock.json", "bench/peers/package-lock.json"]) {
    const lock: Lock = JSON.parse(readFileSync(join(ROOT, name), "utf8"));
    assert.ok(Object.keys(lock.packages).length > 10, name);
    assert.deepEqual(faultsIn(lock), [], name);
  }
});

test("what is wrong in a lock file is told by name", () => {
  const integrity = `sha512-${"a".repeat(86)}==`;
  const cases: readonly (readonly [packages: Lock["packages"], faults: readonly string[]])[] = [
    [{ "": { optionalDependencies: { "a-mac": "1" } }, "node_modules/a-mac": { integrity } }, []],
    [{ "": { optionalDependencies: { "a-mac": "1" } } }, [": a-mac is not in the lock file"]],
    [{ "node_modules/a": { version: "1" } }, ["node_modules/a: no integrity"]],
    [{ "node_modules/a": { integrity: "sha1-abc=" } }, ["node_modules/a: no integrity"]],
    [{ "node_modules/a": { integrity, resolved: "https://registry.npmjs.org/a/-/a-1.tgz" } }, []],
    [
      { "node_modules/a": { integrity, resolved: "https://mirror.example/a.tgz" } },
      ["node_modules/a: https://mirror.example/a.tgz"],
    ],
    [
      {
        "node_modules/a/node_modules/@x/b": { integrity, optionalDependencies: { c: "1", d: "1", e: "1" } },
        "node_modules/a/node_modules/c": { integrity },
        "node_modules/d": { integrity },
        "node_modules/x/node_modules/e": { integrity },
      },
      ["node_modules/a/node_modules/@x/b: e is not in the lock file"],
    ],
  ];
  for (const [packages, faults] of cases) assert.deepEqual(faultsIn({ packages }), faults);
});
