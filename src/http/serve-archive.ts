/**
 * The list of all editions, as a web page in each language and as data. In: a request whose route has matched. Out: the
 * list as the index has it now. It belongs to no edition, so it is made at each request and stored nowhere.
 */
import type { Context } from "hono";
import { archiveJson } from "../editions/archive-json.ts";
import { sha256 } from "../editions/digest.ts";
import { writeArchive } from "../editions/write-archive.ts";
import { ENDINGS } from "../formats/endings.ts";
import { ARCHIVE, urlOf } from "../model/address.ts";
import { CURRENT } from "./cache-control.ts";
import { parseLanguage } from "./parse-request.ts";
import { preferredLanguage } from "./reader-language.ts";
import { redirect } from "./redirect.ts";
import { respond } from "./respond.ts";
import { type Site, siteOf } from "./site.ts";

type Call = Context<Site>;

export async function archivePage(c: Call): Promise<Response> {
  const language = parseLanguage(c.req.param("language") ?? "");
  const entries = await c.var.catalogue.all();
  const page = writeArchive({ entries, language, site: siteOf(c) });
  return await answer(c, "html", page, { "Content-Language": language });
}

export async function archiveData(c: Call): Promise<Response> {
  return await answer(c, "json", archiveJson(await c.var.catalogue.all(), siteOf(c)), {});
}

/** `/editions`: to the list in the reader's language; `/de/editions/`: links pick up a slash on their way. */
export function toArchive(c: Call): Response {
  const named = c.req.param("language");
  const language = named === undefined ? preferredLanguage(c.req.raw) : parseLanguage(named);
  return redirect(c.req.url, urlOf("", { language, topic: ARCHIVE }));
}

async function answer(c: Call, ending: "html" | "json", text: string, own: Record<string, string>): Promise<Response> {
  const bytes = Uint8Array.from(new TextEncoder().encode(text));
  const { contentType } = ENDINGS[ending];
  const file = { contentType, size: bytes.length, hash: await sha256(bytes), page: null, body: bytes };
  const source = { contentType, facts: async () => file, file: async () => file, insertion: null };
  return await respond(c.req.raw, source, { "Cache-Control": CURRENT, ...own });
}
