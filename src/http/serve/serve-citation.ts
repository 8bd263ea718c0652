/**
 * Citations of a sheet. In: a request, an edition's entry, and which sheet in which format. Out: the file. It is made
 * from what the index knows; HEAD of what was never pressed makes no sheet.
 */
import type { Context } from "hono";
import { CITATION_ENDINGS, type CitationEnding } from "../../formats/cite/citation-endings.ts";
import { CITATIONS } from "../../formats/cite/citations.ts";
import { fileName } from "../../model/address.ts";
import { type Cited, citableOf } from "../../render/citable-of.ts";
import { fileOf } from "../../store/file-store.ts";
import { CURRENT, PINNED } from "../answer/cache-control.ts";
import { disposition } from "../answer/disposition.ts";
import { modifiedAt } from "../answer/last-modified.ts";
import { respond } from "../answer/respond.ts";
import { parametersOf } from "../ask/own-parameters.ts";
import { parseDownload } from "../ask/parse-request.ts";
import { filesOf, type Site } from "../site.ts";

export async function serveCitation(c: Context<Site>, cited: Cited, ending: CitationEnding): Promise<Response> {
  const { entry, topic, language } = cited;
  const { contentType } = CITATION_ENDINGS[ending];
  const pinned = c.req.param("edition") !== undefined;
  const name = fileName({ topic: topic.id, edition: entry.id, language, ending });
  const download = parseDownload(parametersOf(c.req.url));
  const file = async () =>
    await fileOf(contentType, CITATIONS[ending](await citableOf(c.env.LIBRARY, filesOf(c), cited)));
  const moments = [pinned ? (entry.published ?? entry.issued) : c.var.catalogue.changedBy(entry)];
  const source = {
    contentType,
    facts: async () => null,
    file,
    insertion: null,
    modified: modifiedAt(moments, c.var.now()),
  };
  return await respond(c.req.raw, source, {
    "Content-Language": language,
    "Cache-Control": pinned ? PINNED : CURRENT,
    "Content-Disposition": disposition(name, download),
  });
}
