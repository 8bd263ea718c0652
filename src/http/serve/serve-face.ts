/**
 * The typefaces of the web pages. In: a path that holds the hash of the file. Out: the file, to be kept for ever, for a
 * face that changes gets another path; it is found at its former ones too, for which it only has more than it had. They
 * come with the program and are in no store.
 */
import type { Context } from "hono";
import { WEB_FACES } from "../../formats/html/web-faces.ts";
import { Refusal } from "../answer/refusal.ts";
import type { Site } from "../site.ts";

export function face(c: Context<Site>): Response {
  const found = WEB_FACES.find(({ path, formerPaths }) => [path, ...formerPaths].includes(c.req.path));
  if (found === undefined) throw new Refusal("address");
  return new Response(c.req.method === "HEAD" ? null : found.bytes, {
    headers: {
      "Content-Type": "font/woff2",
      "Content-Length": String(found.bytes.byteLength),
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
