/** Plain text keeps to its columns, breaks no grapheme and no address, and lets no direction mark through. */
import assert from "node:assert/strict";
import test from "node:test";
import { safeHref } from "../../src/formats/link-target.ts";
import { TEXT_COLUMNS, writeText } from "../../src/formats/text.ts";
import { visibleText } from "../../src/formats/visible-text.ts";
import { columnsOf, wrapText } from "../../src/formats/wrap-text.ts";
import { everyPart } from "../support/every-part.ts";

test("no line is longer than 72 columns but for an address", () => {
  for (const line of writeText(everyPart).split("\n")) {
    assert.ok(columnsOf(line) <= TEXT_COLUMNS || line.includes("://"), line);
    assert.equal(line, line.trimEnd());
  }
});

test("headings are underlined as wide as they are", () => {
  assert.match(writeText(everyPart), /^Waffenruhe <b>& mehr\n={20}$/m);
  assert.match(writeText(everyPart), /^Quellen\n-{7}$/m);
});

test("a long word is broken between graphemes, an address not at all", () => {
  const family = "👨‍👩‍👧‍👦";
  const lines = wrapText(`ab ${family.repeat(30)} cd`, 20);
  for (const line of lines) assert.ok(columnsOf(line) <= 20);
  assert.equal(lines.join("").replace(/[^\p{Emoji_Presentation}\u200d]/gu, ""), family.repeat(30));
  assert.ok(lines.slice(1, -1).every((line) => line.startsWith("👨") && line.endsWith("👦")));
  const address = `https://example.org/${"x".repeat(90)}`;
  assert.deepEqual(wrapText(`siehe ${address} dort`, 40), ["siehe", address, "dort"]);
  assert.deepEqual(wrapText("e\u0301".repeat(6), 4), ["e\u0301".repeat(4), "e\u0301".repeat(2)]);
  assert.deepEqual(wrapText("漢字".repeat(3), 4), ["漢字", "漢字", "漢字"]);
});

test("signs that are counted without looking for graphemes are counted alike where one has to look", () => {
  for (let code = 0x20; code < 0x2fff; code++) {
    const text = `a${String.fromCodePoint(code)}ї`;
    // An ideograph takes two columns and joins nothing.
    assert.equal(columnsOf(text), columnsOf(`${text}漢`) - 2, code.toString(16));
  }
  assert.equal(columnsOf("Київ – 5\u00a0%, „Größe“"), 19);
  assert.equal(columnsOf("і\u0308"), 1);
});

test("no-break spaces hold, and the other lines hang", () => {
  assert.deepEqual(wrapText("um 5\u00a0000 Euro", 8, "- ", "  "), ["- um", "  5\u00a0000", "  Euro"]);
  assert.deepEqual(wrapText("", 8, "- "), ["- "]);
});

test("what only steers a display is taken away, and words stay", () => {
  assert.equal(visibleText("a\u202eb\u2066c\u200fd\u0007e\ud800f\u00adg\u{e0041}h"), "abcde\ufffdfgh");
  assert.equal(visibleText("eine\r\n\tZeile\u2028noch"), "eine Zeile noch");
  assert.equal(visibleText("👩‍🚀 Київ’ё"), "👩‍🚀 Київ’ё");
});

test("only the web can be linked to", () => {
  const href = (address: string) => safeHref({ text: "x", voice: "plain", href: address });
  for (const bad of [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "//x",
    "http://",
    "vbscript:x",
  ]) {
    assert.equal(href(bad), null, bad);
  }
  assert.equal(href('https://example.org/"><script>'), "https://example.org/%22%3E%3Cscript%3E");
});
