/**
 * What reference managers and search engines for literature read in the head of a sheet (the tags of HighWire Press, as
 * Zotero and Google Scholar take them), and where the same is as a file. In: a briefing. Out: markup that says what its
 * citations say; nothing on a page that is no sheet.
 */
import { urlOf } from "../../model/address.ts";
import type { Briefing } from "../../model/briefing.ts";
import { AUTHOR } from "../author.ts";
import { CITATION_ENDINGS, type CitationEnding } from "../cite/citation-endings.ts";
import { citedText } from "../cite/cited-text.ts";
import { block, type Markup, together } from "./markup.ts";

export function writeCitationTags({ citing, longTitle, issued, edition, language, topic, links }: Briefing): Markup {
  if (citing === undefined) return "";
  const { origin } = new URL(links.permanent);
  const sheet = { language, topic, edition };
  const tags: Readonly<Record<string, string>> = {
    title: longTitle,
    author: AUTHOR,
    publication_date: issued.slice(0, 10).replaceAll("-", "/"),
    technical_report_institution: AUTHOR,
    technical_report_number: edition,
    language,
    public_url: urlOf(origin, sheet),
    pdf_url: urlOf(origin, { ...sheet, ending: "pdf" }),
  };
  return together([
    ...Object.entries(tags).map(([name, content]) =>
      block("meta", { name: `citation_${name}`, content: citedText(content) }),
    ),
    ...(Object.keys(CITATION_ENDINGS) as CitationEnding[]).map((ending) => {
      const { contentType, name } = CITATION_ENDINGS[ending];
      const [type = ""] = contentType.split(";");
      return block("link", { rel: "describedby", type, title: name, href: urlOf(origin, { ...sheet, ending }) });
    }),
  ]);
}
