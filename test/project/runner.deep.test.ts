/**
 * The test runner on a project of a few tiny test files: which of them run, what is told, and when a run has failed.
 * In: the runner as it stands, copied beside made-up tests. It knows nothing of the real ones.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "einblatt-runner-"));
after(() => rmSync(folder, { recursive: true }));

const passes = (name: string, wait = 0): string =>
  `import { test } from "node:test"; test("${name}", (_, done) => setTimeout(done, ${wait}));`;
const fails = (name: string): string =>
  `import { test } from "node:test"; test("${name}", () => { throw new Error(); });`;

interface Told {
  readonly status: number | null;
  readonly text: string;
}

/** A project of its own with these files below `test/`, and a function that runs its tests. */
function project(files: Readonly<Record<string, string>>): (...args: readonly string[]) => Told {
  const root = mkdtempSync(join(folder, "project-"));
  for (const name of ["run.ts", "runner", "support/binary-modules.ts"]) {
    cpSync(join(ROOT, "test", name), join(root, "test", name), { recursive: true });
  }
  const written = {
    "package.json": '{ "type": "module" }',
    "test/runner/prepare.ts": 'export const prepare = async (): Promise<void> => console.log("prepared");',
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`test/${name}`, text])),
  };
  for (const [name, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  // Node's runner does nothing inside a test, which it knows by this variable.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "test/run.ts"), ...args], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    return { status, text: stdout + stderr };
  };
}

test("each tier runs its own files, and what is named runs whatever its tier", () => {
  const tests = project({
    "a.test.ts": passes("fast one"),
    "x/b.test.ts": passes("fast two"),
    "x/c.deep.test.ts": passes("deep one"),
  });
  const cases: readonly (readonly [args: readonly string[], names: readonly string[]])[] = [
    [[], ["fast one", "fast two"]],
    [["--deep"], ["deep one"]],
    [["test/x"], ["deep one", "fast two"]],
    [["test/x/c.deep.test.ts"], ["deep one"]],
    [
      ["--deep", "test/a.test.ts", "test/x"],
      ["deep one", "fast one", "fast two"],
    ],
  ];
  for (const [args, names] of cases) {
    const { status, text } = tests(...args);
    assert.equal(status, 0, text);
    assert.match(text, /^prepared\n/);
    assert.deepEqual([...text.matchAll(/^✔ (.+) \(/gm)].map(([, name]) => name).sort(), names, args.join(" "));
    assert.match(text, new RegExp(`^ℹ pass ${names.length}$`, "m"));
  }
});

test("a run in which something failed, or a file held no test, ends with 1 and says where", () => {
  const cases: readonly (readonly [files: Readonly<Record<string, string>>, told: readonly RegExp[]])[] = [
    [
      { "bad.test.ts": fails("sums are right") },
      [/failing tests:\n\ntest at test\/bad\.test\.ts:1:\d+\n✖ sums are right/, /^ℹ fail 1$/m],
    ],
    [
      { "early.test.ts": "throw new Error('not even begun');", "ended.test.ts": "process.exit(3);" },
      [/not even begun/, /✖ .*early\.test\.ts/, /✖ .*ended\.test\.ts/, /^ℹ fail 2$/m],
    ],
    [{ "empty.test.ts": "export {};" }, [/^test\/empty\.test\.ts has no test\.$/m]],
  ];
  for (const [files, told] of cases) {
    const { status, text } = project({ ...files, "good.test.ts": passes("good") })();
    assert.equal(status, 1, text);
    for (const sentence of [...told, /✔ good/]) assert.match(text, sentence);
  }
});

test("a choice without a test is an error, and nothing is prepared for it", () => {
  const tests = project({ "a.test.ts": passes("one"), "fixtures/words.txt": "words" });
  const cases: readonly (readonly [args: readonly string[], told: string])[] = [
    [["--deep"], "No file below test/ is of the deep tier."],
    [["test/a.test.ts", "test/b.test.ts"], "test/b.test.ts does not exist."],
    [["test/fixtures"], "test/fixtures has no test."],
    [["test/fixtures/words.txt"], "test/fixtures/words.txt has no test."],
  ];
  for (const [args, told] of cases) {
    const { status, text } = tests(...args);
    assert.equal(status, 1);
    assert.ok(text.startsWith(told), text);
  }
});

test("the ten slowest files are told, slowest first, and the next run starts with them", () => {
  const names = Array.from({ length: 11 }, (_, i) => `${String.fromCharCode(97 + i)}.test.ts`);
  const tests = project({
    ...Object.fromEntries(names.map((name) => [name, passes(name)])),
    "z.test.ts": passes("z.test.ts", 1000),
  });
  const { text } = tests();
  const slowest = [...text.matchAll(/^ +([\d.]+) s {2}test\/(.+)$/gm)];
  const seconds = slowest.map(([, time]) => Number(time));
  assert.equal(slowest.length, 10);
  assert.deepEqual(
    seconds,
    seconds.toSorted((one, other) => other - one),
  );
  assert.ok(Number(slowest.find(([, , name]) => name === "z.test.ts")?.[1]) >= 1, text);
  const ends = [slowest.at(-1)?.[2], slowest[0]?.[2]];
  const again = tests(...ends.map((name) => `test/${name}`)).text;
  assert.deepEqual(
    [...again.matchAll(/^✔ (.+) \(/gm)].map(([, name]) => name),
    ends.toReversed(),
  );
});
