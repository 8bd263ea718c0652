/**
 * The pages of an edition: contents, sheets and everything on a topic. In: a request whose route has matched. Out: the
 * file, or a redirect to it in the reader's language, or a refusal. The same handlers serve the newest edition and those
 * that an address pins.
 */
import type { Context } from "hono";
import { LANGUAGES } from "../../../templates/languages.ts";
import { CITATION_ENDINGS, type CitationEnding, isCitation } from "../../formats/cite/citation-endings.ts";
import { CARD_FORMAT, TOPIC_ENDINGS } from "../../formats/endings.ts";
import { type Ending, FORMATS, WORD_FORMATS } from "../../formats/formats.ts";
import { cardOf, type Variant, type WordEnding } from "../../render/variant.ts";
import { answerWithFile } from "../answer/answer-with-file.ts";
import { redirect } from "../answer/redirect.ts";
import { editionHere, part, prefix } from "../ask/call-parts.ts";
import { endingFor } from "../ask/ending-for.ts";
import { parametersOf } from "../ask/own-parameters.ts";
import {
  parseDownload,
  parseEnding,
  parseLanguage,
  parseTopic,
  parseWishes,
  splitEnding,
} from "../ask/parse-request.ts";
import { preferredLanguage } from "../ask/reader-language.ts";
import type { Site } from "../site.ts";
import { serveCitation } from "./serve-citation.ts";

type Call = Context<Site>;

const citations = Object.keys(CITATION_ENDINGS) as CitationEnding[];

export async function contents(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  return await answerWithFile(c, entry, { kind: "contents", language, ending: "html" }, endingFor(c, ["html"]), null);
}

export async function sheet(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const { name, ending: given } = splitEnding(part(c, "page"));
  const topic = parseTopic(name, entry.topics, `${prefix(c)}/${language}/`);
  const offered = [...TOPIC_ENDINGS, ...citations];
  const named = given === null ? null : parseEnding(given, offered, `${prefix(c)}/${language}/${topic.id}`);
  if (named !== null && isCitation(named)) return await serveCitation(c, { entry, topic, language }, named);
  const query = parametersOf(c.req.url);
  if (named === CARD_FORMAT.ending)
    return await answerWithFile(
      c,
      entry,
      cardOf(topic, language),
      { ending: named, headers: {} },
      parseDownload(query),
    );
  const { download, ...wishes } = parseWishes(query, topic);
  const choice = named === null ? endingFor(c, Object.keys(FORMATS) as Ending[]) : { ending: named, headers: {} };
  const variant: Variant = { kind: "sheet", language, topic, ...wishes, ending: choice.ending };
  return await answerWithFile(c, entry, variant, choice, download);
}

export async function everything(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const topic = parseTopic(part(c, "topic"), entry.topics, `${prefix(c)}/${language}/`);
  const { ending: given } = splitEnding(part(c, "page"));
  const endings = Object.keys(WORD_FORMATS) as WordEnding[];
  const named = given === null ? null : parseEnding(given, endings, `${prefix(c)}/${language}/${topic.id}/all`);
  const choice = named === null ? endingFor(c, endings) : { ending: named, headers: {} };
  const download = parseDownload(parametersOf(c.req.url));
  return await answerWithFile(c, entry, { kind: "all", language, topic, ending: choice.ending }, choice, download);
}

/** `/`, `/de`, `/kyiv`, `/kyiv.pdf`: to the same in the reader's language, the query untouched. */
export async function toReader(c: Call): Promise<Response> {
  const page = c.req.param("page") ?? "";
  const language = preferredLanguage(c.req.raw);
  // An edition that does not exist is told here, before the reader is sent on.
  const entry = await editionHere(c);
  if (Object.hasOwn(LANGUAGES, page)) return redirect(c.req.url, `${prefix(c)}/${page}/`);
  if (page === "") return redirect(c.req.url, `${prefix(c)}/${language}/`);
  const { name, ending } = splitEnding(page);
  const topic = parseTopic(name, entry.topics, `${prefix(c)}/`);
  const base = `${prefix(c)}/${language}/${topic.id}`;
  const offered = [...TOPIC_ENDINGS, ...citations];
  return redirect(c.req.url, ending === null ? base : `${base}.${parseEnding(ending, offered, base)}`);
}
