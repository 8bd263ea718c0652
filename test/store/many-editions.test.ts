/**
 * Years of editions with many topics each: what answers a reader reads the topics of a few editions and never of all, and
 * the sitemap still knows where each topic was last. In: a database with a row an edition, on which the routes run in this
 * process.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { runTogether } from "../../src/library/commands.ts";
import { presentName } from "../../src/model/topic.ts";
import { currentEdition, type EditionEntry, listEditions, rowOf } from "../../src/store/edition-index.ts";
import { goneTopics } from "../../src/store/gone-topics.ts";
import { indexCommands } from "../../src/store/publish.ts";
import { issuedOn, recordSheets } from "../../src/store/sheet-index.ts";
import { countingOn } from "../support/counting.ts";
import { SITE } from "../support/edition-facts.ts";
import { issueEdition, retractEdition } from "../support/issue.ts";
import { reading } from "../support/reading.ts";
import { smallLibrary } from "../support/small.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const WEEKS = 40;
const TOPICS = 400;
const SMALL = smallLibrary({});
const RETRACTION = { on: "2026-12-24", reason: { de: "Gefälscht." } };

let worker: TestWorker;
let first: EditionEntry;
before(async () => {
  worker = await startWorker({ library: SMALL });
  const entry = await currentEdition(worker.LIBRARY);
  assert.ok(entry !== null);
  first = entry;
});
after(async () => await worker.stop());

const weekOf = (number: number): string => `2027-W${String(number).padStart(2, "0")}`;

/** The first edition's topics, and as many others as there are to be, of which two go and two come each week. */
function topicsIn(week: number): EditionEntry["topics"] {
  const more = Array.from({ length: TOPICS }, (_, i) => ({ id: `topic-${week * 2 + i}`, kind: "issue" as const }));
  return [...first.topics, ...more];
}

async function publish(own: Partial<EditionEntry> & { readonly week: string }): Promise<void> {
  const revision = own.revision ?? 1;
  const id = revision === 1 ? own.week : `${own.week}.${revision}`;
  const digest = Buffer.from(id).toString("hex").padEnd(64, "0");
  await runTogether(worker.LIBRARY, indexCommands({ ...first, id, digest, ...own }));
}

/** As the sitemap found them before there was SQL for it: with the topics of all editions in hand. */
async function goneBefore(newest: EditionEntry): Promise<ReadonlyMap<string, string>> {
  const { results } = await worker.LIBRARY.prepare(
    "SELECT id, topics FROM editions WHERE retraction IS NULL ORDER BY week DESC, revision DESC",
  ).all<{ id: string; topics: string }>();
  const last = new Map<string, string>();
  for (const { id, topics } of results)
    for (const topic of JSON.parse(topics) as EditionEntry["topics"])
      if (!last.has(topic.id) && presentName(topic.id, newest) === null) last.set(topic.id, id);
  return last;
}

async function assertGone(expected: number): Promise<void> {
  const newest = await currentEdition(worker.LIBRARY);
  assert.ok(newest !== null);
  const gone = await goneTopics(worker.LIBRARY, newest);
  const before = await goneBefore(newest);
  assert.deepEqual(new Map(gone.map(({ topic, edition }) => [topic, edition])), before);
  assert.equal(gone.length, expected);
  const issued = new Map((await listEditions(worker.LIBRARY)).map((edition) => [edition.id, edition.issued]));
  for (const each of gone) assert.equal(each.issued, issued.get(each.edition));
}

test("topics that are gone, renamed, retracted or back are found in SQL as they were in all lists of topics", async () => {
  await assertGone(0);
  for (let week = 1; week <= WEEKS; week++) await publish({ week: weekOf(week), topics: topicsIn(week) });
  await assertGone((WEEKS - 1) * 2);
  // The same topics again, from which none is gone.
  await publish({ week: weekOf(WEEKS + 1), topics: topicsIn(WEEKS) });
  await assertGone((WEEKS - 1) * 2);
  // A topic comes back, one was renamed, one is called after its old name.
  const aliases = [
    { id: "topic-70", topic: "topic-200" },
    { id: "never", topic: "topic-201" },
  ];
  await publish({ week: weekOf(WEEKS + 2), topics: [...topicsIn(WEEKS), { id: "topic-40", kind: "issue" }], aliases });
  await assertGone((WEEKS - 1) * 2 - 2);
  // An old week's correction has a topic of its own, and topics that went before it.
  const correction = { corrects: weekOf(20), on: "2027-11-01", note: { de: "Falsch." } };
  const corrected = { week: weekOf(20), revision: 2, correction };
  await publish({ ...corrected, topics: [...topicsIn(5), { id: "of-its-own", kind: "issue" }] });
  await assertGone((WEEKS - 1) * 2 - 1);
  await retractEdition(worker, weekOf(30), RETRACTION);
  await assertGone((WEEKS - 1) * 2 - 1);
  await retractEdition(worker, `${weekOf(20)}.2`, RETRACTION);
  await assertGone((WEEKS - 1) * 2 - 2);
  await retractEdition(worker, weekOf(WEEKS + 2), RETRACTION);
  await assertGone((WEEKS - 1) * 2);
});

