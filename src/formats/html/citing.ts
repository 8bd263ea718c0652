/**
 * How to cite a sheet, below it: a line to be copied, and the same as files for programs. In: a briefing. Out: markup of
 * the page and not of the sheet: no other format has its words, and on paper it is not there. A page that is no sheet has
 * none.
 */
import { urlOf } from "../../model/address.ts";
import type { Briefing } from "../../model/briefing.ts";
import { CITATION_ENDINGS, type CitationEnding } from "../cite/citation-endings.ts";
import { visibleText } from "../visible-text.ts";
import { block, element, escapeHtml, type Markup } from "./markup.ts";
import type { SheetContext } from "./sheet-context.ts";

export function writeCiting({ citing, language, topic }: Briefing, { words }: SheetContext): Markup {
  if (citing === undefined) return "";
  const links = (Object.keys(CITATION_ENDINGS) as CitationEnding[]).map((ending) => {
    // Relative, like all links of a page, so that they lead on within the edition that was asked for.
    const href = urlOf("..", { language, topic, ending });
    return element("li", {}, element("a", { href }, escapeHtml(CITATION_ENDINGS[ending].name)));
  });
  return block(
    "aside",
    { class: "citing", "aria-label": words.citing.heading },
    block("p", {}, element("b", {}, escapeHtml(words.citing.heading))),
    block("p", { class: "citation" }, escapeHtml(visibleText(citing))),
    block("ul", { "aria-label": words.citing.files, role: "list" }, ...links),
  );
}
