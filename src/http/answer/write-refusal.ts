/**
 * A refusal in words, in the format asked for. In: a refusal and the request. Out: the response: one sentence that says
 * what is wrong, and what there is instead. It never repeats an error's own message, which may name our insides.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { dateInWords, fill } from "../../compose/wording/format-words.ts";
import { escapeBlockStart, escapeMarkdown } from "../../formats/escape-markdown.ts";
import { feedPageLink } from "../../formats/html/feed-links.ts";
import { block, element, escapeHtml, together } from "../../formats/html/markup.ts";
import { type PageLink, writePageNavigation } from "../../formats/html/page-navigation.ts";
import { htmlShell } from "../../formats/html/shell.ts";
import { visibleStrings, visibleText } from "../../formats/visible-text.ts";
import { ARCHIVE, OEMBED, urlOf } from "../../model/address.ts";
import { inLanguage, type Shown } from "../../model/localized.ts";
import type { Words } from "../../model/words.ts";
import { chooseType } from "../ask/negotiate.ts";
import { languageMeant, readerLanguage } from "../ask/reader-language.ts";
import { METHODS } from "./preflight.ts";
import type { Refusal } from "./refusal.ts";

interface Notice {
  readonly refusal: Refusal;
  readonly language: string;
  readonly words: Words;
  readonly sentence: string;
  /** Why an edition was retracted, perhaps in another language. */
  readonly reason: Shown | null;
  /** Before the choices. */
  readonly thereIs: string;
  /** The path of the contents; null where no edition is left to have any. */
  readonly contents: string | null;
}

const WRITERS: Readonly<Record<string, (notice: Notice) => string>> = {
  "text/html": asHtml,
  "text/markdown": asMarkdown,
  "text/plain": asText,
  "application/json": asJson,
};
const TYPE_OF: Readonly<Record<string, string>> = {
  html: "text/html",
  md: "text/markdown",
  txt: "text/plain",
  json: "application/json",
};

export function writeRefusal(refusal: Refusal, request: Request): Response {
  const language = readerLanguage(request);
  const words = LANGUAGES[language] as Words;
  const { errors } = words.page;
  const { retraction } = refusal;
  const date = retraction === null ? {} : { date: dateInWords(retraction.on, words, "long") };
  const sentence = fill(errors[refusal.code], { ...refusal.values, ...date });
  const reason = retraction === null ? null : shown(inLanguage(retraction.reason, language));
  // No topic may be called as the list is, so only where no edition is left does a choice lead there.
  const isLeft = retraction === null || !refusal.choices.some(({ href }) => href?.endsWith(`/${ARCHIVE}`));
  const instead = isLeft ? words.newest : `${words.page.archive.title}:`;
  const thereIs = retraction === null ? words.page.thereIs : instead;
  const contents = isLeft ? `/${language}/` : null;
  const type = typeFor(request);
  const write = WRITERS[type] ?? asText;
  return new Response(write({ refusal, language, words, sentence, reason, thereIs, contents }), {
    status: refusal.status,
    headers: {
      "Content-Type": type === "application/json" ? type : `${type}; charset=utf-8`,
      "Content-Language": language,
      "Cache-Control": "no-store",
      ...variesBy(request),
      ...(refusal.code === "method" ? { Allow: METHODS } : {}),
      ...(refusal.status === 503 ? { "Retry-After": "300" } : {}),
    },
  });
}

/** The editors' own words, on one line and without anything that only steers a display. */
function shown({ text, lang }: Shown): Shown {
  return { text: visibleText(text), lang };
}

/** What of the request the words and their format depend on; an address may leave nothing open. */
function variesBy(request: Request): Readonly<Record<string, string>> {
  const names = [
    ...(namedType(request) === undefined ? ["Accept"] : []),
    ...(languageMeant(request.url) === undefined ? ["Accept-Language"] : []),
  ];
  return names.length === 0 ? {} : { Vary: names.join(", ") };
}

/**
 * The address decides where it can. A file that could not be had, such as a PDF, is excused in plain text unless a
 * browser asks.
 */
