/**
 * What addresses of the edition in front of readers answer, held against the tables of languages and formats. In: a
 * Worker on the pressed edition, a language and a topic. Out: nothing, or an assertion that fails. Tests choose which of
 * all there are they ask for.
 */
import assert from "node:assert/strict";
import { ENDINGS } from "../../src/formats/endings.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import { LETTERS } from "../../src/render/variant.ts";
import { atOnce } from "./at-once.ts";
import { EDITION_FACTS, SITE } from "./edition-facts.ts";
import type { TestWorker } from "./worker.ts";

const EDITION = `/${EDITION_FACTS.id}`;
const PAGE = ENDINGS.html.contentType;

/** The answer, after making sure of what holds for all that are not refused. */
export async function answerOf(worker: TestWorker, path: string, contentType: string): Promise<Response> {
  const response = await worker.fetch(path);
  assert.equal(response.status, 200, `${path}: ${response.status}`);
  assert.equal(response.headers.get("Content-Type"), contentType, path);
  assert.match(response.headers.get("ETag") ?? "", /^"[0-9a-f]{64}"$/, path);
  assert.equal(response.headers.get("Cache-Control"), "public, max-age=300, stale-while-revalidate=3600", path);
  return response;
}

/** The formats that need no paper, each with its ending. */
export const WORD_ENDINGS = Object.entries(ENDINGS).filter(([ending]) => ending !== "pdf");

export async function textOf(worker: TestWorker, path: string): Promise<string> {
  return await (await worker.fetch(path)).text();
}

/** A sheet in every format. */
export async function holdSheet(worker: TestWorker, language: string, { id }: Topic): Promise<void> {
  await atOnce(Object.entries(ENDINGS), async ([ending, { contentType }]) => {
    const response = await answerOf(worker, `/${language}/${id}.${ending}`, contentType);
    assert.equal(response.headers.get("Content-Language"), language);
    assert.ok((await response.arrayBuffer()).byteLength > 500);
  });
}

/** The newsletter kit of a topic, or of the whole edition, as a page and as blocks. */
export async function holdKit(worker: TestWorker, language: string, topic: Topic | null): Promise<void> {
  const path = `/${language}${topic === null ? "" : `/${topic.id}`}/newsletter`;
  const kit = await (await answerOf(worker, path, PAGE)).text();
  await atOnce(LETTERS, async (ending) => {
    const response = await answerOf(worker, `${path}.${ending}`, ENDINGS[ending].contentType);
    assert.equal(response.headers.get("Content-Location"), `${SITE}${EDITION}${path}.${ending}`);
    const block = await response.text();
    assert.equal(await textOf(worker, `${EDITION}${path}.${ending}`), block);
    assert.match(kit, new RegExp(`href="[./]+${path}\\.${ending}"`));
    const saved = await worker.fetch(`${path}.${ending}?dl=1`);
    assert.match(saved.headers.get("Content-Disposition") ?? "", /^attachment; filename="einblatt-[a-z-]*newsletter-/);
    await saved.arrayBuffer();
  });
}

export async function holdCard(worker: TestWorker, language: string, { id }: Topic): Promise<void> {
  assert.match(await (await answerOf(worker, `/${language}/${id}/card`, PAGE)).text(), /<base target/);
}

/** The contents name every topic. Out: all addresses of ours that they link, each once. */
export async function linksOfContents(worker: TestWorker, language: string): Promise<readonly string[]> {
  const page = await (await answerOf(worker, `/${language}/`, PAGE)).text();
  const links = [...page.matchAll(/ href="([^"#]+)"/g)]
    .map(([, href = ""]) => new URL(href, `${SITE}/${language}/`))
    .filter(({ origin }) => origin === SITE);
  const paths = new Set(links.map(({ pathname }) => pathname));
  for (const { id } of topicsOf(worker.library)) assert.ok(paths.has(`/${language}/${id}`), `${language}: ${id}`);
  return [...new Set(links.map(({ href }) => href))];
}