test("no page, list, feed or sitemap reads the topics of all editions", async () => {
  const newest = await currentEdition(worker.LIBRARY);
  assert.ok(newest !== null);
  const { topics } = rowOf(newest);
  const { LIBRARY, characters } = reading(worker.LIBRARY);
  const site = countingOn({ LIBRARY, SHEETS: worker.SHEETS }, { now: () => Date.now(), counts: "off" });
  // The address of a retracted edition needs the newest and itself; any other those before and after as well.
  const few = 4 * topics.length;
  const listed = JSON.stringify(await listEditions(worker.LIBRARY)).length;
  assert.ok(few + 2 * listed < (WEEKS * topics.length) / 4, "all would be seen");
  for (const path of [
    "/de/editions",
    "/editions.json",
    "/sitemap.xml",
    "/llms.txt",
    "/de/feed.atom",
    "/de/kyiv/feed.json",
    "/de/",
    "/de/kyiv",
    "/2026-W47/de/kyiv.md",
    "/2026-W47/de/nothing",
    `/${weekOf(30)}/de/kyiv`,
    "/kyiv.pdf",
  ]) {
    characters();
    const response = await site.fetch(path, { method: "HEAD" });
    assert.ok(response.status < 500, `${path} ${response.status}`);
    const read = characters();
    assert.ok(read > 0 && read < few + 2 * listed, `${path} reads ${read} characters`);
  }
});

test("a feed looks for a topic in the lists of those editions alone whose sheets were not recorded", async () => {
  const looked = async (): Promise<number> => {
    let rows = 0;
    const counting = new Proxy(worker.LIBRARY, {
      get: (object, property) =>
        property === "prepare"
          ? (sql: string) => ({
              bind: (...values: unknown[]) => ({
                all: async () => {
                  const answer = await object
                    .prepare(sql)
                    .bind(...values)
                    .all();
                  rows = answer.meta.rows_read;
                  return answer;
                },
              }),
            })
          : Reflect.get(object, property),
    });
    await issuedOn(counting, "de", ["topic-2000"], 30);
    return rows;
  };
  const all = await looked();
  assert.ok(all > WEEKS * TOPICS, `${all} rows`);
  const editions = await listEditions(worker.LIBRARY);
  const none = { language: "de", topic: "overview", title: "Title", pdf: "0".repeat(64), news_title: null, news: null };
  await recordSheets(
    worker.LIBRARY,
    editions.map(({ id, digest }) => ({ edition: id, digest, ...none })),
  );
  const recorded = await looked();
  assert.ok(recorded < editions.length * 10, `${recorded} rows`);
});

test("the sitemap asks again only when an edition was issued or retracted", async () => {
  const { LIBRARY, characters } = reading(worker.LIBRARY);
  let now = Date.now();
  const site = countingOn({ LIBRARY, SHEETS: worker.SHEETS }, { now: () => now, counts: "off", indexSeconds: "5" });
  const read = async (): Promise<readonly [characters: number, xml: string]> => {
    now += 6000;
    characters();
    const xml = await (await site.fetch("/sitemap.xml")).text();
    return [characters(), xml];
  };
  const [all, xml] = await read();
  const [less, same] = await read();
  assert.equal(same, xml);
  assert.ok(less < all, `${less} of ${all}`);
  assert.ok(!xml.includes(`${SITE}/${weekOf(WEEKS)}/de/topic-`));
  await issueEdition(worker, { id: weekOf(50), issued: "2027-12-13T05:00:00.000Z", library: SMALL });
  assert.ok((await read())[1].includes(`${SITE}/${weekOf(WEEKS + 1)}/de/topic-${2 * WEEKS}</loc>`));
  await retractEdition(worker, weekOf(WEEKS + 1), RETRACTION);
  assert.ok((await read())[1].includes(`${SITE}/${weekOf(WEEKS)}/de/topic-${2 * WEEKS}</loc>`));
});
