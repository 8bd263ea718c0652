/**
 * What is made at a request and dear to make, kept for five minutes where the platform caches. In: the call, a name that
 * holds all that the bytes depend on, and how to make them. Out: the file. Nothing depends on it being kept: where there
 * is no cache, it is made each time.
 */
import type { Context } from "hono";
import type { StoredFile } from "../../store/file-store.ts";
import type { Site } from "../site.ts";

const SECONDS = 300;

export async function keptAwhile(
  c: Context<Site>,
  name: readonly string[],
  make: () => Promise<StoredFile>,
): Promise<StoredFile> {
  // No route of ours begins like this, and no reader is answered from it.
  const key = new URL(`/_kept/${name.map(encodeURIComponent).join("/")}`, c.req.url).href;
  const cache = caches.default;
  const kept = await cache.match(key);
  const [contentType, hash] = [kept?.headers.get("Content-Type"), kept?.headers.get("ETag")?.replaceAll('"', "")];
  if (kept !== undefined && contentType != null && hash != null) {
    const body = new Uint8Array(await kept.arrayBuffer());
    return { contentType, size: body.length, hash, page: null, body };
  }
  const file = await make();
  const body = new Uint8Array(await new Response(file.body).arrayBuffer());
  const headers = { "Content-Type": file.contentType, ETag: `"${file.hash}"`, "Cache-Control": `max-age=${SECONDS}` };
  c.executionCtx.waitUntil(cache.put(key, new Response(body, { headers })));
  return { ...file, body };
}
