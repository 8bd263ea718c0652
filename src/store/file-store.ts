/**
 * Rendered files in R2. In: keys and bytes. Out: the file with its content type, the SHA-256 that serves as ETag, and
 * what a web page needs to be served by a later program; a head alone costs no body. It neither renders nor knows what a
 * key means.
 */
import { styleHashOf, VERSION_NOTICE_PLACE } from "../formats/html/shell.ts";
import { sha256 } from "./sha256.ts";

export interface FileFacts {
  readonly contentType: string;
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly page: PageFacts | null;
}

/** What is known of a web page besides its bytes. */
export interface PageFacts {
  /** How many bytes stand before the place where it is said where the page stands. */
  readonly place: number;
  /** The hash of its own style, which a later program's policy must still allow. */
  readonly style: string;
}

export interface StoredFile extends FileFacts {
  /** To be read or cancelled, and once. */
  readonly body: ReadableStream | Uint8Array<ArrayBuffer>;
  /** False where the store did not take it, so that the next reader may get it made anew. */
  readonly isKept?: false;
}

export async function headFile(bucket: R2Bucket, key: string): Promise<FileFacts | null> {
  return factsOf(await bucket.head(key));
}

export async function readFile(bucket: R2Bucket, key: string): Promise<StoredFile | null> {
  const object = await bucket.get(key);
  const facts = factsOf(object);
  if (object !== null && facts === null) await object.body.cancel();
  return object === null || facts === null ? null : { ...facts, body: object.body };
}

/** A file whose bytes are in memory. */
export interface FileInMemory extends FileFacts {
  readonly body: Uint8Array<ArrayBuffer>;
}

export async function fileOf(contentType: string, content: Uint8Array | string): Promise<FileInMemory> {
  const body = Uint8Array.from(typeof content === "string" ? new TextEncoder().encode(content) : content);
  const page = typeof content === "string" ? pageFacts(content) : null;
  return { contentType, size: body.length, hash: await sha256(body), page, body };
}

export async function putFile(
  bucket: R2Bucket,
  key: string,
  { contentType, hash, page, body }: FileInMemory,
): Promise<void> {
  const customMetadata: Record<string, string> = { sha256: hash };
  if (page !== null) Object.assign(customMetadata, { place: `${page.place}`, style: page.style });
  await bucket.put(key, body, { httpMetadata: { contentType }, customMetadata, sha256: hash });
}

/**
 * Puts a file that was made for a reader. R2 takes one write a second of a key: where it refuses, another has just put
 * the same; only where nothing is there either is the file answered without being kept.
 */
export async function keepFile(bucket: R2Bucket, key: string, file: FileInMemory): Promise<StoredFile> {
  try {
    await putFile(bucket, key, file);
    return file;
  } catch {
    const facts = await headFile(bucket, key).catch(() => null);
    return facts?.hash === file.hash ? file : { ...file, isKept: false };
  }
}

/** Null for what has no such place: other formats, which hold nothing but the sheet. */
function pageFacts(content: string): PageFacts | null {
  const at = content.indexOf(VERSION_NOTICE_PLACE);
  if (at < 0) return null;
  return { place: new TextEncoder().encode(content.slice(0, at)).length, style: styleHashOf(content) };
}

/** An object without its hash was not put there by us and counts as not there; it will be written over. */
export function factsOf(object: R2Object | null): FileFacts | null {
  const { sha256: hash, place, style } = object?.customMetadata ?? {};
  const contentType = object?.httpMetadata?.contentType;
  if (object === null || hash === undefined || contentType === undefined) return null;
  const page = place === undefined || style === undefined ? null : { place: Number(place), style };
  return { contentType, size: object.size, hash, page };
}
