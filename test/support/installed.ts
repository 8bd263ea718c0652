/**
 * An installation as some program left it, and what its addresses answered then. In: a Worker on its stores. Out: for every
 * address of a file that lies in R2 what is answered and what is stored. The archives below `test/fixtures/` hold such a
 * record as `addresses.json` beside the stores.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { CITATION_ENDINGS } from "../../src/formats/cite/citation-endings.ts";
import { type Ending, FORMATS } from "../../src/formats/formats.ts";
import { fileAddress } from "../../src/http/answer/variant-address.ts";
import { urlOf } from "../../src/model/address.ts";
import { PAPERS, type PaperId } from "../../src/model/template.ts";
import { type FileSet, filesIn } from "../../src/press/file-sets.ts";
import { fileKey, type Variant } from "../../src/render/variant.ts";
import { type EditionEntry, editionById } from "../../src/store/edition-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { SITE } from "./edition-facts.ts";

export interface Answer {
  readonly status: number;
  readonly location?: string;
  readonly sha256?: string;
  readonly contentType?: string | null;
  readonly etag?: string | null;
  /** Where the file lies, and the hash of what lies there. */
  readonly key?: string;
  readonly storedSha256?: string;
}

export interface Installed {
  readonly commit: string;
  readonly site: string;
  readonly redirects: Readonly<Record<string, Answer>>;
  readonly addresses: Readonly<Record<string, Answer>>;
}

export interface Asked {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly LIBRARY: D1Database;
  readonly SHEETS: R2Bucket;
}

/** What an address answers now, in the form in which it was put on record. */
export async function answerAt({ fetch, SHEETS }: Asked, path: string, key: string | null): Promise<Answer> {
  // What Miniflare is asked for compressed it answers compressed, and then without a length.
  const answer = await fetch(path, { headers: { "Accept-Encoding": "identity" } });
  const body = Buffer.from(await answer.arrayBuffer());
  const { status } = answer;
  const location = answer.headers.get("Location");
  if (location !== null) return { status, location };
  if (status !== 200) return { status };
  const object = key === null ? null : await SHEETS.get(key);
  const stored = object === null ? null : sha256(Buffer.from(await object.arrayBuffer()));
  const facts = { contentType: answer.headers.get("Content-Type"), etag: answer.headers.get("ETag") };
  const kept = key === null || stored === null ? {} : { key, storedSha256: stored };
  return { status, sha256: sha256(body), ...facts, ...kept };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Every pinned address of every file in R2, and those of citations, which are made without being kept. */
export async function recordOf(
  asked: Asked,
  commit: string,
  editions: readonly string[],
  oldNames: readonly string[],
): Promise<Installed> {
  const stored = new Set(await keysOf(asked.SHEETS));
  const addresses: Record<string, Answer> = {};
  for (const id of editions) {
    const entry = await editionById(asked.LIBRARY, id);
    assert.ok(entry !== null, id);
    for (const [path, key] of addressesOf(entry)) {
      if (key !== null && !stored.has(key)) continue;
      addresses[path] = await answerAt(asked, path, key);
      assert.equal(addresses[path].status, entry.retraction === null ? 200 : 410, path);
    }
    for (const [, key] of addressesOf(entry)) if (key !== null) stored.delete(key);
  }
  assert.deepEqual([...stored], [], "files that no address leads to");
  const redirects: Record<string, Answer> = {};
  for (const path of oldNames) redirects[path] = await answerAt(asked, path, null);
  const sorted = Object.fromEntries(Object.entries(addresses).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { commit, site: SITE, redirects, addresses: sorted };
}

async function keysOf(bucket: R2Bucket): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await bucket.list({ prefix: "files/", ...(cursor === undefined ? {} : { cursor }) });
    keys.push(...page.objects.map(({ key }) => key));
    if (!page.truncated) return keys;
    cursor = page.cursor;
  }
}

/** Addresses of all there can be of an edition, each with where its file would lie, or null where none is kept. */
export function addressesOf(entry: EditionEntry): readonly (readonly [path: string, key: string | null])[] {
  return Object.keys(LANGUAGES).flatMap((language) => [
    ...everyVariant(entry, language).flatMap((variant) => {
      const { ending, ...bare } = fileAddress(variant);
      // A web page is also what is answered where its address has no ending.
      const pages = ending === "html" && variant.kind !== "letter" ? [bare] : [];
      return [{ ...bare, ...(ending === undefined ? {} : { ending }) }, ...pages].map(
        (each) => [urlOf("", { ...each, edition: entry.id }), fileKey(entry, variant)] as const,
      );
    }),
    ...entry.topics.flatMap(({ id: topic }) =>
      Object.keys(CITATION_ENDINGS).map(
        (ending) => [urlOf("", { edition: entry.id, language, topic, ending }), null] as const,
      ),
    ),
  ]);
}

function everyVariant(entry: EditionEntry, language: string): readonly Variant[] {
  const chosen = entry.topics.flatMap((topic) =>
    templatesFor(topic.kind).flatMap(({ id: template }) =>
      (Object.keys(PAPERS) as PaperId[]).flatMap((paper) =>
        (Object.keys(FORMATS) as Ending[]).map(
          (ending): Variant => ({ kind: "sheet", language, topic, template, paper, ending }),
        ),
      ),
    ),
  );
  const sets: readonly FileSet[] = [
    { kind: "edition", language },
    ...entry.topics.map((topic): FileSet => ({ kind: "topic", language, topic })),
  ];
  const pressed = sets.flatMap(filesIn);
  return [...new Map([...pressed, ...chosen].map((variant) => [fileKey(entry, variant), variant])).values()];
}
