/**
 * The page of changes: against the edition before, or by `since` against any other. In: a request whose route has
 * matched. Out: the file, or a redirect, or a refusal. A comparison that a reader chose is made on the spot and kept for
 * minutes, not stored: there are as many as pairs of editions.
 */
import type { Context } from "hono";
import { FORMATS, WORD_FORMATS } from "../../formats/formats.ts";
import { fileName, urlOf } from "../../model/address.ts";
import { CHANGES } from "../../model/topic.ts";
import { compareEditions } from "../../render/compare-editions.ts";
import type { WordEnding } from "../../render/variant.ts";
import { isNewer } from "../../store/edition-index.ts";
import { answerWithFile } from "../answer/answer-with-file.ts";
import { CURRENT } from "../answer/cache-control.ts";
import { disposition } from "../answer/disposition.ts";
import { keptAwhile } from "../answer/kept-awhile.ts";
import { redirect } from "../answer/redirect.ts";
import { respond } from "../answer/respond.ts";
import { editionHere, part, prefix } from "../ask/call-parts.ts";
import { editionOf } from "../ask/edition-of.ts";
import { endingFor } from "../ask/ending-for.ts";
import { parametersOf } from "../ask/own-parameters.ts";
import { parseDownload, parseEnding, parseLanguage, parseSince, splitEnding } from "../ask/parse-request.ts";
import { preferredLanguage } from "../ask/reader-language.ts";
import { type Site, siteOf } from "../site.ts";

type Call = Context<Site>;

export async function changes(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const { ending: given } = splitEnding(part(c, "page"));
  const endings = Object.keys(WORD_FORMATS) as WordEnding[];
  const named = given === null ? null : parseEnding(given, endings, `${prefix(c)}/${language}/${CHANGES}`);
  const query = parametersOf(c.req.url);
  const download = parseDownload(query);
  const since = parseSince(query);
  if (since === null) {
    const choice = named === null ? endingFor(c, endings) : { ending: named, headers: {} };
    return await answerWithFile(c, entry, { kind: "changes", language, ending: choice.ending }, choice, download);
  }

  const earlier = await editionOf(c.var.catalogue, { edition: since, path: c.req.path, site: siteOf(c) });
  // What has changed is told forwards: asked the other way round, the later edition answers.
  if (isNewer(earlier, entry)) {
    const ending = named === null ? {} : { ending: named };
    const forwards = urlOf("", { language, topic: CHANGES, edition: earlier.id, ...ending });
    query.set("since", entry.id);
    const headers = { Location: `${forwards}?${query}`, "Cache-Control": "public, max-age=300" };
    return new Response(null, { status: 302, headers });
  }
  const choice = named === null ? endingFor(c, endings) : { ending: named, headers: {} };
  const name = fileName({ topic: `${CHANGES}-since-${since}`, edition: entry.id, language, ending: choice.ending });
  const headers = {
    "Content-Language": language,
    "Cache-Control": CURRENT,
    "Content-Disposition": disposition(name, download),
    ...choice.headers,
  };
  const source = {
    contentType: FORMATS[choice.ending].contentType,
    facts: async () => null,
    insertion: null,
    modified: null,
    file: async () =>
      await keptAwhile(c, ["since", c.var.program.name, earlier.digest, entry.digest, language, choice.ending], () =>
        compareEditions(c.env.SHEETS, earlier, entry, language, choice.ending),
      ),
  };
  return await respond(c.req.raw, source, headers);
}

/** `/changes.md`: to the same in the reader's language. */
export async function changesToReader(c: Call): Promise<Response> {
  await editionHere(c);
  const base = `${prefix(c)}/${preferredLanguage(c.req.raw)}/${CHANGES}`;
  const { ending } = splitEnding(part(c, "page"));
  return redirect(
    c.req.url,
    ending === null ? base : `${base}.${parseEnding(ending, Object.keys(WORD_FORMATS), base)}`,
  );
}
