/** Markdown shows hostile text as text; each line pins what a reader of CommonMark needs to see. */
import assert from "node:assert/strict";
import test from "node:test";
import { escapeBlockStart, escapeMarkdown } from "../../src/formats/escape-markdown.ts";
import { writeMarkdown } from "../../src/formats/markdown.ts";
import type { Briefing, Run } from "../../src/model/briefing.ts";
import { everyPart } from "../support/every-part.ts";

function paragraph(...runs: readonly Run[]): string {
  const sections: Briefing["sections"] = [{ kind: "standfirst", parts: [{ kind: "paragraph", style: "body", runs }] }];
  return writeMarkdown({ ...everyPart, sections }).trimEnd();
}

const plain = (text: string): Run => ({ text, voice: "plain" });
const strong = (text: string): Run => ({ text, voice: "strong" });

test("signs of markup are escaped wherever they stand", () => {
  assert.equal(
    escapeMarkdown("<b>&amp; *a* _b_ [c](d) `e` ~f~ g|h \\ $i$"),
    "\\<b\\>\\&amp; \\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\~f\\~ g\\|h \\\\ \\$i\\$",
  );
  assert.equal(escapeMarkdown("https://a.b www.a.b"), "https\\://a.b www\\.a.b");
});

test("signs that begin a block are escaped where one begins", () => {
  for (const [line, escaped] of [
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["+ a", "\\+ a"],
    ["=== ", "\\=== "],
    ["12. a", "12\\. a"],
    ["3) a", "3\\) a"],
    ["2025 war", "2025 war"],
  ] as const) {
    assert.equal(escapeBlockStart(line), escaped);
  }
});

test("strong neighbours share their asterisks, and spaces stay outside", () => {
  assert.equal(paragraph(strong("Ja"), strong(": "), plain("sofort")), "**Ja:** sofort");
  assert.equal(paragraph(plain("a"), strong(" b "), plain("c")), "a **b** c");
});

test("where asterisks would show, there is no emphasis", () => {
  assert.equal(paragraph(plain("a"), strong("(b)"), plain("c")), "a(b)c");
});

test("a citation becomes neither a link nor a definition", () => {
  const cite: Run = { text: "2¶5", voice: "citation", target: { source: 2 } };
  assert.equal(paragraph(cite, plain(": x")), "[2¶5]\\: x");
  assert.equal(paragraph(cite, plain("(x)")), "[2¶5]\\(x)");
});

test("addresses are links that text cannot close", () => {
  const run: Run = { text: "a]b", voice: "plain", href: "https://example.org/a|b>c)d&amp;e" };
  assert.equal(paragraph(run), "[a\\]b](<https://example.org/a%7Cb%3Ec)d\\&amp;e>)");
  assert.doesNotMatch(writeMarkdown(everyPart), /(?<!\\)\]\(<?javascript/);
});

test("a table has a head, a rule and as many cells in every row", () => {
  const lines = writeMarkdown(everyPart)
    .split("\n")
    .filter((line) => line.startsWith("|"));
  assert.equal(lines.length, 4);
  assert.equal(lines[1], "| --- | --- | --- |");
  for (const line of lines) assert.equal(line.match(/(?<!\\)\|/g)?.length, 4, line);
});

test("sources are a numbered list", () => {
  assert.match(writeMarkdown(everyPart), /## Quellen\n\n1\. \*\*Agenturmeldung, dpa\.\*\*\n2\. /);
});
