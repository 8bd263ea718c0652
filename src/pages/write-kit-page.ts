/**
 * The newsletter kit as a web page: the block as its readers will see it, then each format in a field to copy from, which
 * needs no script. In: an edition and a kit of it. Out: a whole HTML document. Its links are relative, so the same bytes
 * serve the newest edition and the pinned one; those inside the blocks name the edition.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { textsOf } from "../compose/context/topic-texts.ts";
import { count, fill } from "../compose/wording/format-words.ts";
import { writeFrame } from "../formats/html/frame.ts";
import { block, element, escapeHtml, escapeLines, html, type Markup, together } from "../formats/html/markup.ts";
import { writePageNavigation } from "../formats/html/page-navigation.ts";
import { wordsOf } from "../formats/html/sheet-context.ts";
import { htmlShell, VERSION_NOTICE_PLACE } from "../formats/html/shell.ts";
import { visibleText } from "../formats/visible-text.ts";
import { type Address, urlOf } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { BlockEnding, Kit, Letter } from "../model/letter.ts";
import { inLanguage } from "../model/localized.ts";
import { topicsOf } from "../model/topic.ts";
import type { Words } from "../model/words.ts";

export function writeKitPage(edition: Edition, { letter, blocks }: Kit): string {
  const { language, topic } = letter;
  const words = wordsOf(language);
  const { kit, page } = words;
  // The kit is at /de/newsletter, or one step further down below its topic, with or without an edition before it.
  const up = topic === null ? ".." : "../..";
  const own: Address = { language, below: "newsletter", ...(topic === null ? {} : { topic }) };
  const to = (address: Partial<Address>): string => urlOf(up, { ...own, ...address });
  const title = visibleText(letter.title);
  const names: Readonly<Record<BlockEnding, string>> = { html: kit.block, md: "Markdown", txt: page.plainText };
  const fields = (Object.keys(blocks) as BlockEnding[]).map((ending) => {
    const { content, bytes } = blocks[ending];
    const link = (name: string, address: Partial<Address>): Markup =>
      element("a", { href: to({ ending, ...address }), "aria-label": `${names[ending]}, ${name}` }, escapeHtml(name));
    const links = [link(kit.open, {}), link(kit.download, { download: true })];
    const facts = together([escapeHtml(count(kit.bytes, bytes, language)), ...links], html` · `);
    return field(ending, names[ending], facts, content, language);
  });
  const frame = element("iframe", { src: to({ ending: "html" }), title: `${kit.preview}: ${title}`, sandbox: "" });
  const main = block(
    "main",
    { id: "sheet", class: "contents kit", tabindex: "-1" },
    block(
      "p",
      { class: "running-head" },
      html`<strong>Einblatt</strong> · ${escapeHtml(fill(words.edition, { id: edition.id }))}`,
    ),
    block("h1", {}, html`${escapeHtml(kit.title)}: ${element("span", {}, escapeHtml(title))}`),
    block("p", {}, escapeHtml(kit.about)),
    block("p", {}, escapeHtml(kit.copy)),
    block("section", { id: "preview" }, block("h2", {}, escapeHtml(kit.preview)), frame, "\n"),
    ...fields,
    topic === null ? "" : embedding(edition, letter, words),
    forPrograms(words, to),
    topic === null ? singles(edition, language, words) : "",
  );
  const back = { name: page.contents, href: urlOf(up, { language }) };
  const links =
    topic === null
      ? [back]
      : [
          back,
          { name: page.briefing, href: urlOf(up, { language, topic }) },
          { name: kit.whole, href: urlOf(up, { language, below: "newsletter" }) },
        ];
  const canonical = (tag: string): string => urlOf(edition.site, { ...own, language: tag });
  const head = [
    block("meta", { name: "description", content: kit.about }),
    block("link", { rel: "canonical", href: canonical(language) }),
    ...Object.keys(LANGUAGES).map((tag) => block("link", { rel: "alternate", hreflang: tag, href: canonical(tag) })),
  ];
  const navigation = writePageNavigation(language, links, (tag) => to({ language: tag }));
  return htmlShell({
    language,
    title: `${visibleText(letter.longTitle)} · ${kit.title} · Einblatt ${edition.id}`,
    head: together(head),
    body: together([navigation, VERSION_NOTICE_PLACE, main]),
  });
}

/** The first line end after the tag is not part of the text, and a first one of ours would be lost. */
function field(id: string, name: string, about: Markup, content: string, language: string): Markup {
  const look = { id: `copy-${id}`, readonly: true, rows: 12, spellcheck: "false", lang: language } as const;
  return block(
    "section",
    { id },
    block("h2", {}, element("label", { for: look.id }, escapeHtml(name))),
    block("p", { class: "note" }, about),
    element("textarea", look, "\n", escapeLines(content)),
    "\n",
  );
}

function embedding({ site, id }: Edition, { language, topic, title }: Letter, { embed }: Words): Markup {
  const card = urlOf(site, { language, edition: id, below: "card", ...(topic === null ? {} : { topic }) });
  const { markup } = writeFrame(card, fill(embed.frame, { title }), { width: null, height: null });
  return field("embed", embed.title, escapeHtml(embed.about), markup, language);
}

function forPrograms({ kit }: Words, to: (address: Partial<Address>) => string): Markup {
  const links = ["html", "md", "txt", "json"].map((ending) =>
    element("a", { href: to({ ending }) }, escapeHtml(`newsletter.${ending}`)),
  );
  return block(
    "section",
    { id: "programs" },
    block("h2", {}, escapeHtml(kit.machines)),
    block("p", {}, escapeHtml(kit.machinesAbout)),
    block("p", { class: "note" }, together(links, html` · `)),
  );
}

/** The kits of single topics, each below its own. */
function singles({ library }: Edition, language: string, { kit, topicKinds }: Words): Markup {
  const items = topicsOf(library).map((topic) => {
    const { text, lang } = inLanguage(textsOf(library, topic, language).title, language);
    const name = topic.kind === "overview" ? topicKinds.overview : text;
    const href = urlOf("..", { language, topic: topic.id, below: "newsletter" });
    const foreign = topic.kind === "overview" || lang === language ? undefined : lang;
    return element("li", {}, element("a", { href, lang: foreign }, escapeHtml(visibleText(name))));
  });
  return block(
    "section",
    { id: "topics" },
    block("h2", {}, escapeHtml(kit.singles)),
    block("ul", { class: "years", role: "list" }, ...items),
  );
}
