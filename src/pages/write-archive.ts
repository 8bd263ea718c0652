/**
 * The list of all editions as a web page, newest first and year by year, so that hundreds can be looked through. In:
 * the entries of the index, a language, the site's address and the downloads. Out: a whole HTML document. It is written
 * at each request, for it changes with every edition and belongs to none.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { count, dateInWords, fill } from "../compose/wording/format-words.ts";
import { CALLERS, type CallerCounts, type Downloads } from "../downloads/download.ts";
import { feedHeadLinks, feedPageLink } from "../formats/html/feed-links.ts";
import { block, element, escapeHtml, html, type Markup, together } from "../formats/html/markup.ts";
import { writePageNavigation } from "../formats/html/page-navigation.ts";
import { wordsOf } from "../formats/html/sheet-context.ts";
import { htmlShell } from "../formats/html/shell.ts";
import { writeSocial } from "../formats/html/social.ts";
import { periodicalOf, publisherOf, writeStructuredData } from "../formats/html/structured-data.ts";
import { ARCHIVE, urlOf } from "../model/address.ts";
import type { ChangeCounts } from "../model/changes.ts";
import { LICENCE } from "../model/licence.ts";
import { inLanguage, type Localized } from "../model/localized.ts";
import type { Words } from "../model/words.ts";
import type { ListedEdition } from "../store/edition-index.ts";

export interface ArchivePage {
  readonly entries: readonly ListedEdition[];
  readonly language: string;
  readonly site: string;
  /** Null where they are not counted. */
  readonly downloads: Downloads | null;
}

interface Context {
  readonly language: string;
  readonly words: Words;
  readonly newest: ListedEdition | undefined;
  /** The revision that corrects an edition, by the edition's name. */
  readonly correctedBy: ReadonlyMap<string, ListedEdition>;
  readonly downloads: Downloads | null;
}

export function writeArchive({ entries, language, site, downloads }: ArchivePage): string {
  const words = wordsOf(language);
  const { archive, contents } = words.page;
  const readable = entries.filter(({ retraction }) => retraction === null);
  const corrections = readable.flatMap((entry) =>
    entry.correction === null ? [] : [[entry.correction.corrects, entry] as const],
  );
  const context: Context = {
    language,
    words,
    newest: readable[0],
    correctedBy: new Map(corrections),
    downloads,
  };
  const years = [...Map.groupBy(entries, ({ week }) => week.slice(0, 4))];
  const jump = years.map(([year]) => element("li", {}, element("a", { href: `#y${year}` }, escapeHtml(year))));
  const main = block(
    "main",
    { id: "sheet", class: "contents archive", tabindex: "-1" },
    "\n",
    block("h1", {}, escapeHtml(archive.title)),
    block("p", {}, escapeHtml(entries.length === 0 ? words.page.errors.empty : archive.about)),
    downloads === null ? "" : block("p", { class: "note" }, escapeHtml(aboutDownloads(downloads, words))),
    years.length < 2 ? "" : block("ul", { class: "years", "aria-label": archive.years, role: "list" }, ...jump),
    ...years.map(([year, of]) =>
      block(
        "section",
        { id: `y${year}` },
        block("h2", {}, escapeHtml(year)),
        block("ol", { class: "editions", role: "list" }, "\n", ...of.map((entry) => writeEntry(entry, context))),
      ),
    ),
  );
  const page = (tag: string): string => urlOf(site, { language: tag, topic: ARCHIVE });
  const data = urlOf(site, { topic: ARCHIVE, ending: "json" });
  const feed = { language, topic: null };
  const head = [
    block("meta", { name: "description", content: archive.about }),
    block("link", { rel: "canonical", href: page(language) }),
    ...Object.keys(LANGUAGES).map((tag) => block("link", { rel: "alternate", hreflang: tag, href: page(tag) })),
    block("link", { rel: "alternate", type: "application/json", href: data }),
    feedHeadLinks(site, feed, null),
    // No card shows a list of editions, and another's picture would say something else.
    writeSocial({
      title: archive.title,
      description: archive.about,
      url: page(language),
      language,
      image: null,
      article: null,
    }),
    writeStructuredData({
      "@context": "https://schema.org",
      ...periodicalOf(site),
      description: archive.about,
      inLanguage: Object.keys(LANGUAGES),
      license: LICENCE,
      publisher: publisherOf(site),
    }),
  ];
  const links = [
    { name: contents, href: urlOf("", { language }) },
    { name: "JSON", href: urlOf("", { topic: ARCHIVE, ending: "json" }) },
    feedPageLink(feed),
  ];
  const navigation = writePageNavigation(language, links, (tag) => urlOf("", { language: tag, topic: ARCHIVE }));
  return htmlShell({
    language,
    title: `${archive.title} · Einblatt`,
    head: together(head),
    body: together([navigation, main]),
  });
}

