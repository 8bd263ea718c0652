/**
 * Hostile words are words: in every format, at every address, in every field of a library, in the note of a correction,
 * the reason of a retraction and a reader's own request. Each answer is held against that of a clean twin: it has no
 * element, attribute, address, key or header more, and says the words as often.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CITATION_ENDINGS } from "../../src/formats/cite/citation-endings.ts";
import { CARD_FORMAT } from "../../src/formats/endings.ts";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { WORD_FORMATS } from "../../src/formats/formats.ts";
import { filesIn } from "../../src/press/file-sets.ts";
import { setBatch } from "../../src/press/set-batch.ts";
import { editionById } from "../../src/store/edition-index.ts";
import { readEditionIn } from "../../src/store/read-edition.ts";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import { CLEAN, HOSTILE, libraryFullOf, timesIn } from "../support/hostile.ts";
import { forgetEditions, issueEdition, retractEdition } from "../support/issue.ts";
import { type Shape, shapeOf, surplus } from "../support/shape.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const PLACE = { site: SITE, language: "en", topic: "ceasefire", edition: "2026-W47.2" };
const EXAMPLES = examplesOf(PLACE).map(({ path }) => path);
const FORMATS = ["", ".html", ".md", ".txt", ".json", ".pdf"];

/** These show the source of other formats beside the words, where signs are escaped. */
const SOURCES = /\/newsletter(\.json)? as/;

/** What a reader wrote, in every place of a request that an answer may repeat. */
const asking = (text: string): readonly (readonly [path: string, accept: string])[] => {
  const given = encodeURIComponent(text.toWellFormed());
  const paths = [
    `/${given}/ceasefire`,
    `/en/ceasefire.${given}`,
    `/en/${given}/all`,
    ...["paper", "template", "dl"].map((name) => `/en/ceasefire?${name}=${given}`),
    `/en/changes?since=${given}`,
  ];
  return FORMATS.flatMap((ending) => {
    const accept = { "": "text/html", ".md": "text/markdown", ".txt": "text/plain" }[ending] ?? "application/json";
    return [`/en/${given}${ending}`, ...(ending === ".pdf" ? [] : paths)].map((path) => [path, accept] as const);
  });
};

interface Seen {
  readonly name: string;
  readonly status: number;
  readonly headers: Headers;
  readonly shape: Shape | null;
}

/** One for all texts: each has editions of its own, and by then nobody knows of those of the one before. */
const worker = await startWorker({ stores: "empty" });
after(async () => await worker.stop());

