/**
 * Where a web page stands, in a sentence or two above the sheet. In: what is to be told and the page's language. Out:
 * markup for the marked place of a page that is already written, or nothing. It does not decide what is told, and
 * what it says of a kept edition may never change: it is part of what that edition's addresses answer for ever.
 */
import { dateInWords, fill } from "../compose/wording/format-words.ts";
import { block, element, escapeHtml, type Markup } from "../formats/html/markup.ts";
import { wordsOf } from "../formats/html/sheet-context.ts";
import { inLanguage, type Localized } from "../model/localized.ts";

/** Days are `YYYY-MM-DD`. */
export type Notice =
  | { readonly kind: "checked"; readonly on: string; readonly since: string }
  | { readonly kind: "kept"; readonly edition: string; readonly issued: string; readonly newest: string }
  | {
      readonly kind: "corrected";
      readonly on: string;
      readonly note: Localized;
      readonly edition: string;
      readonly href: string;
    };

export function writeVersionNotice(notices: readonly Notice[], language: string): Markup {
  if (notices.length === 0) return "";
  const label = wordsOf(language).page.versionNotice.label;
  return block(
    "aside",
    { class: "standing", "aria-label": label },
    ...notices.map((notice) => paragraph(notice, language)),
  );
}

function paragraph(notice: Notice, language: string): Markup {
  const words = wordsOf(language);
  const { versionNotice } = words.page;
  const day = (date: string): string => dateInWords(date, words, "long");
  switch (notice.kind) {
    case "checked":
      return element(
        "p",
        {},
        escapeHtml(fill(versionNotice.checked, { on: day(notice.on), since: day(notice.since) })),
      );
    case "kept": {
      const said = fill(versionNotice.kept, { id: notice.edition, date: day(notice.issued) });
      return element(
        "p",
        {},
        escapeHtml(said),
        " ",
        element("a", { href: notice.newest }, escapeHtml(versionNotice.newest)),
      );
    }
    case "corrected": {
      const { text, lang } = inLanguage(notice.note, language);
      const link = fill(versionNotice.correctedEdition, { id: notice.edition });
      return element(
        "p",
        { class: "corrected" },
        element("b", {}, escapeHtml(fill(versionNotice.corrected, { date: day(notice.on) }))),
        " ",
        element("span", { lang: lang === language ? undefined : lang }, escapeHtml(text)),
        " ",
        element("a", { href: notice.href }, escapeHtml(link)),
      );
    }
  }
}
