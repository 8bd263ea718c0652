/**
 * What the Nu checker of the W3C once found wrong in our pages, held without it, for it needs Java: on every web page
 * there is, no part of a table has a role, no field an attribute that HTML does not know, and nothing has to be guessed by
 * a parser. Two things it complains of are left as they are: `r` in a style, which is a property of SVG 2 that it does not
 * know, and the block for mails, which has no doctype and no title because it is pasted into a page that has.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DefaultTreeAdapterTypes, type ParserError, parse, parseFragment } from "parse5";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { REFUSED } from "../support/manners.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

const OF_TABLES: ReadonlySet<string> = new Set("table caption thead tbody tfoot tr th td".split(" "));

function complaintsAbout(html: string, isBlock: boolean): readonly string[] {
  const found: string[] = [];
  const options = { onParseError: ({ code }: ParserError) => found.push(code), sourceCodeLocationInfo: true };
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("attrs" in node) {
      const own = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const role = own.get("role");
      // A table that only arranges is none, and says so.
      const isLayout = node.tagName === "table" && role === "presentation";
      if (OF_TABLES.has(node.tagName) && role !== undefined && !isLayout) found.push(`${node.tagName} is ${role}`);
      if (!["soft", "hard"].includes(own.get("wrap") ?? "soft")) found.push(`wrap is ${own.get("wrap")}`);
    }
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(isBlock ? parseFragment(html, options) : parse(html, options));
  return found;
}

test("every page is HTML in which nothing has to be guessed, and its tables name no roles", async () => {
  const places = [
    ["en", "closing"],
    ["de", "council"],
    ["uk", "overview"],
  ] as const;
  const paths = places.flatMap(([language, topic]) =>
    examplesOf({ site: SITE, language, topic, edition: "2026-W47" }).map(({ path }) => path),
  );
  const kinds = new Set<string>();
  await atOnce([...new Set([...paths, ...REFUSED, "/de/overview?template=positions"])], async (path) => {
    const response = await worker.fetch(path, { headers: { Accept: "text/html" } });
    const html = await response.text();
    if (!(response.headers.get("Content-Type") ?? "").startsWith("text/html")) return;
    assert.deepEqual(complaintsAbout(html, path.endsWith("newsletter.html")), [], path);
    kinds.add(/<main[^>]* class="([\w-]+( [\w-]+)?)/.exec(html)?.[1] ?? path);
  });
  assert.ok(kinds.size > 5, [...kinds].join(", "));
});

test("what was found wrong once would be found again", () => {
  const page = (body: string): string => `<!doctype html><title>A</title>${body}`;
  assert.deepEqual(complaintsAbout(page(""), false), []);
  for (const body of [
    `<table role="table"></table>`,
    `<table><tbody><tr role="row"></tr></tbody></table>`,
    `<textarea wrap="off"></textarea>`,
    "<p id=a id=a></p>",
  ])
    assert.notDeepEqual(complaintsAbout(page(body), false), [], body);
});
