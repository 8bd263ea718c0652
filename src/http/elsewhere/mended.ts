/**
 * A way out for links that a mail program broke. In: a request for an address that is of nothing, and the routes. Out: a
 * redirect to the address it plainly means, the query untouched, or null where there is nothing at that either. The
 * routes themselves are asked, by HEAD, which makes and changes nothing; so every new address is mended unasked.
 */
import type { Context, Hono } from "hono";
import { CURRENT } from "../answer/cache-control.ts";
import { queryOf } from "../answer/redirect.ts";
import type { Site } from "../site.ts";
import { mendPath } from "./mend-path.ts";

export async function mended(app: Hono<Site>, c: Context<Site>): Promise<Response | null> {
  const url = new URL(c.req.url);
  const path = mendPath(url.pathname);
  if (path === null) return null;
  url.pathname = path;
  // What is there must not depend on the formats a client takes, and where it leads only on the reader's language.
  const language = c.req.header("Accept-Language");
  const headers = language === undefined ? {} : { "Accept-Language": language };
  const there = await app.fetch(new Request(url, { method: "HEAD", headers }), c.env, c.executionCtx);
  if (there.headers.has("Location")) return there;
  if (there.status === 404 || there.status >= 500) return null;
  return new Response(null, {
    status: 301,
    headers: { Location: path + queryOf(c.req.url), "Cache-Control": CURRENT },
  });
}