/** All that a site says whose every word is this text: of a corrected edition, of a retracted one, of what is not there. */
async function allOf(text: string): Promise<readonly Seen[]> {
  await forgetEditions(worker);
  await issueAll(worker, text);
  const retracted = FORMATS.map((ending) => `/2026-W46/en/ceasefire${ending}`);
  const own = [...EXAMPLES, "/2026-W47/en/ceasefire", ...retracted].map((path) => [path, "*/*"] as const);
  return await atOnce([...own, ...asking(text)].entries(), async ([i, [path, accept]]) => {
    const response = await worker.fetch(path, { headers: { Accept: accept } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const name = `${i} ${path} as ${accept}`;
    // Markdown by convention, and plain text by its type.
    const type = path === "/llms.txt" ? "text/markdown" : response.headers.get("Content-Type");
    const shape = type === null ? null : await shapeOf(type, bytes).catch((error) => assert.fail(`${name}: ${error}`));
    return { name, status: response.status, headers: response.headers, shape: withoutClock(shape) };
  });
}

/**
 * Sets what the press would of one topic and of the edition itself, so that cards are drawn and feeds have items. The
 * press itself would refuse some of these words before they got so far.
 */
async function press({ LIBRARY, SHEETS }: TestWorker, id: string): Promise<void> {
  const entry = await editionById(LIBRARY, id);
  assert.ok(entry !== null);
  const { language } = PLACE;
  const topics = entry.topics.filter(({ id: topic, kind }) => topic === PLACE.topic || kind === "overview");
  const editionIn = async (tag: string) => await readEditionIn(SHEETS, entry, tag);
  await setBatch({ db: LIBRARY, bucket: SHEETS, entry, editionIn, filesIn }, 1, [
    { kind: "edition", language },
    ...topics.map((topic) => ({ kind: "topic", language, topic }) as const),
  ]);
}

async function issueAll(worker: TestWorker, text: string): Promise<void> {
  const library = libraryFullOf(text);
  const shorter = { ...library, statements: library.statements.slice(0, 3), disputes: [] };
  const words = { de: text, en: text, uk: text };
  await issueEdition(worker, { id: "2026-W46", issued: "2026-11-12T05:00:00.000Z", library: shorter });
  const before = { id: "2026-W46", library: shorter };
  await issueEdition(worker, { id: "2026-W47", issued: "2026-11-19T05:00:00.000Z", library, before });
  await press(worker, "2026-W47");
  const correction = { corrects: "2026-W47", on: "2026-11-20", note: words };
  await issueEdition(worker, {
    id: "2026-W47.2",
    issued: "2026-11-20T05:00:00.000Z",
    library,
    before,
    correction,
    wrong: library,
  });
  await press(worker, "2026-W47.2");
  await retractEdition(worker, "2026-W46", { on: "2026-11-21", reason: words });
}

/** How late an edition is grows with every hour, and one may begin between a text and its clean twin. */
function withoutClock(shape: Shape | null): Shape | null {
  return shape === null ? null : { ...shape, parts: shape.parts.filter((part) => !part.startsWith("$.hoursLate=")) };
}

const clean = await allOf(CLEAN);

test("the clean twin says its words in every format, and its cards are drawn", () => {
  assert.ok(
    clean.some(({ headers, status }) => headers.get("Content-Type") === CARD_FORMAT.contentType && status === 200),
  );
  const says = new Set(
    clean
      .filter(({ shape }) => timesIn(shape?.words ?? "", CLEAN) > 0)
      .map(({ headers }) => headers.get("Content-Type")),
  );
  const data = [WORD_FORMATS, FEED_ENDINGS, CITATION_ENDINGS].flatMap((table) => Object.values(table));
  for (const type of ["application/pdf", ...data.map(({ contentType }) => contentType)])
    assert.ok(
      [...says].some((each) => each?.startsWith(type)),
      type,
    );
});

for (const [kind, text] of Object.entries(HOSTILE)) {
  test(`hostile words are words: ${kind}`, async () => {
    const answers = await allOf(text);
    const examples = EXAMPLES.length + 1 + FORMATS.length;
    for (const [i, { name, status, headers, shape }] of answers.entries()) {
      const twin = clean[i];
      assert.ok(twin !== undefined);
      if (i < examples) {
        assert.equal(status, twin.status, name);
        assert.deepEqual(surplus(shape?.parts, twin.shape?.parts), [], `${name} has what its clean twin has not`);
        assert.deepEqual(surplus(twin.shape?.parts, shape?.parts), [], `${name} has not what its clean twin has`);
        const [times, due] = [timesIn(shape?.words ?? "", text), timesIn(twin.shape?.words ?? "", CLEAN)];
        if (SOURCES.test(name)) assert.ok(due === 0 || (times > 0 && times <= due), name);
        else assert.equal(times, due, name);
      } else {
        // Signs that stand around or behind an address are taken off, and what is left may be one of ours.
        const isLed = [301, 302].includes(status) && /^\/(?![/\\])/.test(headers.get("Location") ?? "");
        assert.ok(isLed || (status >= 400 && status < 500), `${name}: ${status}`);
        assert.equal(headers.get("Set-Cookie"), null, name);
      }
      // Where a text has signs at which an address ends, what is refused is another address, and varies by other things.
      const isAlike = status === twin.status && headers.get("Content-Type") === twin.headers.get("Content-Type");
      const names = (of: Headers) => [...of.keys()].filter((key) => i < examples || key !== "vary").sort();
      if (i < examples || isAlike) assert.deepEqual(names(headers), names(twin.headers), name);
      for (const [header, value] of headers) {
        assert.match(value, /^[\x20-\x7e]*$/, `${name}: ${header}`);
        assert.ok(!value.includes(text.slice(0, 20)), `${name}: ${header} repeats what somebody wrote`);
      }
    }
  });
}
