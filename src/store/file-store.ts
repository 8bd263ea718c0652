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

export async function storeFile(
  bucket: R2Bucket,
  key: string,
  contentType: string,
  content: Uint8Array | string,
): Promise<StoredFile> {
  const bytes = Uint8Array.from(typeof content === "string" ? new TextEncoder().encode(content) : content);
  const hash = await sha256(bytes);
  const page = typeof content === "string" ? pageFacts(content) : null;
  const customMetadata: Record<string, string> = { sha256: hash };
  if (page !== null) Object.assign(customMetadata, { place: `${page.place}`, style: page.style });
  await bucket.put(key, bytes, { httpMetadata: { contentType }, customMetadata, sha256: hash });
  return { contentType, size: bytes.length, hash, page, body: bytes };
}

/** Null for what has no such place: other formats, which hold nothing but the sheet. */
function pageFacts(content: string): PageFacts | null {
  const at = content.indexOf(VERSION_NOTICE_PLACE);
  if (at < 0) return null;
  return { place: new TextEncoder().encode(content.slice(0, at)).length, style: styleHashOf(content) };
}

/** An object without its hash was not put there by us and counts as not there; it will be written over. */
function factsOf(object: R2Object | null): FileFacts | null {
  const { sha256: hash, place, style } = object?.customMetadata ?? {};
  const contentType = object?.httpMetadata?.contentType;
  if (object === null || hash === undefined || contentType === undefined) return null;
  const page = place === undefined || style === undefined ? null : { place: Number(place), style };
  return { contentType, size: object.size, hash, page };
}
