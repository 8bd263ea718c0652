/**
 * The records of what was published, in R2: one of each edition, put once, and one of its retraction. In: the bucket.
 * Out: records, and a list of all that costs no reading. They are what makes an edition published; the index in D1 is
 * made from them. A record that is there is never written over.
 */
import type { Retraction } from "../model/edition.ts";
import type { EditionEntry } from "./edition-index.ts";
import type { ManifestRef } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

export interface PublicationRecord {
  readonly format: 1;
  /** Its row of the index as it was published, with no word of a retraction. */
  readonly entry: EditionEntry;
  /** The moment at which it became readable, ISO 8601 in UTC. */
  readonly published: string;
  readonly manifests: readonly ManifestRef[];
}

export interface RetractionRecord {
  readonly format: 1;
  readonly edition: string;
  readonly retraction: Retraction;
  /** ISO 8601 in UTC. */
  readonly retracted: string;
}

/** What a listing tells of the records under one name. */
export interface ListedRecord {
  /** Of the edition as it was published; null where there is only a retraction. */
  readonly digest: string | null;
  /** How many files and manifests it has, by which work on editions is divided. */
  readonly files: number;
  readonly manifests: number;
  readonly retracted: boolean;
}

const FOLDER = "records/";
const PUBLICATION = "publication.json";
const RETRACTION = "retraction.json";
/** Says that every edition of the index had a record at some moment, and so that what has none was not published. */
const MARK = `${FOLDER}complete.json`;

/** What is there afterwards: this record, or the one that was put before. */
export async function putPublication(bucket: R2Bucket, record: PublicationRecord): Promise<PublicationRecord> {
  const { id, digest, files } = record.entry;
  const facts = { digest, files: String(files), manifests: String(record.manifests.length) };
  const there = await putOnce(bucket, `${FOLDER}${id}/${PUBLICATION}`, record, facts);
  return there ? record : await kept(await readPublication(bucket, id), id);
}

export async function putRetraction(bucket: R2Bucket, record: RetractionRecord): Promise<RetractionRecord> {
  const there = await putOnce(bucket, `${FOLDER}${record.edition}/${RETRACTION}`, record, {});
  return there ? record : await kept(await readRetraction(bucket, record.edition), record.edition);
}

export async function readPublication(bucket: R2Bucket, id: string): Promise<PublicationRecord | null> {
  return await readRecord<PublicationRecord>(bucket, `${FOLDER}${id}/${PUBLICATION}`);
}

export async function readRetraction(bucket: R2Bucket, id: string): Promise<RetractionRecord | null> {
  return await readRecord<RetractionRecord>(bucket, `${FOLDER}${id}/${RETRACTION}`);
}

/** The row that the index should have of an edition; null where none of that name was published. */
export async function entryOnRecord(bucket: R2Bucket, id: string): Promise<EditionEntry | null> {
  const [publication, retraction] = await Promise.all([readPublication(bucket, id), readRetraction(bucket, id)]);
  return publication === null ? null : recordedEntry(publication, retraction);
}

/** What the records say of an edition, with the moment of each. */
export function recordedEntry(
  { entry, published }: PublicationRecord,
  retraction: RetractionRecord | null,
): EditionEntry {
  return {
    ...entry,
    published,
    retraction: retraction?.retraction ?? null,
    retracted: retraction?.retracted ?? null,
  };
}

/** By the edition's name. */
export async function listRecords(bucket: R2Bucket): Promise<ReadonlyMap<string, ListedRecord>> {
  const found = new Map<string, ListedRecord>();
  for (let cursor: string | undefined; ; ) {
    const page = await bucket.list({
      prefix: FOLDER,
      include: ["customMetadata"],
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { key, customMetadata = {} } of page.objects) {
      const [id = "", name] = key.slice(FOLDER.length).split("/");
      const known = found.get(id) ?? { digest: null, files: 0, manifests: 0, retracted: false };
      const { digest = null, files, manifests } = customMetadata;
      if (name === RETRACTION) found.set(id, { ...known, retracted: true });
      if (name === PUBLICATION)
        found.set(id, { ...known, digest, files: Number(files ?? 0), manifests: Number(manifests ?? 0) });
    }
    if (!page.truncated) return found;
    cursor = page.cursor;
  }
}

/** Whether anything was ever published here. */
export async function isAnyPublished(bucket: R2Bucket): Promise<boolean> {
  const { objects } = await bucket.list({ prefix: FOLDER, limit: 2 });
  return objects.some(({ key }) => key !== MARK);
}

export async function areRecordsComplete(bucket: R2Bucket): Promise<boolean> {
  return (await bucket.head(MARK)) !== null;
}

export async function markComplete(bucket: R2Bucket, now: string): Promise<void> {
  await putOnce(bucket, MARK, { format: 1, complete: now }, {});
}

/** False where something is there. */
async function putOnce(
  bucket: R2Bucket,
  key: string,
  record: object,
  facts: Readonly<Record<string, string>>,
): Promise<boolean> {
  const json = JSON.stringify(record);
  const hash = await sha256(json);
  const put = await bucket.put(key, json, {
    httpMetadata: { contentType: "application/json" },
    customMetadata: { ...facts, sha256: hash },
    sha256: hash,
    // RFC 9110, 13.1.2: only if nothing is there.
    onlyIf: { etagDoesNotMatch: "*" },
  });
  return put !== null;
}

async function readRecord<T>(bucket: R2Bucket, key: string): Promise<T | null> {
  const object = await bucket.get(key);
  return object === null ? null : await object.json<T>();
}

async function kept<T>(record: T | null, id: string): Promise<T> {
  if (record === null) throw new Error(`the record of ${id} was there and is gone`);
  return record;
}
