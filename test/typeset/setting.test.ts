/**
 * How a paragraph and its columns are set: ligatures, dashes at the ends of lines, where words may be divided, lines that are
 * never too full, and baselines that neighbouring columns share.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Run } from "../../src/model/briefing.ts";
import type { PlacedText } from "../../src/model/page.ts";
import { GLUE } from "../../src/typeset/text/characters.ts";
import { copyOf, type Word } from "../../src/typeset/text/copy.ts";
import { FACES } from "../../src/typeset/text/faces.ts";
import { languageOf } from "../../src/typeset/text/hyphenations.ts";
import { breakLines } from "../../src/typeset/text/lines.ts";
import { measure } from "../../src/typeset/text/shape.ts";
import { divide, stemsOf } from "../../src/typeset/text/word-breaks.ts";
import { baselineComplaints } from "../support/baselines.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { nameOf, pageOf, sheetNamed, sheetsOf } from "../support/sheets.ts";

const plain = (text: string): readonly Run[] => [{ text, voice: "plain" }];
const copy = (text: string, tag: string, face: "text" | "label" = "text"): readonly Word[] =>
  copyOf(
    plain(text),
    () => ({ face, scale: 1 }),
    () => languageOf(tag, stemsOf(["Wladimir", "Putin", "von"])),
  );
const set = (text: string, tag: string, face: "text" | "label" = "text"): string =>
  copy(text, tag, face)
    .map((word) => word.text)
    .join(" ");

test("the serif joins f with the letter after it, in German not across the parts of a compound", () => {
  const apart = "Proﬁt Pﬁﬀ Auflage auffallen Kaufﬂäche straffrei";
  assert.equal(set("Profit Pfiff Auflage auffallen Kauffläche straffrei", "de"), apart);
  assert.equal(set("Waffenruhe hoffen offiziell Treffen", "de"), "Waﬀenruhe hoﬀen oﬃziell Treﬀen");
  assert.equal(set("office affair selfish flight", "en"), "oﬃce aﬀair selﬁsh ﬂight");
  assert.equal(set("office flight", "en", "label"), "office flight");
  assert.equal(set("https://example.org/office", "en"), "https://example.org/office");
});

/** The parts of a word with what a break costs between them: `-` a hyphen, `|` nothing. */
function divided(word: string, tag: string): string {
  let parts = "";
  let from = 0;
  for (const { at, hyphen } of divide(word, languageOf(tag, stemsOf(["Wladimir", "Putin", "von"])))) {
    parts += word.slice(from, at) + (hyphen ? "-" : "|");
    from = at;
  }
  return parts + word.slice(from);
}

test("words are divided where their language divides them, and names, numbers and addresses are not", () => {
  assert.equal(divided("Waffenstillstand", "de"), "Waf-fen-still-stand");
  assert.equal(divided("Putins", "de"), "Putins");
  assert.equal(divided("„Wladimirs", "de"), "„Wladimirs");
  assert.equal(divided("vonstatten", "de"), "von-stat-ten");
  assert.equal(divided("EU-Außenminister", "de"), "EU-|Au-ßen-mi-nis-ter");
  assert.equal(divided("2024–2025", "de"), "2024–2025");
  assert.equal(divided("E-Mail", "de"), "E-Mail");
  assert.equal(divided("https://example.org/de/a?b=c", "de"), "https://example|.org/|de/|a?|b=|c");
  assert.equal(divided("oﬃce", "en"), "oﬃce");
  assert.equal(divided("Kyjiw.", "de"), divided("Kyjiw", "de").concat("."));
});

const copyRuns = (runs: readonly Run[]): readonly Word[] =>
  copyOf(
    runs,
    () => ({ face: "text", scale: 1 }),
    () => languageOf("de", stemsOf([])),
  );

test("a space behind what has no shape parts the words", () => {
  const words = copyRuns([...plain("vor"), ...plain("\u200b nach")]);
  assert.deepEqual(
    words.map(({ text, glued }) => [text, glued]),
    [
      ["vor", false],
      ["nach", false],
    ],
  );
  assert.ok((words[1]?.left ?? 0) > (words[0]?.right ?? 0));
});

