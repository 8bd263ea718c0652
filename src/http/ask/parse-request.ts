/**
 * From the parts of an address to what they mean: a language, a topic, an ending, a template, a paper. In: strings as
 * the reader wrote them and the edition's topics. Out: known values, or a refusal that names what there is. It reads
 * nothing from the stores.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { templatesFor } from "../../../templates/templates.ts";
import type { Room } from "../../formats/html/frame.ts";
import { OEMBED_TYPES, type OembedFormat } from "../../formats/oembed.ts";
import { DEFAULT_PAPER, PAPERS, type PaperId } from "../../model/template.ts";
import type { Topic } from "../../model/topic.ts";
import type { EditionTopic } from "../../store/edition-index.ts";
import { ownTemplate } from "../../store/own-template.ts";
import { Refusal } from "../answer/refusal.ts";

export function parseLanguage(given: string): string {
  if (Object.hasOwn(LANGUAGES, given)) return given;
  throw new Refusal(
    "language",
    { given },
    Object.keys(LANGUAGES).map((name) => ({ name, href: `/${name}/` })),
  );
}

/** `kyiv.pdf` is the topic `kyiv` with the ending `pdf`, `kyiv.csl.json` ends in `csl.json`; identifiers have no dots. */
export function splitEnding(page: string): { name: string; ending: string | null } {
  const dot = page.indexOf(".");
  return dot <= 0 ? { name: page, ending: null } : { name: page.slice(0, dot), ending: page.slice(dot + 1) };
}

/** `base` is the address that choices are linked under, such as `/de/`. */
export function parseTopic<T extends Topic>(given: string, topics: readonly T[], base: string): T {
  const topic = topics.find(({ id }) => id === given);
  if (topic !== undefined) return topic;
  throw new Refusal(
    "topic",
    { given },
    topics.map(({ id }) => ({ name: id, href: `${base}${id}` })),
  );
}

/** `base` is the address without an ending. */
export function parseEnding<E extends string>(given: string, endings: readonly E[], base: string): E {
  const ending = endings.find((each) => each === given);
  if (ending !== undefined) return ending;
  throw new Refusal(
    "ending",
    { given: `.${given}` },
    endings.map((each) => ({ name: `.${each}`, href: `${base}.${each}` })),
  );
}

export interface Wishes {
  /** Its name. */
  readonly template: string;
  readonly paper: PaperId;
  readonly download: boolean;
}

/** Three parameters mean something on a sheet; all others pass unseen. Of a repeated one the first counts. */
export function parseWishes(query: URLSearchParams, topic: EditionTopic): Wishes {
  const own = ownTemplate(topic);
  const others = templatesFor(topic.kind).flatMap(({ id }) => (id === own ? [] : [id]));
  const papers = Object.keys(PAPERS) as PaperId[];
  return {
    template: choose("template", query.get("template") ?? own, [own, ...others]),
    paper: choose("paper", query.get("paper") ?? DEFAULT_PAPER, papers) as PaperId,
    download: parseDownload(query),
  };
}

export function parseDownload(query: URLSearchParams): boolean {
  return choose("dl", query.get("dl") ?? "0", ["0", "1"]) === "1";
}

/** The name of the edition that the page of changes compares with; whether there is one is not known here. */
export function parseSince(query: URLSearchParams): string | null {
  return query.get("since");
}

/** What oEmbed asks with (1.0, 2.2): an address, a format, and the pixels there are at most. */
export function parseOembed(query: URLSearchParams): { url: string; format: OembedFormat; room: Room } {
  const format = query.get("format") ?? "json";
  const formats = Object.keys(OEMBED_TYPES);
  if (!formats.includes(format))
    throw new Refusal(
      "format",
      { given: format },
      formats.map((name) => ({ name })),
    );
  const url = query.get("url") ?? "";
  if (url === "") throw new Refusal("missing", { parameter: "url" });
  const room = {
    width: pixels("maxwidth", query.get("maxwidth")),
    height: pixels("maxheight", query.get("maxheight")),
  };
  return { url, format: format as OembedFormat, room };
}

function pixels(parameter: string, given: string | null): number | null {
  if (given === null) return null;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new Refusal("parameter", { parameter, given });
}

function choose(parameter: string, given: string, choices: readonly string[]): string {
  if (choices.includes(given)) return given;
  throw new Refusal(
    "parameter",
    { parameter, given },
    choices.map((name) => ({ name })),
  );
}
