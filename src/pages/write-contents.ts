/**
 * The contents of an edition as a web page: every topic, what it is about, its formats and languages. In: an edition and
 * a language. Out: a whole HTML document that needs no script. Its links are relative, so the same bytes serve the
 * newest edition and the pinned one.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { textsOf } from "../compose/context/topic-texts.ts";
import { cardFacts, WHOLE } from "../compose/particulars.ts";
import { countable, countsInWords } from "../compose/sections/changes-listed.ts";
import { dateInWords, fill } from "../compose/wording/format-words.ts";
import { CARD_FORMAT } from "../formats/endings.ts";
import { FORMATS } from "../formats/formats.ts";
import { feedHeadLinks, feedPageLink } from "../formats/html/feed-links.ts";
import { type Attributes, block, element, escapeHtml, html, type Markup, together } from "../formats/html/markup.ts";
import { writePageNavigation } from "../formats/html/page-navigation.ts";
import { htmlShell, VERSION_NOTICE_PLACE } from "../formats/html/shell.ts";
import { writeSocial } from "../formats/html/social.ts";
import { issueOf, publisherOf, writeStructuredData } from "../formats/html/structured-data.ts";
import { visibleText } from "../formats/visible-text.ts";
import { ARCHIVE, urlOf } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { Library } from "../model/library.ts";
import { inLanguage, type Localized } from "../model/localized.ts";
import { CHANGES, type Topic, topicsOf } from "../model/topic.ts";
import type { Words } from "../model/words.ts";

export function writeContents(edition: Edition, language: string): string {
  const words = LANGUAGES[language];
  if (words === undefined) throw new RangeError(`no words for language ${language}`);
  const { library } = edition;
  const { subject } = library;
  const say = (name: string, text: Localized) => localized(name, text, language);
  const topics = topicsOf(library);
  const list = (kind: Topic["kind"], heading: string) =>
    block(
      "section",
      {},
      block("h2", {}, escapeHtml(heading)),
      block(
        "ul",
        { role: "list" },
        ...topics.filter((topic) => topic.kind === kind).map((topic) => entry(library, topic, language, words)),
      ),
    );
  const main = block(
    "main",
    { id: "sheet", class: "contents", tabindex: "-1" },
    block("p", { class: "running-head" }, html`<strong>Einblatt</strong> · ${escapeHtml(dateline(edition, words))}`),
    correctionNote(edition, language, words),
    say("h1", subject.title),
    say("p", subject.standfirst.text),
    changesLine(edition, language, words),
    list("overview", words.topicKinds.overview),
    list("actor", words.page.topicLists.actor),
    list("issue", words.page.topicLists.issue),
  );
  const feed = { language, topic: null };
  // The list of editions is the same wherever it is linked from.
  const archive = { name: words.page.archive.title, href: urlOf("", { language, topic: ARCHIVE }) };
  const kit = { name: words.kit.title, href: urlOf("..", { language, below: "newsletter" }) };
  const navigation = writePageNavigation(language, [archive, feedPageLink(feed), kit], (tag) =>
    urlOf("..", { language: tag }),
  );
  const title = `${inLanguage(subject.title, language).text} · Einblatt ${edition.id}`;
  return htmlShell({
    language,
    title,
    head: head(edition, language),
    body: together([navigation, VERSION_NOTICE_PLACE, main]),
  });
}

/** What the page says of itself to machines. Its picture is the overview's, which is about all of the edition. */
function head(edition: Edition, language: string): Markup {
  const { site, id, issued, library } = edition;
  const title = visibleText(inLanguage(library.subject.title, language).text);
  const description = visibleText(inLanguage(library.subject.standfirst.text, language).text);
  const page = urlOf(site, { language });
  const alternates = Object.keys(LANGUAGES).map((tag) =>
    block("link", { rel: "alternate", hreflang: tag, href: urlOf(site, { language: tag }) }),
  );
  const card = cardFacts(edition, WHOLE, language);
  const image =
    card === null ? null : urlOf(site, { language, topic: card.topic, edition: id, ending: CARD_FORMAT.ending });
  return together([
    block("meta", { name: "description", content: description }),
    block("link", { rel: "canonical", href: page }),
    ...alternates,
    feedHeadLinks(site, { language, topic: null }, null),
    writeSocial({
      title,
      description,
      url: page,
      language,
      image: image === null ? null : { url: image, alt: card?.alt ?? "" },
      article: null,
    }),
    writeStructuredData({
      "@context": "https://schema.org",
      ...issueOf({ site, language, edition: id, issued }),
      name: title,
      description,
      inLanguage: language,
      publisher: publisherOf(site),
      ...(image === null ? {} : { image }),
    }),
  ]);
}

/** `Edition 2026-W47 · sources until 19 August 2025`. */
function dateline({ id, asOf }: Edition, words: Words): string {
  const sources = asOf === null ? words.asOfUnknown : fill(words.asOf, { date: dateInWords(asOf, words, "long") });
  return `${fill(words.edition, { id })} · ${sources}`;
}

/** Why this edition replaces another, as on every sheet of it. */
function correctionNote({ correction }: Edition, language: string, words: Words): Markup {
  if (correction === null) return "";
  const { on, note, corrects } = correction;
  const shown = inLanguage(note, language);
  const corrected = fill(words.corrected, { date: dateInWords(on, words, "long") });
  const replaces = escapeHtml(fill(words.replaces, { id: corrects }));
  return block(
    "p",
    { class: "correction" },
    element("b", {}, escapeHtml(corrected)),
    " ",
    element("span", { lang: foreign(shown.lang, language) }, escapeHtml(shown.text)),
    " ",
    element("a", { href: urlOf("", { language, edition: corrects }) }, replaces),
  );
}

/** How much is new since which edition, and the way to all of it. */
function changesLine({ changes }: Edition, language: string, words: Words): Markup {
  if (changes === null) return "";
  const all = countable(changes);
  const { since: id } = changes;
  const text =
    all.length === 0
      ? fill(words.changes.unchanged, { id })
      : fill(words.changes.summary, { id, list: countsInWords(all, words, language) });
  const link = element("a", { href: CHANGES }, escapeHtml(words.changes.title));
  return block("p", { class: "changes" }, escapeHtml(text), " ", link);
}

function entry(library: Library, topic: Topic, language: string, words: Words): Markup {
  const { title, about } = textsOf(library, topic, language);
  const name = inLanguage(title, language);
  const link = element("a", { href: topic.id, lang: foreign(name.lang, language) }, escapeHtml(name.text));
  // Links that read alike have to be told apart when they are read out of their place.
  const to = (href: string, text: string, more: Attributes = {}) =>
    element("a", { href, "aria-label": `${name.text}, ${text}`, ...more }, escapeHtml(text));
  const links = [
    ...Object.values(FORMATS).map(({ ending }) => to(`${topic.id}.${ending}`, ending.toUpperCase())),
    to(`${topic.id}/all`, words.page.allStatements),
    ...Object.entries(LANGUAGES)
      .filter(([tag]) => tag !== language)
      .map(([tag, { name }]) => to(`../${tag}/${topic.id}`, name, { hreflang: tag })),
  ];
  return block(
    "li",
    {},
    block("h3", {}, link),
    localized("p", about, language),
    block("p", { class: "note" }, together(links, html` · `)),
  );
}

/** A text that is not there in the reader's language says which it is in. */
function localized(name: string, text: Localized, language: string): Markup {
  const shown = inLanguage(text, language);
  return block(name, { lang: foreign(shown.lang, language) }, escapeHtml(shown.text));
}

function foreign(lang: string, language: string): string | undefined {
  return lang === language ? undefined : lang;
}
