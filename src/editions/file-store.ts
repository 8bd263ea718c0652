/**
 * Rendered files in R2. In: keys and bytes. Out: the file with its content type and the SHA-256 that serves as ETag;
 * a head alone costs no body. It neither renders nor knows what a key means.
 */
import { sha256 } from "./digest.ts";

export interface FileFacts {
  readonly contentType: string;
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export interface StoredFile extends FileFacts {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function headFile(bucket: R2Bucket, key: string): Promise<FileFacts | null> {
  return factsOf(await bucket.head(key));
}

export async function readFile(bucket: R2Bucket, key: string): Promise<StoredFile | null> {
  const object = await bucket.get(key);
  const facts = factsOf(object);
  if (object === null || facts === null) return null;
  return { ...facts, bytes: new Uint8Array(await object.arrayBuffer()) };
}

export async function storeFile(
  bucket: R2Bucket,
  key: string,
  contentType: string,
  content: Uint8Array | string,
): Promise<StoredFile> {
  const bytes = Uint8Array.from(typeof content === "string" ? new TextEncoder().encode(content) : content);
  const hash = await sha256(bytes);
  await bucket.put(key, bytes, { httpMetadata: { contentType }, customMetadata: { sha256: hash }, sha256: hash });
  return { contentType, size: bytes.length, hash, bytes };
}

/** An object without its hash was not put there by us and counts as not there; it will be written over. */
function factsOf(object: R2Object | null): FileFacts | null {
  const hash = object?.customMetadata?.sha256;
  const contentType = object?.httpMetadata?.contentType;
  if (object === null || hash === undefined || contentType === undefined) return null;
  return { contentType, size: object.size, hash };
}
