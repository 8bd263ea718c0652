/**
 * The preview card by its address: there where the press made it, served like any file; where it made none, refused in
 * words. No request draws one, whatever asks for it.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FORMATS } from "../../src/formats/formats.ts";
import type { Edition } from "../../src/model/edition.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { renderCard } from "../../src/render/render-card.ts";
import { cardOf } from "../../src/render/variant.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { EDITION_FACTS, SITE } from "../support/edition-facts.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { issueEdition } from "../support/issue.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const PRESSED = EDITION_FACTS.id;
const UNPRESSED = "2026-W46";

const languages = Object.keys(LANGUAGES);
const topics = topicsOf(HARBOUR);
const FIRST_OF_ITS_KIND = ["overview", "actor", "issue"].map((kind) =>
  topics.findIndex((topic) => topic.kind === kind),
);

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
  // As if the press had made files before it made cards: the older edition has none.
  await issueEdition(worker, { id: UNPRESSED, issued: "2026-11-09T05:00:00.000Z", library: HARBOUR });
});
after(async () => await worker.stop());

async function editionOf(id: string): Promise<Edition> {
  const { objects } = await worker.SHEETS.list({ prefix: `editions/${id}/` });
  const object = await worker.SHEETS.get(objects[0]?.key ?? "");
  assert.ok(object !== null);
  return await object.json<Edition>();
}

test("the press makes a card of every topic in every language, and the same as Node does", async () => {
  const edition = await editionOf(PRESSED);
  for (const [i, topic] of topics.entries()) {
    for (const [j, language] of languages.entries()) {
      const path = `/${PRESSED}/${language}/${topic.id}.png`;
      const answer = await worker.fetch(path);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get("Content-Type"), "image/png", path);
      const bytes = Buffer.from(await answer.arrayBuffer());
      // Each language once, and each kind of topic: it takes longer than all the rest.
      if (FIRST_OF_ITS_KIND[j] !== i) continue;
      const { content } = await renderCard(edition, cardOf(topic, language));
      assert.ok(bytes.equals(content as Uint8Array), path);
    }
  }
});

test("a card is served like any file: tag, length, part, name, addresses", async () => {
  const whole = await worker.fetch("/de/council.png");
  const bytes = Buffer.from(await whole.arrayBuffer());
  const { headers } = whole;
  assert.equal(headers.get("Content-Length"), String(bytes.length));
  assert.equal(headers.get("Content-Language"), "de");
  assert.equal(headers.get("Content-Location"), `${SITE}/${PRESSED}/de/council.png`);
  assert.match(headers.get("Content-Disposition") ?? "", /^inline; filename="einblatt-council-2026-W47-de\.png"/);
  assert.match(headers.get("Cache-Control") ?? "", /^public, max-age=300\b/);
  assert.equal(headers.get("Vary"), null);
  // What a browser that shows the picture by itself needs, and nothing else.
  assert.match(
    headers.get("Content-Security-Policy") ?? "",
    /^default-src 'none'; style-src 'unsafe-inline'; base-uri/,
  );
  const links = headers.get("Link") ?? "";
  assert.ok(links.includes(`<${SITE}/de/council>; rel="canonical"`), links);
  assert.ok(!links.includes("predecessor-version"), "the edition before has no cards");

  const head = await worker.fetch("/de/council.png", { method: "HEAD" });
  assert.equal(await head.text(), "");
  for (const name of ["ETag", "Content-Length", "Content-Type"])
    assert.equal(head.headers.get(name), headers.get(name));
  const tag = headers.get("ETag") ?? "";
  const same = await worker.fetch("/de/council.png", { headers: { "If-None-Match": tag } });
  assert.equal(same.status, 304);
  const some = await worker.fetch(`/${PRESSED}/de/council.png`, { headers: { Range: "bytes=1-3" } });
  assert.equal(some.status, 206);
  assert.equal(await some.text(), "PNG");
  assert.match(some.headers.get("Cache-Control") ?? "", /max-age=86400/);
  const saved = await worker.fetch("/de/council.png?dl=1&utm_source=x&template=none", { method: "HEAD" });
  assert.match(saved.headers.get("Content-Disposition") ?? "", /^attachment/);
});

test("who names no language is sent to the card in their own, the query untouched", async () => {
  const answer = await worker.fetch("/council.png?utm_source=x", { headers: { "Accept-Language": "uk" } });
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.get("Location"), "/uk/council.png?utm_source=x");
});

test("nobody gets the picture who did not ask for it by its ending", async () => {
  for (const accept of ["image/avif,image/webp,image/png,*/*;q=0.8", "text/html,image/png", "*/*"]) {
    const answer = await worker.fetch("/de/council", { headers: { Accept: accept } });
    assert.match(answer.headers.get("Content-Type") ?? "", /^text\/html/, accept);
    await answer.text();
  }
  assert.equal((await worker.fetch("/de/council", { headers: { Accept: "image/png" } })).status, 406);
});

test("a card that was never pressed is refused in words that name what there is, and none is made", async () => {
  const files = async (): Promise<number> => {
    const { objects, truncated } = await worker.SHEETS.list();
    assert.ok(!truncated);
    return objects.length;
  };
  const before = await files();
  for (const [i, topic] of topics.entries()) {
    const path = `/${UNPRESSED}/${languages[i % languages.length]}/${topic.id}.png`;
    for (const headers of [{}, { "If-None-Match": "*" }, { Range: "bytes=0-0" }]) {
      const answer = await worker.fetch(path, { headers });
      assert.equal(answer.status, 404, path);
      const words = await answer.text();
      for (const ending of Object.keys(FORMATS)) assert.ok(words.includes(`.${ending}`), words);
    }
    assert.equal((await worker.fetch(path, { method: "HEAD" })).status, 404, path);
  }
  assert.equal(await files(), before);
});

test("pages have no card: everything on a topic, changes, contents, topics that do not exist", async () => {
  for (const path of ["/de/council/all.png", "/de/changes.png", "/de/nowhere.png", "/changes.png"]) {
    assert.equal((await worker.fetch(path)).status, 404, path);
  }
  const refused = await (await worker.fetch("/de/council.gif")).text();
  assert.match(refused, /\.png/, "the formats of a topic are named, the card among them");
});

test("a page of an edition that is older than the cards names none", async () => {
  const { objects } = await worker.SHEETS.list({ prefix: `editions/${UNPRESSED}/` });
  const key = objects[0]?.key ?? "";
  const { cards, ...older } = await editionOf(UNPRESSED);
  assert.equal(cards, true);
  await worker.SHEETS.put(key, JSON.stringify(older));
  for (const path of ["/de/housing", "/de/housing/all", "/de/changes", "/de/"]) {
    const answer = await worker.fetch(`/${UNPRESSED}${path}`);
    const page = (await answer.text()).replace("/apple-touch-icon.png", "");
    assert.match(page, /og:title/, path);
    assert.doesNotMatch(page, /og:image|\.png/, path);
    assert.match(page, /name="twitter:card" content="summary"/, path);
  }
});
