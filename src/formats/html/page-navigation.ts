/**
 * The few links above a page that is not a sheet: where else to go, and the same page in other languages. In: the page's
 * language, the links, and where the page is in each language. Out: a `nav`.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { block, element, escapeHtml, type Markup } from "./markup.ts";
import { wordsOf } from "./sheet-context.ts";

export interface PageLink {
  readonly name: string;
  readonly href: string;
}

export function writePageNavigation(
  language: string,
  links: readonly PageLink[],
  inLanguage: (tag: string) => string,
): Markup {
  const here = links.map(({ name, href }, i) =>
    element("a", { class: i === 0 ? "home" : undefined, href }, escapeHtml(name)),
  );
  const languages = Object.entries(LANGUAGES).map(([tag, { name }]) => {
    const current = tag === language ? "true" : undefined;
    return element("a", { href: inLanguage(tag), lang: tag, hreflang: tag, "aria-current": current }, escapeHtml(name));
  });
  return block(
    "nav",
    { "aria-label": "Einblatt" },
    "\n",
    list(here),
    list(languages, wordsOf(language).page.languages),
  );
}

function list(links: readonly Markup[], label?: string): Markup {
  return block("ul", { "aria-label": label, role: "list" }, ...links.map((link) => element("li", {}, link)));
}
