/**
 * The files that were made of the edition of the tests. In: the bucket of a test's Worker. Out: their keys and when each
 * was put there, the addresses of one of every kind of file, and the bucket without what files are made from.
 */
import { ENDINGS } from "../../src/formats/endings.ts";
import { LETTERS } from "../../src/render/variant.ts";
import { WORD_ENDINGS } from "./answers.ts";
import { dumpOf } from "./dump.ts";
import { EDITION_FACTS } from "./edition-facts.ts";
import type { TestWorker } from "./worker.ts";

type Bucket = Pick<TestWorker, "SHEETS">;

export interface StoredFile {
  readonly key: string;
  readonly put: number;
}

/** Those of a topic in a language such as `en/council`. Each that is looked at costs the test some milliseconds. */
export async function filesIn(bucket: Bucket, place: string): Promise<readonly StoredFile[]> {
  return (await listIn(bucket, place)).map(({ key, uploaded }) => ({ key, put: uploaded.getTime() }));
}

/** How many there are in a language, or in all of them. */
export async function countFilesIn(bucket: Bucket, place: string): Promise<number> {
  return (await listIn(bucket, place)).length;
}

/** Everything in the database, how many files there are, and which there are of a topic in a language. */
export async function stateIn(stores: Bucket & Pick<TestWorker, "LIBRARY">, place: string): Promise<unknown> {
  return [await dumpOf(stores.LIBRARY), await countFilesIn(stores, ""), await filesIn(stores, place)];
}

async function listIn({ SHEETS }: Bucket, place: string): Promise<readonly R2Object[]> {
  const [any] = (await SHEETS.list({ prefix: `files/${EDITION_FACTS.id}/`, limit: 1 })).objects;
  if (any === undefined) return [];
  const [files, edition, digest] = any.key.split("/");
  const { objects, truncated } = await SHEETS.list({ prefix: [files, edition, digest, place].join("/") });
  if (truncated) throw new RangeError(`there are more files in ${place} than are listed at once`);
  return objects;
}

/** The contents, and of a topic the sheet, everything on it, the newsletter kit and what others embed. */
export function pathsIn(language: string): readonly string[] {
  return [
    `/${language}/`,
    ...Object.keys(ENDINGS).map((ending) => `/${language}/council.${ending}`),
    ...WORD_ENDINGS.map(([ending]) => `/${language}/council/all.${ending}`),
    ...["", "/council"].flatMap((topic) => [
      `/${language}${topic}/newsletter`,
      ...LETTERS.map((ending) => `/${language}${topic}/newsletter.${ending}`),
    ]),
    `/${language}/council/card`,
  ];
}

/** Takes away the frozen editions that files are set from. */
export async function forgetFrozen({ SHEETS }: Bucket): Promise<void> {
  const { objects } = await SHEETS.list({ prefix: "editions/" });
  await SHEETS.delete(objects.map(({ key }) => key));
}
