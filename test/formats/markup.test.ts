/**
 * Text is not markup: the compiler refuses it wherever markup is asked for, which `npm run types` holds by the errors
 * that are expected here, and every way from text to markup escapes it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { block, element, escapeHtml, escapeLines, html, type Markup, together } from "../../src/formats/html/markup.ts";
import type { Shell } from "../../src/formats/html/shell.ts";

const text: string = `<b>&"'\u202e</b>`;
const ESCAPED = "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;";

/** Never called, for only the compiler has anything to say about it. */
export const slips = (): readonly unknown[] => [
  // @ts-expect-error a text as content
  element("p", {}, text),
  // @ts-expect-error markup and text together are text
  block("p", {}, `${escapeHtml(text)} ${text}`),
  // @ts-expect-error a text within markup
  html`<p>${text}</p>`,
  // @ts-expect-error texts one after the other
  together([escapeHtml(text), text]),
  // @ts-expect-error words of the program, which may hold a sign as well as any others
  element("p", {}, "this & that"),
  // @ts-expect-error a whole page of text
  { head: "", body: text } satisfies Partial<Shell>,
];

test("text becomes markup escaped, by whichever way", () => {
  const ways: Readonly<Record<string, Markup>> = {
    content: element("p", {}, escapeHtml(text)),
    lines: element("p", {}, escapeLines(text)),
    within: html`<p>${escapeHtml(text)}</p>`,
    together: together([html`<p>`, escapeHtml(text), html`</p>`]),
  };
  for (const [way, markup] of Object.entries(ways)) assert.equal(markup, `<p>${ESCAPED}</p>`, way);
  assert.equal(element("p", { title: text }), `<p title="${ESCAPED}"></p>`);
  assert.equal(escapeLines("<\n>"), "&lt;\n&gt;");
});
