/**
 * OPTIONS: what may be done with an address. In: the request and the routes. Out: the methods there are, and where data
 * is to be had, that scripts of any site may ask for it, with whatever headers; none of ours changes anything. A browser
 * asks this before it sends such a header (the Fetch standard, CORS preflight).
 */
import type { Context, Hono } from "hono";
import type { Site } from "../site.ts";
import { isData } from "./sharing.ts";

export const METHODS = "GET, HEAD, OPTIONS";

const ALLOWED = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Max-Age": "86400",
} as const;

export async function preflight(app: Hono<Site>, c: Context<Site>): Promise<Response> {
  // What the script will ask for is not said here; where there is data among other formats, it will be that.
  const headers = { Accept: "application/json, */*;q=0.1" };
  const head = await app.fetch(new Request(c.req.url, { method: "HEAD", headers }), c.env, c.executionCtx);
  const shared = head.headers.has("Location") || isData(head.headers.get("Content-Type") ?? "");
  return new Response(null, { status: 204, headers: { Allow: METHODS, ...(shared ? ALLOWED : {}) } });
}