test("a word that a citation is glued to is divided, and not cut, where only the citation does not fit", () => {
  const words = copyRuns([...plain("Sicherheitsgarantien"), { text: "\u00a01¶9", voice: "citation" }]);
  const [, second] = breakLines(words, (words[0]?.right ?? 0) + 300);
  assert.deepEqual([second?.word, second?.hyphen], [0, true]);
});

for (const dash of ["–", "—", "―", "‒", "−", "-", "--", "---"]) {
  test(`no line begins with ${dash}, nor where another voice begins with it`, () => {
    const words = copyRuns([
      ...plain(`Europa ${dash} nein, sagt er ${dash} und die anderen `),
      { text: `${dash} ja ${dash} `, voice: "strong" },
      { text: `${dash} vielleicht ${dash} wenn`, voice: "plain" },
    ]);
    for (let measure = 4_000; measure < 20_000; measure += 100) {
      for (const { word, at } of breakLines(words, measure)) {
        const first = words[word]?.text.slice(at).replace(new RegExp(`^${GLUE}`), "") ?? "";
        assert.ok(!first.startsWith(dash), `${first} at ${measure}`);
      }
    }
  });
}

test("citations do not stand on a last line without a word", () => {
  const words = copyRuns([
    ...plain("dass Kompromisse über das Staatsgebiet mit der Verfassung nicht vereinbar sind."),
    { text: "\u00a05¶8", voice: "citation" },
    { text: " ", voice: "citation" },
    { text: "5¶9", voice: "citation" },
  ]);
  for (let measure = 10_000; measure < 20_000; measure += 100) {
    const last = breakLines(words, measure).at(-1);
    assert.notEqual(words[last?.word ?? 0]?.voiced.run.voice, "citation", String(measure));
  }
});

test("no line is too full, and all words are on the lines in their order", async () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzäöüß-–.,„“😀") }),
    fc.constantFrom("Sicherheitsgarantien", "Waffenstillstandsverhandlungen", "und", "https://example.org/de/overview"),
  );
  await fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1_500, max: 40_000 }),
      (words, width) => {
        const text = words.join(" ");
        const copied = copy(text, "de");
        const lines = breakLines(copied, width);
        assert.deepEqual([lines[0]?.word ?? 0, lines[0]?.at ?? 0], [0, 0]);
        lines.forEach((line, i) => {
          const next = lines[i + 1];
          assert.ok(widthOf(copied, line, next) <= width + 0.01, `line ${i} of “${text}” at ${width}`);
          if (next !== undefined)
            assert.ok(next.word > line.word || next.at > line.at, "every line has something on it");
        });
      },
    ),
    { numRuns: 2_000, seed: 20261121 },
  );
});

/** What stands on a line, measured anew glyph by glyph. */
function widthOf(
  words: readonly Word[],
  from: { word: number; at: number },
  to?: { word: number; at: number; hyphen: boolean },
): number {
  const face = FACES.text;
  let width = 0;
  const last = to === undefined ? words.length - 1 : to.at > 0 ? to.word : to.word - 1;
  for (let i = from.word; i <= last; i++) {
    const { text, glued } = words[i] as Word;
    const part = text.slice(i === from.word ? from.at : 0, i === to?.word ? to.at : undefined);
    width += Math.max(0, measure(part, face)) + (i < last && !glued ? face.advance(face.glyph(0x20)) : 0);
  }
  return width + (to?.hyphen === true ? face.advance(face.glyph(0x2d)) : 0);
}

test("neighbouring columns share their baselines on every sheet", () => {
  const complaints = sheetsOf(HARBOUR).flatMap((sheet) =>
    baselineComplaints(pageOf(editionOf(HARBOUR), sheet), sheet.template).map((found) => `${nameOf(sheet)}: ${found}`),
  );
  assert.deepEqual(complaints.slice(0, 3), []);
});

test("a line that leaves the grid is noticed", () => {
  const sheet = sheetNamed(HARBOUR, "closing/positions/de/a4");
  const page = pageOf(editionOf(HARBOUR), sheet);
  const index = page.items.findLastIndex(
    ({ kind, owner }) => kind === "text" && owner?.kind === "paragraph" && owner.style === "body",
  );
  const text = page.items[index] as PlacedText;
  const moved = { ...page, items: page.items.with(index, { ...text, y: text.y + 1 }) };
  assert.notDeepEqual(baselineComplaints(moved, sheet.template), []);
});
