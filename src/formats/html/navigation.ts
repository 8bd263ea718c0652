/**
 * The few links around a sheet: other languages, other formats, everything on the topic, the contents. In: a briefing.
 * Out: a `nav` whose addresses are relative, so that the same bytes lead on within the newest edition or within an old
 * one, wherever they are served. Its words belong to the page and not to the sheet.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { type Address, ARCHIVE, urlOf } from "../../model/address.ts";
import type { Briefing } from "../../model/briefing.ts";
import { CHANGES } from "../../model/topic.ts";
import type { Words } from "../../model/words.ts";
import { ENDINGS, type Ending, otherEndings } from "../endings.ts";
import { chosenEdition, chosenTemplate, keepsToOnePage } from "./chosen-template.ts";
import { directionOf } from "./direction.ts";
import { feedPageLink, feedTopic } from "./feed-links.ts";
import { block, element, escapeHtml, type Markup } from "./markup.ts";
import type { SheetContext } from "./sheet-context.ts";

export function writeNavigation(briefing: Briefing, { words }: SheetContext): Markup {
  const { language, topic } = briefing;
  const all = briefing.template === "all";
  // A sheet is at /de/kyiv, with or without an edition before it, and its complete version one step further down.
  const up = all ? "../.." : "..";
  const [template, since] = [chosenTemplate(briefing), chosenEdition(briefing)];
  const to = (address: Partial<Address>): string => urlOf(up, { language, topic, ...address });
  const same = (address: Partial<Address>): string =>
    to({
      ...(all ? { below: "all" } : {}),
      ...(template === undefined ? {} : { template }),
      ...(since === undefined ? {} : { since }),
      ...address,
    });
  const { page } = words;
  const home = element("a", { class: "home", href: urlOf(up, { language }) }, escapeHtml(page.contents));
  const sheet = element("a", { href: to({}) }, escapeHtml(page.briefing));
  const everything = element("a", { href: to({ below: "all" }) }, escapeHtml(page.allStatements));
  const changes = element("a", { href: urlOf(up, { language, topic: CHANGES }) }, escapeHtml(words.changes.title));
  const kit = element(
    "a",
    { href: topic === CHANGES ? urlOf(up, { language, below: "newsletter" }) : to({ below: "newsletter" }) },
    escapeHtml(words.kit.title),
  );
  const others =
    topic === CHANGES ? [kit] : [all ? sheet : everything, ...(briefing.since === null ? [] : [changes]), kit];
  // The list of editions belongs to none of them and is at one address.
  const archive = element("a", { href: urlOf("", { language, topic: ARCHIVE }) }, escapeHtml(page.archive.title));
  const feed = feedPageLink({ language, topic: feedTopic(briefing) });
  return block(
    "nav",
    { "aria-label": "Einblatt" },
    "\n",
    links("", [home, ...others, archive, element("a", { href: feed.href }, escapeHtml(feed.name))]),
    links(
      page.formats,
      otherEndings(keepsToOnePage(briefing))
        .flatMap((ending) => formatLinks(ending, words))
        .map(([name, address]) => element("a", { href: same(address) }, escapeHtml(name))),
    ),
    links(
      page.languages,
      Object.entries(LANGUAGES).map(([tag, { name }]) => languageLink(tag, name, language, same({ language: tag }))),
    ),
  );
}

/** The PDF has a link a paper, the default one without a parameter; the others have one each. */
function formatLinks(ending: Ending, { page }: Words): readonly (readonly [string, Partial<Address>])[] {
  const { name } = ENDINGS[ending];
  if (ending !== "pdf") return [["proper" in name ? name.proper : page[name.word], { ending }]];
  return [
    ["PDF A4", { ending }],
    ["PDF Letter", { ending, paper: "letter" }],
  ];
}

function links(label: string, entries: readonly Markup[]): Markup {
  const name = label === "" ? undefined : label;
  return block("ul", { "aria-label": name, role: "list" }, ...entries.map((entry) => element("li", {}, entry)));
}

function languageLink(tag: string, name: string, current: string, href: string): Markup {
  const attributes = { lang: tag, hreflang: tag, dir: directionOf(tag), href };
  return element("a", tag === current ? { ...attributes, "aria-current": "true" } : attributes, escapeHtml(name));
}
