/**
 * Holds what the bench's figures rest on: that peers are given every word of the sheet, and that no two weeks share a
 * text that anyone could have kept. It measures no time and needs none of the peers.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Content } from "../../bench/content.ts";
import { jobOf } from "../../bench/job.ts";
import type { Briefing, Part } from "../../src/model/briefing.ts";
import { HARBOUR } from "../support/fixtures.ts";

const WEEKS = [1, 2, 3, 30, 53, 416];
/** The longest of what stays the same, such as a speaker with a date. */
const LABEL = 75;

function textsOf({ sections }: Pick<Briefing, "sections">): readonly string[] {
  const inside = (part: Part): readonly string[] => {
    switch (part.kind) {
      case "heading":
      case "paragraph":
        return [part.runs.map(({ text }) => text).join("")];
      case "list":
        return part.items.flatMap(({ label, parts }) => [
          ...(label === undefined ? [] : [label]),
          ...parts.flatMap(inside),
        ]);
      case "group":
        return part.parts.flatMap(inside);
      case "code":
        return [part.alt];
      default:
        return [`the bench has no ${part.kind}`];
    }
  };
  return sections.flatMap(({ parts }) => parts.flatMap(inside));
}

function givenTexts({ strips }: Content): readonly string[] {
  return strips.flatMap(({ across, legend, columns, code }) => {
    const pieces = [...across, ...(legend === null ? [] : [legend]), ...columns.flat()];
    const texts = pieces.flatMap((piece) => {
      const blocks = piece.kind === "block" ? [piece] : piece.blocks;
      const label = piece.kind === "block" || piece.label === null ? [] : [piece.label.text];
      return [...label, ...blocks.map(({ words }) => words.map(({ text }) => text).join(""))];
    });
    return [...texts, ...(code === null ? [] : [code.alt])];
  });
}

test("peers are given every word of the sheet and no other", () => {
  for (const week of WEEKS) {
    const { briefing, content } = jobOf(HARBOUR, week);
    const texts = [...textsOf(briefing)].sort();
    assert.deepEqual([...givenTexts(content)].sort(), texts, `week ${week}`);
    const shorter = { ...content, strips: content.strips.slice(1) };
    assert.notDeepEqual([...givenTexts(shorter)].sort(), texts, "a strip that is missing would be noticed");
  }
});

test("no two weeks share a text of the library", () => {
  const seen = new Map<string, number>();
  const repeated = (week: number): readonly string[] => {
    const { sections } = jobOf(HARBOUR, week).briefing;
    const texts = textsOf({
      sections: sections.filter(({ kind }) => ["standfirst", "positions", "disputes"].includes(kind)),
    });
    return texts.filter((text) => {
      const before = seen.has(text);
      seen.set(text, week);
      return before && text.length > LABEL;
    });
  };
  for (const week of WEEKS) assert.deepEqual(repeated(week), [], `week ${week}`);
  assert.ok(repeated(WEEKS[0] ?? 1).length > 10, "the same week again would be noticed");
});
