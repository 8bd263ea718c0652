/**
 * A way out for links that were bent on their way. In: a request that was refused, and the routes. Out: a redirect to the
 * one address it plainly means; where there is nothing at that either, what is said there; or null where nothing is bent.
 * The routes themselves are asked, by HEAD, which makes and changes nothing; so every new address is mended unasked.
 */
import type { Context, Hono } from "hono";
import { CURRENT, OWN_READER } from "../answer/cache-control.ts";
import type { Refusal } from "../answer/refusal.ts";
import { languageNamed } from "../ask/reader-language.ts";
import type { Site } from "../site.ts";
import { mendAddress } from "./mend-address.ts";

/** What is asked here is not mended in its turn. */
const QUESTIONS = new WeakSet<Request>();

export async function mended(app: Hono<Site>, c: Context<Site>, { code }: Refusal): Promise<Response | null> {
  if (QUESTIONS.has(c.req.raw)) return null;
  const meant = await mendAddress(c);
  if (meant === null) return null;
  const url = new URL(c.req.url).origin + meant.address;
  const ask = async (init: RequestInit): Promise<Response> => {
    const question = new Request(url, init);
    QUESTIONS.add(question);
    return await app.fetch(question, c.env, c.executionCtx);
  };

  // What is there must not depend on the formats a client takes, and where it leads only on the reader's language.
  const language = c.req.header("Accept-Language");
  const there = await ask({ method: "HEAD", headers: language === undefined ? {} : { "Accept-Language": language } });
  const location = there.headers.get("Location") ?? (there.ok ? meant.address : null);
  if (location !== null) return leadTo(location + meant.place, there, meant.byName);
  // A language that there is not is not meant as anything else, such as a topic.
  if (there.status === 404 && code === "language" && languageNamed(url) === undefined) return null;
  return await ask({ method: c.req.method, headers: c.req.raw.headers });
}

/** A spelling leads to the same for everyone and for good; a name as long as the library has it, and some by the reader. */
function leadTo(location: string, there: Response, byName: boolean): Response {
  const vary = there.headers.get("Vary");
  const isOwn = byName || there.status === 302;
  return new Response(null, {
    status: isOwn ? 302 : 301,
    headers: {
      Location: location,
      "Cache-Control": isOwn ? OWN_READER : CURRENT,
      ...(there.status === 302 && vary !== null ? { Vary: vary } : {}),
    },
  });
}
