/**
 * The icons of the site. In: a request for one of them. Out: the file. They come with the program and are in no store, and
 * no record says since when they look as they do.
 */
import type { Context } from "hono";
import { ICONS } from "../../pages/icons.ts";
import { CURRENT } from "../answer/cache-control.ts";
import { Refusal } from "../answer/refusal.ts";
import { respondWith } from "../answer/respond.ts";
import type { Site } from "../site.ts";

export async function icon(c: Context<Site>): Promise<Response> {
  const found = ICONS.find(({ path }) => path === c.req.path);
  if (found === undefined) throw new Refusal("address");
  const { contentType, bytes } = found;
  return await respondWith(c.req.raw, contentType, new Uint8Array(bytes), { "Cache-Control": CURRENT }, null);
}
