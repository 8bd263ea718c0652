/**
 * The pages of an edition: contents, sheets and everything on a topic. In: a request whose route has matched. Out: the
 * file, or a redirect to it in the reader's language, or a refusal. The same handlers serve the newest edition and those
 * that an address pins.
 */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { LANGUAGES } from "../../../templates/languages.ts";
import { CITATION_ENDINGS, type CitationEnding, isCitation } from "../../formats/cite/citation-endings.ts";
import { CARD_FORMAT, TOPIC_ENDINGS } from "../../formats/endings.ts";
import { type Ending, FORMATS, WORD_FORMATS } from "../../formats/formats.ts";
import { fileName } from "../../model/address.ts";
import { writeVersionNotice } from "../../pages/write-version-notice.ts";
import { timeZoneOf } from "../../press/schedule.ts";
import { fetchFile, fileFacts } from "../../render/fetch-file.ts";
import { cardOf, contentTypeOf, fileKey, type Variant, type WordEnding } from "../../render/variant.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { CURRENT, PINNED } from "../answer/cache-control.ts";
import { cardSource } from "../answer/card-source.ts";
import { countDownload } from "../answer/count-download.ts";
import { disposition } from "../answer/disposition.ts";
import { onceFor } from "../answer/once-for.ts";
import { redirect } from "../answer/redirect.ts";
import { Refusal } from "../answer/refusal.ts";
import { type Insertion, respond } from "../answer/respond.ts";
import type { PageUse } from "../answer/security-headers.ts";
import { pinnedAddress, type Served, versionLinks } from "../answer/version-links.ts";
import { noticesOf } from "../answer/version-notices.ts";
import { editionOf } from "../ask/edition-of.ts";
import { chooseType } from "../ask/negotiate.ts";
import {
  parseDownload,
  parseEnding,
  parseLanguage,
  parseTopic,
  parseWishes,
  splitEnding,
} from "../ask/parse-request.ts";
import { preferredLanguage } from "../ask/reader-language.ts";
import { type Site, siteOf } from "../site.ts";
import { serveCitation } from "./serve-citation.ts";

type Call = Context<Site>;

const citations = Object.keys(CITATION_ENDINGS) as CitationEnding[];

export async function contents(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  return await serve(c, entry, { kind: "contents", language, ending: "html" }, negotiated(c, ["html"]), null);
}

export async function sheet(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const { name, ending: given } = splitEnding(part(c, "page"));
  const topic = parseTopic(name, entry.topics, `${prefix(c)}/${language}/`);
  const offered = [...TOPIC_ENDINGS, ...citations];
  const named = given === null ? null : parseEnding(given, offered, `${prefix(c)}/${language}/${topic.id}`);
  if (named !== null && isCitation(named)) return await serveCitation(c, { entry, topic, language }, named);
  const query = new URL(c.req.url).searchParams;
  if (named === CARD_FORMAT.ending)
    return await serve(c, entry, cardOf(topic, language), { ending: named, headers: {} }, parseDownload(query));
  const { download, ...wishes } = parseWishes(query, topic);
  const choice = named === null ? negotiated(c, Object.keys(FORMATS) as Ending[]) : { ending: named, headers: {} };
  const variant: Variant = { kind: "sheet", language, topic, ...wishes, ending: choice.ending };
  return await serve(c, entry, variant, choice, download);
}

