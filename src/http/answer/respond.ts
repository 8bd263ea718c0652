/**
 * A file as an HTTP answer: whole, in part, or only the word that nothing changed. In: the request, the headers of this
 * address, two ways to the file, one of which costs no rendering, when it last changed, and what is put at the file's
 * marked place. Out: the response. It does not know what the file is about.
 */

import { type FileFacts, fileOf, type StoredFile } from "../../store/file-store.ts";
import { isSame, judge } from "./conditions.ts";
import type { Modified } from "./last-modified.ts";
import { byteRange } from "./range.ts";
import { type PageUse, protect } from "./security-headers.ts";

export interface FileSource {
  readonly contentType: string;
  /** What is known without making the file; null where it was never made. */
  readonly facts: () => Promise<FileFacts | null>;
  readonly file: () => Promise<StoredFile>;
  /** What a web page is for, where it is not just a page: its policy depends on it. */
  readonly use?: PageUse;
  readonly insertion: Insertion | null;
  /** Null for what is composed of more than the records tell, at the request. */
  readonly modified: Modified | null;
}

/** Bytes that the stored file does not hold, and a name for them that changes with them. */
export interface Insertion {
  readonly bytes: Uint8Array;
  readonly tag: string;
}

/** What of a file and what is put into it a client sees. */
interface Answered {
  readonly contentType: string;
  readonly size: number;
  readonly tag: string;
  readonly style: string | null;
  readonly use: PageUse;
}

export async function respond(request: Request, source: FileSource, address: HeadersInit): Promise<Response> {
  const headers = new Headers(address);
  headers.set("Content-Type", source.contentType);
  headers.set("Accept-Ranges", "bytes");
  const { modified } = source;
  if (modified !== null) headers.set("Last-Modified", new Date(modified.at).toUTCString());

  if (request.method === "HEAD") {
    const facts = await source.facts();
    const answered = facts === null ? null : answeredOf(facts, source);
    // A file that was never made has no length and no tag yet; RFC 9110 9.3.2 lets HEAD leave them out.
    if (answered === null) protect(headers, source.contentType, null, source.use);
    else describe(headers, answered);
    const verdict = judge(request.headers, { tag: answered?.tag ?? null, modified });
    return verdict === "answer" ? new Response(null, { headers }) : without(headers, verdict);
  }

  const file = await source.file();
  // Whoever asks next may get it made anew.
  if (file.isKept === false) headers.set("Cache-Control", "no-store");
  const answered = answeredOf(file, source);
  describe(headers, answered);
  const validators = { tag: answered.tag, modified };
  const verdict = judge(request.headers, validators);
  if (verdict !== "answer") {
    await discard(file);
    return without(headers, verdict);
  }
  const wanted = isSame(request.headers, validators) ? request.headers.get("Range") : null;
  const range = byteRange(wanted, answered.size);
  if (range === "whole") return new Response(await whole(file, source.insertion), { headers });
  if (range === "none") {
    await discard(file);
    headers.set("Content-Range", `bytes */${answered.size}`);
    return bare(headers, 416);
  }
  // Whoever compressed a part would have it taken for a part of what is compressed.
  headers.set("Cache-Control", `${headers.get("Cache-Control")}, no-transform`);
  headers.set("Content-Range", `bytes ${range.first}-${range.last}/${answered.size}`);
  headers.set("Content-Length", String(range.last - range.first + 1));
  const bytes = await read(await whole(file, source.insertion));
  return new Response(bytes.slice(range.first, range.last + 1), { status: 206, headers });
}

/** What is written at each request and stored nowhere. */
export async function respondWith(
  request: Request,
  contentType: string,
  content: string | Uint8Array,
  headers: HeadersInit,
  modified: Modified | null,
): Promise<Response> {
  const file = await fileOf(contentType, content);
  return await respond(
    request,
    { contentType, facts: async () => file, file: async () => file, insertion: null, modified },
    headers,
  );
}

function answeredOf(
  { contentType, size, hash, page }: FileFacts,
  { insertion, use = "page" }: Pick<FileSource, "insertion" | "use">,
): Answered {
  const style = page?.style ?? null;
  if (page === null || insertion === null) return { contentType, size, tag: `"${hash}"`, style, use };
  return { contentType, size: size + insertion.bytes.length, tag: `"${hash}-${insertion.tag}"`, style, use };
}

/** The store's stream goes through as it is; only what something is put into is read here. */
async function whole({ body, page }: StoredFile, insertion: Insertion | null): Promise<StoredFile["body"]> {
  if (page === null || insertion === null) return body;
  const stored = await read(body);
  const bytes = new Uint8Array(stored.length + insertion.bytes.length);
  bytes.set(stored.subarray(0, page.place));
  bytes.set(insertion.bytes, page.place);
  bytes.set(stored.subarray(page.place), page.place + insertion.bytes.length);
  return bytes;
}

async function read(body: StoredFile["body"]): Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : new Uint8Array(await new Response(body).arrayBuffer());
}

/** A stream that nobody reads would keep its connection to the store. */
async function discard({ body }: StoredFile): Promise<void> {
  if (!(body instanceof Uint8Array)) await body.cancel();
}

/** The policy is the file's own: a 304 without a content type renews what the browser kept with the page. */
function describe(headers: Headers, { contentType, size, tag, style, use }: Answered): void {
  headers.set("Content-Type", contentType);
  headers.set("Content-Length", String(size));
  headers.set("ETag", tag);
  protect(headers, contentType, style, use);
}

/** Nothing of the file is sent: the client has it, or wanted another. */
function without(headers: Headers, verdict: "unchanged" | "failed"): Response {
  headers.delete("Accept-Ranges");
  return bare(headers, verdict === "unchanged" ? 304 : 412);
}

/** A refusal is kept by nobody: the next client asks without the condition, or for another part. */
function bare(headers: Headers, status: 304 | 412 | 416): Response {
  for (const name of ["Content-Type", "Content-Length", "Content-Disposition"]) headers.delete(name);
  if (status !== 304) headers.set("Cache-Control", "no-store");
  return new Response(null, { status, headers });
}