function typeFor(request: Request): string {
  const type = namedType(request);
  if (type !== undefined) return type;
  const ending = endingOf(request);
  const types = Object.values(TYPE_OF);
  const offered = ending === undefined ? types : ["text/plain", ...types.filter((each) => each !== "text/plain")];
  return chooseType(request.headers.get("Accept") ?? undefined, offered) ?? "text/plain";
}

function namedType(request: Request): string | undefined {
  // Only programs ask for it.
  if (new URL(request.url).pathname === `/${OEMBED}`) return "application/json";
  const ending = endingOf(request) ?? "";
  return Object.hasOwn(TYPE_OF, ending) ? TYPE_OF[ending] : undefined;
}

function endingOf(request: Request): string | undefined {
  return /\.([a-z0-9]+)$/.exec(new URL(request.url).pathname)?.[1];
}

function asHtml({ refusal, language, words, sentence, reason, thereIs, contents }: Notice): string {
  const items = refusal.choices.map(({ name, href }) =>
    element("li", {}, href === undefined ? escapeHtml(name) : element("a", { href }, escapeHtml(name))),
  );
  const list = items.length === 0 ? [] : [block("p", {}, escapeHtml(thereIs)), block("ul", {}, ...items)];
  const lang = reason?.lang === language ? undefined : reason?.lang;
  const why = reason === null ? "" : block("p", { lang }, escapeHtml(reason.text));
  const archive = { name: words.page.archive.title, href: urlOf("", { language, topic: ARCHIVE }) };
  const links: readonly PageLink[] = [
    ...(contents === null ? [] : [{ name: words.page.contents, href: contents }]),
    archive,
    feedPageLink({ language, topic: null }),
  ];
  // What is not there is not there in any language; its contents or the list of editions are.
  const place = contents === null ? { topic: ARCHIVE } : {};
  const navigation = writePageNavigation(language, links, (tag) => urlOf("", { ...place, language: tag }));
  const main = block(
    "main",
    { id: "sheet", class: "contents", tabindex: "-1" },
    block("h1", {}, escapeHtml(sentence)),
    why,
    ...list,
  );
  return htmlShell({
    language,
    title: `${refusal.status} · Einblatt`,
    head: block("meta", { name: "robots", content: "noindex" }),
    body: together([navigation, main]),
  });
}

function asMarkdown({ refusal, words, sentence, reason, thereIs, contents }: Notice): string {
  const items = refusal.choices.map(({ name, href }) =>
    href === undefined ? `- ${escapeMarkdown(name)}\n` : `- [${escapeMarkdown(name)}](${href})\n`,
  );
  const list = items.length === 0 ? "" : `${escapeMarkdown(thereIs)}\n\n${items.join("")}\n`;
  const back = contents === null ? "" : `[${escapeMarkdown(words.page.backToContents)}](${contents})\n`;
  const why = reason === null ? "" : `${escapeBlockStart(escapeMarkdown(reason.text))}\n\n`;
  return `# ${escapeMarkdown(sentence)}\n\n${why}${list}${back}`;
}

function asText({ refusal, sentence, reason, thereIs }: Notice): string {
  const said = reason === null ? sentence : `${sentence} ${reason.text}`;
  if (refusal.choices.length === 0) return `${said}\n`;
  // An address that a full stop follows is copied with it.
  if (reason !== null) return `${said} ${thereIs} ${refusal.choices.map(({ name }) => name).join(" ")}\n`;
  // A title is not what one types; all other names are.
  const typed = refusal.code === "topic" || refusal.code === "address";
  const named = refusal.choices.map(({ name, href }) => (typed ? `${visibleText(name)} (${href})` : name));
  return `${said} ${thereIs} ${named.join(", ")}.\n`;
}

/** The message is the whole sentence; `choices` says the same to programs. */
function asJson(notice: Notice): string {
  const { status, code, values, choices, retraction } = notice.refusal;
  const why = retraction === null ? {} : { retracted: retraction.on, reason: retraction.reason };
  const error = { status, code, message: asText(notice).trimEnd(), ...values, ...why, choices };
  return `${JSON.stringify({ error }, visibleStrings, 2)}\n`;
}
