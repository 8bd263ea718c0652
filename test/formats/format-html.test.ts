/** What can be said of a web page without a browser: it is escaped, its links lead somewhere, its style has its hash. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { composeAll } from "../../src/compose/compose-all.ts";
import { COLOURS } from "../../src/formats/html/colours.ts";
import { heldTogether } from "../../src/formats/html/held-together.ts";
import { htmlShell, STYLE_HASH } from "../../src/formats/html/shell.ts";
import { placeTimeline } from "../../src/formats/html/timeline-places.ts";
import { WEB_FACES } from "../../src/formats/html/web-faces.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { contrast } from "../support/contrast.ts";
import { editionOf } from "../support/edition.ts";
import { everyPart, HOSTILE } from "../support/every-part.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { issueListsOf, largeEdition } from "../support/large.ts";
import { withoutData } from "../support/scripts.ts";

const html = writeHtml(everyPart);
const alls = topicsOf(HARBOUR).flatMap((topic) =>
  Object.keys(LANGUAGES).map((language) => writeHtml(composeAll(editionOf(HARBOUR), topic, language))),
);
const large = largeEdition(HARBOUR, 300);
const lists = Object.keys(LANGUAGES).flatMap((language) => issueListsOf(large, language).map(writeHtml));

test("the hash is that of the one style element, and nothing is styled or scripted beside it", () => {
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)];
  assert.equal(styles.length, 1);
  assert.equal(
    STYLE_HASH,
    `sha256-${createHash("sha256")
      .update(styles[0]?.[1] ?? "")
      .digest("base64")}`,
  );
  assert.doesNotMatch(withoutData(html), /<script|<[^>]* (style|on\w+)=|<[^>]*javascript:|<img|<iframe/);
  assert.equal(htmlShell({ language: "de", title: "</title>", head: "", body: "" }).match(/<\/title>/g)?.length, 1);
});

test("hostile text is text", () => {
  for (const text of HOSTILE.filter((each) => each.includes("<"))) assert.ok(!html.includes(text), text);
  assert.ok(html.includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
  assert.doesNotMatch(html, /[\u202a-\u202e\u2066-\u2069\u200f]/);
});

test("a line begins with no dash, and a number stays with its abbreviation", () => {
  for (const dash of "–—―‒") assert.equal(heldTogether(`ja ${dash} nein`, "de"), `ja\u00a0${dash} nein`);
  assert.equal(heldTogether("Europa—<nein>", "de-AT"), "Europa&#8288;—&lt;nein&gt;");
  assert.equal(heldTogether("nach Art. 5 und 50 %", "de"), "nach Art.\u00a05 und 50\u00a0%");
});

test("identifiers are unique and every link within the page leads to one", () => {
  for (const page of [html, ...alls, ...lists]) {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, target] of page.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
  }
});

test("headings go down one level at a time, below one first", () => {
  for (const page of [html, ...alls, ...lists]) {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [i, level] of levels.entries()) assert.ok(level <= (levels[i - 1] ?? 0) + 1);
  }
});

test("a citation has a name, a change of language its tag and direction", () => {
  assert.ok(
    html.includes(
      '<a class="cite" href="#source-1" aria-label="1¶9: Quelle 1, Absatz 9" title="Quelle 1, Absatz 9">1¶9</a>',
    ),
  );
  assert.ok(html.includes('<a class="flag" href="#dispute-A" aria-label="≠A: Streitpunkt A"'));
  assert.ok(html.includes('<span lang="uk" dir="ltr">Не перекладено'));
  assert.ok(html.includes('lang="ar" dir="rtl"'));
});

test("the head names the newest edition, this one, and the other formats and languages", () => {
  assert.match(html, /<link rel="canonical" href="http:\/\/localhost:8787\/de\/hostile">/);
  assert.match(html, /<link rel="cite-as" href="http:\/\/localhost:8787\/2026-W47\/de\/hostile">/);
  for (const ending of ["pdf", "md", "txt", "json"]) {
    assert.ok(html.includes(`href="http://localhost:8787/2026-W47/de/hostile.${ending}"`), ending);
  }
  for (const tag of Object.keys(LANGUAGES)) assert.ok(html.includes(`hreflang="${tag}"`));
  assert.match(alls[0] ?? "", /<link rel="canonical" href="https:\/\/einblatt\.example\/de\/overview\/all">/);
  assert.match(alls[0] ?? "", /<link rel="cite-as" href="https:\/\/einblatt\.example\/2026-W47\/de\/overview\/all">/);
});

test("links keep to a template that was chosen, and name none that is the topic's own", () => {
  const links = (topic: string, template: string): string => writeHtml({ ...everyPart, topic, template });
  assert.ok(links("kyiv", "overview").includes('href="../de/kyiv.pdf?template=overview"'));
  assert.ok(links("overview", "positions").includes('href="../en/overview?template=positions"'));
  for (const [topic, template] of [
    ["kyiv", "actor"],
    ["ceasefire", "positions"],
    ["overview", "overview"],
    ["kyiv", "all"],
  ] as const) {
    assert.ok(!links(topic, template).includes("template="), `${topic} ${template}`);
  }
});

test("what leaves nothing out has no PDF, and its links go one step further up", () => {
  const page = alls[0] ?? "";
  assert.ok(!page.includes(".pdf"));
  assert.ok(page.includes('href="../../de/overview/all.md"'));
  assert.ok(page.includes('href="../../de/overview">Das Blatt'));
});

test("the links around the sheet hold for the newest edition and for an old one", () => {
  const hrefs = [...html.slice(0, html.indexOf("<main")).matchAll(/<a [^>]*href="(\.[^"]*)"/g)].map(([, href]) => href);
  assert.ok(hrefs.length >= 9);
  for (const href of hrefs) {
    const newest = new URL(href ?? "", "http://x/de/hostile").pathname;
    assert.equal(new URL(href ?? "", "http://x/2026-W47/de/hostile").pathname, `/2026-W47${newest}`);
    assert.match(newest, /^\/(de|en|uk)\//);
  }
});

test("words stand out from their ground by 4.5 to 1 in light and dark", () => {
  for (const { ink, quiet, accent, paper, tint } of Object.values(COLOURS)) {
    for (const words of [ink, quiet, accent]) {
      for (const ground of [paper, tint]) assert.ok(contrast(words, ground) >= 4.5, `${words} on ${ground}`);
    }
  }
});

test("faces are WOFF2 under paths that hold their hash, and the style asks for these", () => {
  for (const { path, bytes } of WEB_FACES) {
    assert.equal(Buffer.from(bytes).subarray(0, 4).toString("latin1"), "wOF2");
    const hash = createHash("sha256").update(new Uint8Array(bytes)).digest("hex").slice(0, 8);
    assert.match(path, new RegExp(`^/faces/[a-z-]+-${hash}\\.woff2$`));
    assert.ok(html.includes(`url("${path}")`));
  }
});

test("pages of every program find their faces: each is at the path it first had too", () => {
  const first = ["text-4d849f19", "text-bold-ea8d7dea", "display-f458b47b", "label-44656328", "label-bold-67520a26"];
  const found = WEB_FACES.flatMap(({ path, formerPaths }) => [path, ...formerPaths]);
  for (const name of first) assert.ok(found.includes(`/faces/${name}.woff2`), name);
});

test("no dot of a timeline covers another on a phone, however many fall on one day", () => {
  const dots = Array.from({ length: 24 }, (_, i) => ({
    label: `${i}`,
    day: i < 6 ? null : i % 5,
    year: `${1990 + i}`,
  }));
  const { dots: places, dates } = placeTimeline({
    kind: "timeline",
    alt: "",
    days: 5,
    dots,
    ticks: [{ day: 0, label: "x" }],
  });
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      const across = (Math.abs(a.x - b.x) / 100) * 272;
      assert.ok(across >= 20 || a.level !== b.level, `${across} ${a.level} ${b.level}`);
    }
  }
  for (const { x } of [...places, ...dates]) assert.ok(x >= 0 && x <= 100);
});
