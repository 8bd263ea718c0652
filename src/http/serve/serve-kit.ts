/**
 * The newsletter kit of an edition and of each topic, and the cards that others embed. In: a request whose route has
 * matched. Out: the file, or a redirect to the reader's language, or a refusal. The kit's page has no ending; with one,
 * the address is that of a block by itself.
 */
import type { Context } from "hono";
import { urlOf } from "../../model/address.ts";
import type { Topic } from "../../model/topic.ts";
import { LETTERS, type Variant } from "../../render/variant.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { answerWithFile } from "../answer/answer-with-file.ts";
import { redirect } from "../answer/redirect.ts";
import { editionHere, part, prefix } from "../ask/call-parts.ts";
import { endingFor } from "../ask/ending-for.ts";
import { parametersOf } from "../ask/own-parameters.ts";
import { parseDownload, parseEnding, parseLanguage, parseTopic, splitEnding } from "../ask/parse-request.ts";
import { preferredLanguage } from "../ask/reader-language.ts";
import type { Site } from "../site.ts";

type Call = Context<Site>;

export async function kit(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  return await serveKit(c, entry, language, null, `${prefix(c)}/${language}/newsletter`);
}

export async function topicKit(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const topic = parseTopic(part(c, "topic"), entry.topics, `${prefix(c)}/${language}/`);
  return await serveKit(c, entry, language, topic, `${prefix(c)}/${language}/${topic.id}/newsletter`);
}

/** The page itself is HTML; a client that prefers another format gets the block in it. */
async function serveKit(
  c: Call,
  entry: EditionEntry,
  language: string,
  topic: Topic | null,
  base: string,
): Promise<Response> {
  const { ending: given } = splitEnding(part(c, "page"));
  const download = parseDownload(parametersOf(c.req.url));
  const choice = given === null ? endingFor(c, LETTERS) : { ending: parseEnding(given, LETTERS, base), headers: {} };
  const { ending } = choice;
  const isPage = given === null && ending === "html";
  const variant: Variant = isPage
    ? { kind: "kit", language, topic, ending }
    : { kind: "letter", language, topic, ending };
  return await answerWithFile(c, entry, variant, choice, isPage ? null : download);
}

export async function embedded(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const topic = parseTopic(part(c, "topic"), entry.topics, `${prefix(c)}/${language}/`);
  return await answerWithFile(
    c,
    entry,
    { kind: "embed", language, topic, ending: "html" },
    endingFor(c, ["html"]),
    null,
  );
}

/** `/newsletter.md`: to the same in the reader's language. */
export async function kitToReader(c: Call): Promise<Response> {
  await editionHere(c);
  const base = urlOf(prefix(c), { language: preferredLanguage(c.req.raw), below: "newsletter" });
  const { ending } = splitEnding(part(c, "page"));
  return redirect(c.req.url, ending === null ? base : `${base}.${parseEnding(ending, LETTERS, base)}`);
}
