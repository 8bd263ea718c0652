/**
 * A file as an HTTP answer: whole, in part, or only the word that nothing changed. In: the request, the headers of this
 * address and two ways to the file, one of which costs no rendering. Out: the response. It does not know what the file
 * is about.
 */
import type { FileFacts, StoredFile } from "../editions/file-store.ts";
import { byteRange } from "./range.ts";

export interface FileSource {
  readonly contentType: string;
  /** What is known without making the file; null where it was never made. */
  readonly facts: () => Promise<FileFacts | null>;
  readonly file: () => Promise<StoredFile>;
}

export async function respond(request: Request, source: FileSource, address: HeadersInit): Promise<Response> {
  const headers = new Headers(address);
  headers.set("Content-Type", source.contentType);
  headers.set("Accept-Ranges", "bytes");
  const known = request.headers.get("If-None-Match");

  if (request.method === "HEAD" || known !== null) {
    const facts = await source.facts();
    if (facts !== null) describe(headers, facts);
    if (facts !== null && matches(known, facts)) return notModified(headers);
    // A file that was never made has no length and no tag yet; RFC 9110 9.3.2 lets HEAD leave them out.
    if (request.method === "HEAD") return new Response(null, { headers });
  }

  const file = await source.file();
  describe(headers, file);
  if (matches(known, file)) return notModified(headers);
  const ifRange = request.headers.get("If-Range");
  const wanted = ifRange === null || ifRange === tagOf(file) ? request.headers.get("Range") : null;
  const range = byteRange(wanted, file.size);
  if (range === "whole") return new Response(file.bytes, { headers });
  if (range === "none") {
    for (const name of ["Content-Type", "Content-Length", "Content-Disposition"]) headers.delete(name);
    headers.set("Content-Range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("Content-Range", `bytes ${range.first}-${range.last}/${file.size}`);
  headers.set("Content-Length", String(range.last - range.first + 1));
  return new Response(file.bytes.slice(range.first, range.last + 1), { status: 206, headers });
}

function describe(headers: Headers, facts: FileFacts): void {
  headers.set("Content-Type", facts.contentType);
  headers.set("Content-Length", String(facts.size));
  headers.set("ETag", tagOf(facts));
}

function tagOf({ hash }: FileFacts): string {
  return `"${hash}"`;
}

/** Weak comparison: a proxy that compressed the file may have put `W/` before our tag. */
function matches(known: string | null, facts: FileFacts): boolean {
  if (known === null) return false;
  return known.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === tagOf(facts));
}

function notModified(headers: Headers): Response {
  for (const name of ["Content-Type", "Content-Length", "Content-Disposition", "Accept-Ranges"]) headers.delete(name);
  return new Response(null, { status: 304, headers });
}
