/**
 * What is said of seeds before anybody asks what is in them: files that nobody reads or that hold nothing, slips of YAML
 * and of saving, and texts that YAML cuts. One slip is one sentence, at the line where it was made.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { joinSeeds } from "../../scripts/parse-seeds.ts";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import { BadLibrary, type Problem } from "../../src/model/problem.ts";
import { folderOf } from "../support/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "einblatt-seed-files-"));
after(() => rmSync(folder, { recursive: true }));
cpSync(folderOf("harbour"), folder, { recursive: true });

async function problems(): Promise<readonly Problem[]> {
  try {
    return (await loadSeeds(folder)).warnings;
  } catch (error) {
    assert.ok(error instanceof BadLibrary, String(error));
    return error.problems;
  }
}

for (const name of ["events.YAML", "events.yml", "events.Yml", "events.yaml.txt"]) {
  test(`events in a file named ${name} do not vanish without a word`, async () => {
    renameSync(join(folder, "events.yaml"), join(folder, name));
    const told = await problems();
    renameSync(join(folder, name), join(folder, "events.yaml"));
    assert.deepEqual(
      told.map(({ severity, reason }) => [severity, reason]),
      [["error", "is not read: seeds end in .yaml; name it events.yaml"]],
    );
    assert.ok(told[0]?.file.endsWith(`/${name}`));
  });
}

test("other files are named in a warning, hidden ones are not", async () => {
  for (const name of ["notes.md", ".DS_Store", "statements/old.bak"]) writeFileSync(join(folder, name), "");
  const told = (await problems()).filter(({ reason }) => !/translat/.test(reason));
  for (const name of ["notes.md", ".DS_Store", "statements/old.bak"]) rmSync(join(folder, name));
  assert.deepEqual(
    told.map(({ severity, file }) => [
      severity,
      file
        .slice(folder.length - file.length - 2)
        .split("/")
        .at(-1),
    ]),
    [
      ["warning", "notes.md"],
      ["warning", "old.bak"],
    ],
  );
});

/** Lines of an entry, and whether a text in it is cut: as a mistake, as something odd, or not. */
const LINES: readonly (readonly [line: string, severity: Problem["severity"] | null])[] = [
  ["  de: Der Gipfel von Alaska #1 und der Krieg", "error"],
  ["  de: Der Gipfel von Alaska # eins", "error"],
  ["  de: Gipfel #1 und der Krieg", "error"],
  ["  de: #1 und der Krieg", "error"],
  ["  de: Gipfel # eins", "warning"],
  ["  - Der Gipfel #1", "error"],
  ['  de: "Der Gipfel von Alaska #1 und der Krieg"', null],
  ["  de: Der Gipfel von Alaska#1", null],
  ["  de: 5 # eins", null],
  ["  de: null # von niemandem", null],
  ["  de: # auf der Zeile darunter\n    Der Gipfel", null],
  ["  de: Der Gipfel\n  # zur nächsten Zeile", null],
  ["  de: { en: Summit } # eins", null],
];

for (const [line, severity] of LINES) {
  test(`${severity === null ? "nothing is said" : `${severity} is told`} of “${line.trim()}”`, () => {
    const text = `title:\n${line}\n`;
    let told: readonly Problem[] = [];
    try {
      told = joinSeeds({ folder: "seeds", files: [{ path: "subject.yaml", text }], unread: [] }).warnings;
    } catch (error) {
      assert.ok(error instanceof BadLibrary, String(error));
      told = error.problems;
    }
    assert.deepEqual(
      told.map((problem) => [problem.severity, problem.file, problem.line]),
      severity === null ? [] : [[severity, "seeds/subject.yaml", 2]],
    );
  });
}

/** A file of the harbour's, how it is spoilt, and what is told: the line, and a part of the sentence. */
const SLIPS: Readonly<
  Record<string, readonly [file: string, spoil: (text: string) => string | Uint8Array, line: number, reason: RegExp]>
