/**
 * Editions kept in pieces and read back, for the fast tests, which try a few, and the deep ones, which try large ones and all
 * that is made of them. In: the stores of a test's Worker. Out: editions that are kept, and assertions about them.
 */
import assert from "node:assert/strict";
import { manyTopics } from "../../bench/many-topics.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import { type FileSet, variantsOf } from "../../src/press/file-sets.ts";
import { changesSince } from "../../src/render/compare-editions.ts";
import { renderEach } from "../../src/render/render.ts";
import { entriesIn, type Head, MOST_CHARACTERS, piecesOf } from "../../src/store/edition-parts.ts";
import { type Frozen, freeze, hashOf } from "../../src/store/freeze.ts";
import { keepEdition } from "../../src/store/publish.ts";
import { entriesOf, readEdition, readEditionIn } from "../../src/store/read-edition.ts";
import { sha256OfAll } from "../../src/store/sha256.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { CORRECTION, newsIn } from "./changes.ts";
import { compareLibraries } from "./comparison.ts";
import { EDITION_FACTS } from "./edition-facts.ts";
import { HARBOUR } from "./fixtures.ts";
import type { TestWorker } from "./worker.ts";

type Bucket = Pick<TestWorker, "SHEETS">;

/** The fixture with news, as a correction of what was before, and that with texts that are missing here and there. */
const { edition: NEWS, earlier } = newsIn(HARBOUR);
const CORRECTED: Edition = {
  ...NEWS,
  correction: CORRECTION,
  corrected: compareLibraries(CORRECTION.corrects, earlier, HARBOUR),
};
export const SMALL: readonly Edition[] = [NEWS, CORRECTED, { ...CORRECTED, library: withGaps(HARBOUR) }];
export const EARLIER = earlier;

/** Keeps an edition of a library; its entry, and the edition as it was before it was kept. */
export async function kept({ SHEETS }: Bucket, library: Library, own: Partial<Edition> = {}): Promise<Frozen> {
  const { changes = null, correction = null, corrected = null } = own;
  const frozen = freeze(library, { ...EDITION_FACTS, changes, correction, corrected });
  await keepEdition(SHEETS, frozen);
  return frozen;
}

/** Head and parts hold every entry once and in order, however little fits into a part. */
export function assertWholeInPieces(edition: Edition, most: number): void {
  const [json = "", ...parts] = piecesOf(edition, most);
  const kept = JSON.parse(json) as Edition | Head;
  const { parts: count, head } = "parts" in kept ? kept : { parts: 0, head: kept };
  assert.equal(parts.length, count);
  const entries = [...entriesIn(head), ...parts.flatMap((part) => JSON.parse(part) as unknown[])];
  assert.equal(JSON.stringify(entries), JSON.stringify([...entriesIn(edition)]));
  for (const part of parts) assert.ok(part.length <= most * 1.2 || (JSON.parse(part) as unknown[]).length === 1);
}

/** An edition of so many topics lies in parts, and is read back as it was frozen, whole and entry by entry. */
export async function assertReadBack(stores: Bucket, topics: number): Promise<void> {
  const large = manyTopics(HARBOUR, topics);
  const half = large.statements.slice(0, large.statements.length / 2);
  const changes = compareLibraries("2026-W46", { ...large, statements: half }, large);
  const { entry, pieces } = await kept(stores, large, { changes });
  assert.ok([...pieces()].length > 2, "it has parts");
  await assertSame(stores, { entry, pieces }, large);
  const { objects } = await stores.SHEETS.list({ prefix: "editions/" });
  assert.ok(objects.length > 2);
  for (const { size } of objects) assert.ok(size < 2 * MOST_CHARACTERS, `an object of ${size} bytes`);
}

export async function assertSame({ SHEETS }: Bucket, { entry, pieces }: Frozen, library: Library): Promise<void> {
  assert.equal(entry.digest, sha256OfAll(pieces()));
  const read = await readEdition(SHEETS, entry);
  assert.equal(JSON.stringify(read.library), JSON.stringify(library));
  assert.equal(read.hash, hashOf(read.library));
  const entries: unknown[] = [];
  for await (const each of entriesOf(SHEETS, entry)) entries.push(each);
  assert.equal(JSON.stringify(entries), JSON.stringify([["library.subject", library.subject], ...entriesIn(read)]));
}

/** Read in one language, the edition has less in it and gives the same bytes of some of what the press makes in it. */
export async function assertSameInLanguage(
  stores: Bucket,
  edition: Edition,
  language: string,
  chosen: (topics: Frozen["entry"]["topics"]) => readonly FileSet[],
): Promise<void> {
  const { entry } = await kept(stores, edition.library, edition);
  const whole = await readEdition(stores.SHEETS, entry);
  const narrow = await readEditionIn(stores.SHEETS, entry, language);
  const rest = JSON.stringify(narrow).length / JSON.stringify(whole).length;
  assert.ok(rest < 0.75, `${language}: ${rest} of the whole`);
  const variants = chosen(entry.topics)
    .flatMap(variantsOf)
    .filter((variant) => variant.kind !== "sheet" || (variant.paper !== "letter" && variant.ending !== "pdf"));
  const expected = renderEach(whole, variants);
  for (const { variant, content } of renderEach(narrow, variants)) {
    const name = `${language} ${variant.kind} ${"topic" in variant ? variant.topic?.id : ""}.${variant.ending}`;
    assert.equal(content, expected.next().value?.content, name);
  }
}

/** Compared entry by entry, a large library has the differences that it has compared as a whole. */
export async function assertComparedByEntry(stores: Bucket, topics: number): Promise<void> {
  const large = manyTopics(HARBOUR, topics);
  const { entry: before } = await kept(stores, { ...large, statements: large.statements.slice(100) });
  const changes = await changesSince(stores.SHEETS, before, large);
  assert.equal(changes.statements.length, 100);
  assert.deepEqual(changes.statements.at(-1), { kind: "new", id: large.statements[99]?.id });
  const otherwise = large.statements.map((statement) => ({ ...statement, text: { de: `Früher: ${statement.id}.` } }));
  const { entry: different } = await kept(stores, { ...large, statements: otherwise });
  const all = await changesSince(stores.SHEETS, different, large);
  assert.deepEqual(
    all.statements,
    otherwise.map((was) => ({ kind: "changed", id: was.id, before: was })),
    "as many as are packed into several chunks",
  );
}

/** Every third text in German alone, every third without German. */
function withGaps(library: Library): Library {
  let n = 0;
  const gap = ({ de = "", ...others }: Readonly<Record<string, string>>) =>
    [{ de }, others, { de, ...others }][n++ % 3];
  return JSON.parse(JSON.stringify(library), (_, value: unknown) =>
    typeof value === "object" && value !== null && Object.keys(LANGUAGES).every((tag) => tag in value)
      ? gap(value as Readonly<Record<string, string>>)
      : value,
  ) as Library;
}