export async function everything(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const topic = parseTopic(part(c, "topic"), entry.topics, `${prefix(c)}/${language}/`);
  const { ending: given } = splitEnding(part(c, "page"));
  const endings = Object.keys(WORD_FORMATS) as WordEnding[];
  const named = given === null ? null : parseEnding(given, endings, `${prefix(c)}/${language}/${topic.id}/all`);
  const choice = named === null ? negotiated(c, endings) : { ending: named, headers: {} };
  const download = parseDownload(new URL(c.req.url).searchParams);
  return await serve(c, entry, { kind: "all", language, topic, ending: choice.ending }, choice, download);
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

/** `/de/kyiv/`: links pick up a slash on their way. */
export async function withoutSlash(c: Call): Promise<Response> {
  const language = parseLanguage(part(c, "language"));
  const entry = await editionHere(c);
  const topic = parseTopic(part(c, "page"), entry.topics, `${prefix(c)}/${language}/`);
  return redirect(c.req.url, `${prefix(c)}/${language}/${topic.id}`);
}

interface EndingChoice<E extends string> {
  readonly ending: E;
  readonly headers: Readonly<Record<string, string>>;
}

export function negotiated<E extends Ending>(c: Call, endings: readonly E[]): EndingChoice<E> {
  const types = new Map(endings.map((ending) => [mediaType(FORMATS[ending].contentType), ending]));
  const offered = ["text/html", ...[...types.keys()].filter((type) => type !== "text/html")];
  const accept = c.req.header("Accept");
  const ending = types.get(chooseType(accept, offered) ?? "");
  if (ending === undefined)
    throw new Refusal(
      "type",
      { given: accept ?? "" },
      offered.map((name) => ({ name })),
    );
  return { ending, headers: { Vary: "Accept" } };
}

function mediaType(contentType: string): string {
  return contentType.split(";")[0] ?? contentType;
}

export async function serve(
  c: Call,
  entry: EditionEntry,
  variant: Variant,
  choice: EndingChoice<string>,
  /** Null for a page that nobody saves under a name. */
  download: boolean | null,
): Promise<Response> {
  const { catalogue } = c.var;
  const pinned = c.req.param("edition") !== undefined;
  const [versions, checked] = await Promise.all([
    catalogue.versions(entry),
    pinned ? null : catalogue.lastCheck(entry),
  ]);
  const served: Served = { site: siteOf(c), entry, versions, variant, pinned };
  const { link, stays, insertion } = onceFor(versions, `${pinned} ${checked} ${fileKey(entry, variant)}`, () => ({
    link: versionLinks(served),
    stays: pinnedAddress(served),
    insertion: variant.ending === "html" ? noticeOn(served, checked, timeZoneOf(c.env.SCHEDULE)) : null,
  }));
  const headers: Record<string, string> = {
    "Content-Language": variant.language,
    "Cache-Control": pinned ? PINNED : CURRENT,
    Link: link,
    ...(pinned ? {} : { "Content-Location": stays }),
    ...choice.headers,
  };
  if (download !== null) headers["Content-Disposition"] = disposition(nameOf(entry, variant), download);
  const use = USES[variant.kind];
  const source = {
    contentType: contentTypeOf(variant),
    ...(variant.kind === "card"
      ? cardSource(c, entry, variant)
      : {
          facts: () => fileFacts(c.env.SHEETS, entry, variant),
          file: () => fetchFile(c.env.SHEETS, entry, variant),
        }),
    ...(use === undefined ? {} : { use }),
    insertion,
  };
  const response = await respond(c.req.raw, source, headers);
  countDownload(c, entry, variant, response);
  return response;
}

/** What is not a page like all others is allowed something that they are not. */
const USES: Readonly<Partial<Record<Variant["kind"], PageUse>>> = { kit: "kit", letter: "block", embed: "embed" };

/** The sentence that says where a web page stands; none is put into other formats, which hold the sheet alone. */
function noticeOn(served: Served, checked: string | null, timeZone: string): Insertion | null {
  const markup = writeVersionNotice(noticesOf(served, checked, timeZone), served.variant.language);
  if (markup === "") return null;
  const tag = createHash("sha256").update(markup).digest("hex").slice(0, 16);
  return { bytes: new TextEncoder().encode(markup), tag };
}

function nameOf(entry: EditionEntry, variant: Variant): string {
  const { kind, language, ending } = variant;
  const named =
    kind === "all" ? kind : kind === "embed" ? "card" : kind === "kit" || kind === "letter" ? "newsletter" : null;
  const topic = "topic" in variant ? variant.topic?.id : kind;
  const name = [topic, named].filter((each) => each != null).join("-");
  return fileName({ topic: name, edition: entry.id, language, ending });
}

export async function editionHere(c: Call): Promise<EditionEntry> {
  return await editionOf(c.var.catalogue, { edition: c.req.param("edition"), path: c.req.path, site: siteOf(c) });
}

/** `/2026-W47` for a pinned edition, nothing for the newest. */
export function prefix(c: Call): string {
  const edition = c.req.param("edition");
  return edition === undefined ? "" : `/${edition}`;
}

export function part(c: Call, name: string): string {
  return c.req.param(name) ?? "";
}
