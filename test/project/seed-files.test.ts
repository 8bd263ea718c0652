/** What is said of seeds before anybody asks what is in them: files that nobody reads, and texts that YAML cuts. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