> = {
  "an empty file": ["events.yaml", () => "", 1, /^is empty, so it says nothing of events; write \[\]/],
  "a file of comments": ["statements/ferry.yaml", () => "# to do\n# later\n", 1, /^is empty/],
  "an empty subject": ["subject.yaml", () => "\n", 1, /^is empty; fill it/],
  "a list without a dash": [
    "events.yaml",
    () => 'id: a\ndate: "2026"\n',
    1,
    /^has fields where a list of events belongs/,
  ],
  "a word for a list": ["events.yaml", () => "none\n", 1, /^is a text where a list of events belongs/],
  "a subject in a list": [
    "subject.yaml",
    (text) => text.replace(/^(?=title)/m, "- ").replace(/^(?!- )(?=.)/gm, "  "),
    1,
    /^has a dash before its fields/,
  ],
  "a forgotten dash": ["events.yaml", (text) => nth(text, /^- id/gm, 2, "  id"), 0, /^is there twice in one entry/],
  "a tab": [
    "events.yaml",
    (text) => nth(text, /^ {2}(?=\w)/gm, 2, "\t"),
    0,
    /^is indented with a tab; indent with spaces/,
  ],
  "tabs everywhere": [
    "events.yaml",
    (text) => text.replace(/^ {2}(?=\w)/gm, "\t"),
    0,
    /^is indented with a tab, here and in \d+ more lines/,
  ],
  "a space too many": [
    "events.yaml",
    (text) => nth(text, /^ {2}(?=\w)/gm, 3, "   "),
    0,
    /^begins after 3 spaces, and what it belongs to after 2/,
  ],
  "a space too few": [
    "events.yaml",
    (text) => nth(text, /^ {2}(?=\w)/gm, 3, " "),
    0,
    /^begins after 1 space, and what it belongs to after 2/,
  ],
  "a quotation mark within": [
    "subject.yaml",
    () => 'title:\n  de: "Er sagt "Nein" dazu"\n  en: "No"\n',
    2,
    /^has " within a text that " encloses/,
  ],
  "an apostrophe within": ["subject.yaml", () => "title:\n  en: 'It's no'\n  de: 'Nein'\n", 2, /^has ' within/],
  "no closing quotation mark": [
    "subject.yaml",
    () => 'title:\n  de: "Nein\n  en: "No"\n',
    2,
    /^opens a text with " that nothing closes/,
  ],
  "a second document": ["subject.yaml", (text) => `${text}---\n${text}`, 0, /^begins a second document with ---/],
  "something else": ["subject.yaml", () => "title: [de, en\n", 2, /^is not YAML: /],
  "UTF-16 with a mark": ["events.yaml", (text) => Buffer.from(`\ufeff${text}`, "utf16le"), 1, /^is saved as UTF-16/],
  "UTF-16 without one": ["events.yaml", (text) => Buffer.from(text, "utf16le"), 1, /^is saved as UTF-16/],
  "Latin-1": [
    "subject.yaml",
    () => Buffer.from('title:\n  en: "Port"\n  de: "Für den Hafen"\n', "latin1"),
    3,
    /^is not UTF-8 here/,
  ],
};

/** The n-th match of a pattern replaced. */
function nth(text: string, pattern: RegExp, n: number, by: string): string {
  let count = 0;
  return text.replace(pattern, (found) => (++count === n ? by : found));
}

for (const [name, [file, spoil, line, reason]] of Object.entries(SLIPS)) {
  test(`${name} is told in one sentence at its line`, async () => {
    const path = join(folder, file);
    const sound = readFileSync(path, "utf8");
    const spoilt = spoil(sound);
    writeFileSync(path, spoilt);
    const told = await problems();
    writeFileSync(path, sound);
    assert.equal(told.length, 1, told.map(({ reason: each }) => each).join("\n"));
    assert.match(told[0]?.reason ?? "", reason);
    assert.ok(told[0]?.file.endsWith(file));
    // Where the text is the harbour's own, the line is that of the first difference.
    const wanted = line === 0 ? firstDifference(sound, String(spoilt)) : line;
    assert.equal(told[0]?.line, wanted);
  });
}

function firstDifference(before: string, after: string): number {
  const [was, is] = [before.split("\n"), after.split("\n")];
  return is.findIndex((each, i) => each !== was[i]) + 1;
}

test("[] says that there are none, and a mark of UTF-8 is passed over", async () => {
  const path = join(folder, "events.yaml");
  const sound = readFileSync(path, "utf8");
  for (const text of ["[]\n", `\ufeff${sound}`]) {
    writeFileSync(path, text);
    const told = (await problems()).filter(({ severity }) => severity === "error");
    assert.deepEqual(told, []);
  }
  writeFileSync(path, sound);
});

test("a mistake in an entry is told by the entry's name", async () => {
  const path = join(folder, "events.yaml");
  const sound = readFileSync(path, "utf8");
  const id = /id: (\S+)/.exec(sound)?.[1];
  writeFileSync(path, sound.replace(/^( *)priority: .*$/m, "$1priority: 9"));
  const told = await problems();
  writeFileSync(path, sound);
  assert.deepEqual(
    told.map(({ field }) => field),
    [`events[${id}].priority`],
  );
});
