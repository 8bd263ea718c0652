/**
 * The list of all editions, as a web page in each language and as data. In: a request whose route has matched. Out: the
 * list as the index has it now. It belongs to no edition, so it is made at each request and stored nowhere.
 */
import type { Context } from "hono";
import { type Downloads, lastWholeDay } from "../../downloads/download.ts";
import { ENDINGS } from "../../formats/endings.ts";
import { ARCHIVE, urlOf } from "../../model/address.ts";
import { archiveJson } from "../../pages/archive-json.ts";
import { writeArchive } from "../../pages/write-archive.ts";
import { type ListedEdition, lastMoment } from "../../store/edition-index.ts";
import { CURRENT } from "../answer/cache-control.ts";
import { type Modified, modifiedAt } from "../answer/last-modified.ts";
import { redirect } from "../answer/redirect.ts";
import { respondWith } from "../answer/respond.ts";
import { parseLanguage } from "../ask/parse-request.ts";
import { preferredLanguage } from "../ask/reader-language.ts";
import { type Site, siteOf } from "../site.ts";

type Call = Context<Site>;

export async function archivePage(c: Call): Promise<Response> {
  const language = parseLanguage(c.req.param("language") ?? "");
  const entries = await c.var.catalogue.all();
  const downloads = await shownDownloads(c);
  const page = writeArchive({ entries, language, site: siteOf(c), downloads });
  return await answer(c, "html", page, { "Content-Language": language }, modifiedOf(c, entries, downloads));
}

export async function archiveData(c: Call): Promise<Response> {
  const entries = await c.var.catalogue.all();
  const downloads = await shownDownloads(c);
  return await answer(c, "json", archiveJson(entries, siteOf(c), downloads), {}, modifiedOf(c, entries, downloads));
}

/** `/editions`: to the list in the reader's language. */
export function toArchive(c: Call): Response {
  return redirect(c.req.url, urlOf("", { language: preferredLanguage(c.req.raw), topic: ARCHIVE }));
}

/** Whole days that are over, so that no request is seen in what the next one answers. */
async function shownDownloads(c: Call): Promise<Downloads | null> {
  if (!c.var.settings.counts || c.env.COUNTER !== undefined) return null;
  try {
    return await c.var.catalogue.downloads(lastWholeDay(c.var.now()));
  } catch (error) {
    console.error(JSON.stringify({ downloads: "not read", message: String(error) }));
    return null;
  }
}

/** No record says when downloads were counted. */
function modifiedOf(c: Call, entries: readonly ListedEdition[], downloads: Downloads | null): Modified | null {
  return downloads === null ? modifiedAt([lastMoment(entries)], c.var.now()) : null;
}

async function answer(
  c: Call,
  ending: "html" | "json",
  text: string,
  own: Record<string, string>,
  modified: Modified | null,
): Promise<Response> {
  return await respondWith(
    c.req.raw,
    ENDINGS[ending].contentType,
    text,
    { "Cache-Control": CURRENT, ...own },
    modified,
  );
}
