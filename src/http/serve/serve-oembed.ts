/**
 * `/oembed`: how a briefing is embedded elsewhere (oEmbed 1.0). In: a request that names an address of ours, today's or
 * one of before, and perhaps a format and how much room there is. Out: the description, or a refusal: 400 without an
 * address, 404 where it is of no briefing, 501 for a format that is not known, as the specification has it. It reads what
 * the press has made and sets nothing.
 */
import type { Context } from "hono";
import { fill } from "../../compose/wording/format-words.ts";
import { CARD_FORMAT } from "../../formats/endings.ts";
import { wordsOf } from "../../formats/html/sheet-context.ts";
import { OEMBED_TYPES, type OembedFormat, writeOembed } from "../../formats/oembed.ts";
import { urlOf } from "../../model/address.ts";
import type { Letter } from "../../model/letter.ts";
import type { Topic } from "../../model/topic.ts";
import { fetchFile } from "../../render/fetch-file.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { CURRENT, PINNED } from "../answer/cache-control.ts";
import { Refusal } from "../answer/refusal.ts";
import { respondWith } from "../answer/respond.ts";
import { editionOf } from "../ask/edition-of.ts";
import { parametersOf } from "../ask/own-parameters.ts";
import { parseEmbedded } from "../ask/parse-embedded.ts";
import { parseOembed } from "../ask/parse-request.ts";
import { preferredLanguage } from "../ask/reader-language.ts";
import { filesOf, hostsOf, type Site, siteOf } from "../site.ts";

type Call = Context<Site>;

export async function oembed(c: Call): Promise<Response> {
  const { url, format, room } = parseOembed(parametersOf(c.req.url));
  const site = siteOf(c);
  const embedded = parseEmbedded(url, hostsOf(c));
  if (embedded === null) throw new Refusal("embedded", { given: url });
  const entry = await editionOf(c.var.catalogue, { edition: embedded.edition, path: new URL(url).pathname, site });
  const topic = entry.topics.find(({ id }) => id === embedded.topic);
  if (topic === undefined) throw new Refusal("embedded", { given: url });

  const language = embedded.language ?? preferredLanguage(c.req.raw);
  // Editions of older programs call it by the topic alone.
  const { title, longTitle = title, picture } = await letterOf(c, entry, topic, language);
  const pinned = embedded.edition === undefined ? {} : { edition: entry.id };
  const drawn = { language, topic: topic.id, ending: CARD_FORMAT.ending, edition: entry.id };
  const embeddable = {
    title: longTitle,
    frame: fill(wordsOf(language).embed.frame, { title }),
    card: urlOf(site, { language, topic: topic.id, below: "card", ...pinned }),
    provider: urlOf(site, {}),
    // The letter names it at the address that the site had when it was issued.
    thumbnail: picture === null ? null : { ...picture, src: urlOf(site, drawn) },
  };
  const headers = {
    "Content-Language": language,
    "Cache-Control": embedded.edition === undefined ? CURRENT : PINNED,
    ...(embedded.language === undefined ? { Vary: "Accept-Language" } : {}),
  };
  return await answer(c, writeOembed(embeddable, room, format), format, headers);
}

/** What the newsletter kit says of the topic, as data: its title and picture are those of the card. */
async function letterOf(
  c: Call,
  entry: EditionEntry,
  topic: Topic,
  language: string,
): Promise<Pick<Letter, "title" | "picture"> & Partial<Pick<Letter, "longTitle">>> {
  const { body } = await fetchFile(filesOf(c), entry, { kind: "letter", language, topic, ending: "json" });
  return await new Response(body).json();
}

async function answer(c: Call, text: string, format: OembedFormat, headers: HeadersInit): Promise<Response> {
  return await respondWith(c.req.raw, OEMBED_TYPES[format], text, headers, null);
}