/** A retracted edition has no link, for there is nothing behind it. */
function writeEntry(entry: ListedEdition, context: Context): Markup {
  const { language, words, newest, correctedBy, downloads } = context;
  const { archive } = words.page;
  const { id, retraction, correction } = entry;
  const day = (date: string): string => dateInWords(date, words, "long");
  const link = element("a", { href: urlOf("", { language, edition: id }) }, escapeHtml(id));
  const issued = fill(archive.issued, { date: day(entry.issuedOn) });
  const asOf = entry.asOf === null ? words.asOfUnknown : fill(words.asOf, { date: day(entry.asOf) });
  const sign = entry === newest ? html`${element("b", {}, escapeHtml(archive.newest))} · ` : "";
  const later = correctedBy.get(id);
  return block(
    "li",
    { id: `e${id}` },
    block("h3", {}, retraction === null ? link : element("s", {}, escapeHtml(id))),
    block("p", {}, sign, escapeHtml(`${issued} · ${asOf}`)),
    block("p", { class: "note" }, escapeHtml(changesInWords(entry.changes, words, language))),
    downloadsOf(downloads?.editions[id], words, language),
    correction === null ? "" : told(fill(archive.corrects, { id: correction.corrects }), correction.note, language),
    later === undefined || retraction !== null
      ? ""
      : block("p", {}, escapeHtml(fill(archive.correctedBy, { id: later.id }))),
    retraction === null ? "" : told(fill(archive.retracted, { date: day(retraction.on) }), retraction.reason, language),
  );
}

/** Nothing where nothing was counted, which is not to say that nobody read it. */
function downloadsOf(counts: CallerCounts | undefined, words: Words, language: string): Markup {
  if (counts === undefined) return "";
  const numbers = CALLERS.map((caller) => [caller, counts[caller].toLocaleString(language)]);
  return block("p", { class: "note" }, escapeHtml(fill(words.page.counts.edition, Object.fromEntries(numbers))));
}

function aboutDownloads({ since, until }: Downloads, words: Words): string {
  const day = (date: string): string => dateInWords(date, words, "long");
  return fill(words.page.counts.about, { since: day(since), until: day(until) });
}

/** A text that is not there in the reader's language says which it is in. */
function told(what: string, text: Localized, language: string): Markup {
  const shown = inLanguage(text, language);
  const said = element("span", { lang: shown.lang === language ? undefined : shown.lang }, escapeHtml(shown.text));
  return block("p", {}, element("b", { class: "flag" }, escapeHtml(what)), " ", said);
}

/** `3 new statements, 1 changed statement against 2026-W46`. */
export function changesInWords(changes: ChangeCounts | null, words: Words, language: string): string {
  const { archive } = words.page;
  if (changes === null) return archive.first;
  if (changes.lost) return fill(words.changes.lost, { id: changes.since }).replace(/\.$/, "");
  const kinds = Object.keys(archive.changes) as (keyof typeof archive.changes)[];
  const counts = kinds.flatMap((kind) =>
    (changes[kind] ?? 0) === 0 ? [] : [count(archive.changes[kind], changes[kind] ?? 0, language)],
  );
  if (counts.length === 0) return fill(archive.unchanged, { id: changes.since });
  return `${counts.join(", ")} ${fill(archive.since, { id: changes.since })}`;
}
