/**
 * The old names of topics. In: what a request was refused for, and the request. Out: a redirect to the topic's present
 * name in the same edition, or null where the name is of none. An edition in which the old name was a topic never gets
 * here, for it answers itself. The redirect is permanent (301): only GET and HEAD are answered, and every client,
 * feed reader and search engine knows it.
 */
import type { Context } from "hono";
import { parseEditionId } from "../../model/edition.ts";
import { CURRENT } from "../answer/cache-control.ts";
import type { Refusal } from "../answer/refusal.ts";
import type { Site } from "../site.ts";

export async function renamed(refusal: Refusal, c: Context<Site>): Promise<Response | null> {
  if (refusal.code !== "topic") return null;
  const { pathname, search } = new URL(c.req.url);
  const parts = pathname.split("/");
  const [, first = ""] = parts;
  const { catalogue } = c.var;
  const entry = parseEditionId(first) === null ? await catalogue.last() : await catalogue.edition(first);
  const alias = entry?.aliases.find(({ id }) => id === refusal.values.given);
  const at = parts.findIndex((part) => part === alias?.id || part.startsWith(`${alias?.id}.`));
  if (alias === undefined || at < 0) return null;
  const present = parts.with(at, alias.topic + (parts[at] ?? "").slice(alias.id.length)).join("/");
  // The query travels as it was written, whatever is in it.
  return new Response(null, { status: 301, headers: { Location: present + search, "Cache-Control": CURRENT } });
}
