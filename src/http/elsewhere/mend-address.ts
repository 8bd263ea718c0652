/**
 * What an address was before it was bent on its way. In: a call. Out: the address it plainly means, with its query, or null
 * where nothing in it is bent, or nothing is meant by it. Whether anything is there the routes know.
 */
import type { Context } from "hono";
import { parseEditionId } from "../../model/edition.ts";
import { queryOf } from "../answer/redirect.ts";
import { ownParameters } from "../ask/own-parameters.ts";
import { splitAddress } from "../ask/split-address.ts";
import type { Site } from "../site.ts";
import { calledSo, speltAs } from "./known-names.ts";
import { mendPath } from "./mend-path.ts";
import { mendQuery } from "./mend-query.ts";

export interface MeantAddress {
  /** From the root of this site. */
  readonly address: string;
  /** On the page, with its sign; empty where there is none. */
  readonly place: string;
  /** Whether a word was another name for what it means, and not only another spelling of it. */
  readonly byName: boolean;
}

export async function mendAddress(c: Context<Site>): Promise<MeantAddress | null> {
  const { pathname } = new URL(c.req.url);
  const { part, query: behind, place } = splitAddress(pathname);
  const meant = await mendPath(part, async (edition) => {
    const entry = await entryOf(c, edition);
    return { speltAs: (word) => speltAs(c, entry, word), calledSo: (word) => calledSo(c, entry, word) };
  });
  if (meant === null) return null;
  const given = queryOf(c.req.url).slice(1);
  const query = mendQuery([...behind, given].filter((each) => each !== "").join("&"), ownParameters(meant.path));
  const address = meant.path + inHeader("?", query.text);
  if (address === pathname + inHeader("?", given)) return null;
  return { address, place: inHeader("#", place || query.place), byName: meant.byName };
}

async function entryOf(c: Context<Site>, edition: string | null) {
  const { catalogue } = c.var;
  if (edition === null) return await catalogue.last();
  return parseEditionId(edition) === null ? null : await catalogue.edition(edition);
}

/** What was decoded on the way here is encoded again, so that nothing but signs of an address gets into a header. */
function inHeader(sign: string, text: string): string {
  if (text === "") return "";
  return sign + text.replace(/[^\x21-\x7e]+|["#<>]/g, (signs) => encodeURIComponent(signs.toWellFormed()));
}
