/**
 * A briefing as schema.org calls it: a report with its date, licence, language, edition and the articles it cites. In: a
 * briefing and its addresses. Out: the value that `structured-data.ts` writes. Of an article it says what the article
 * says of itself, and nothing else; nobody is called its author who is not named.
 */
import type { Article, CreativeWork, Report, WithContext } from "schema-dts";
import type { Briefing, SourceFacts } from "../../model/briefing.ts";
import { LICENCE } from "../../model/licence.ts";
import { ENDINGS } from "../endings.ts";
import { visibleText } from "../visible-text.ts";
import { issueOf, publisherOf } from "./structured-data.ts";

export interface ReportAddresses {
  readonly site: string;
  /** The one that stays, to be cited. */
  readonly own: string;
  /** The newest edition's. */
  readonly newest: string;
  /** Null where the page has no such file. */
  readonly pdf: string | null;
  readonly card: string | null;
}

/** An agency's report is news; the others are what schema.org has names for. */
const TYPES = {
  "agency-report": "NewsArticle",
  analysis: "AnalysisNewsArticle",
  commentary: "OpinionNewsArticle",
  essay: "Article",
  "news-report": "NewsArticle",
  interview: "NewsArticle",
  document: "Article",
  study: "ScholarlyArticle",
  data: "Article",
  speech: "Article",
  broadcast: "NewsArticle",
  "press-release": "NewsArticle",
} as const satisfies Readonly<Record<SourceFacts["kind"], Article["@type"]>>;

export function reportOf(briefing: Briefing, addresses: ReportAddresses): WithContext<Report> {
  const { longTitle, summary, language, edition, issued, particulars } = briefing;
  const { about, authorship, correction, sources } = particulars;
  const { site, own, newest, pdf, card } = addresses;
  return {
    "@context": "https://schema.org",
    "@type": "Report",
    "@id": own,
    url: own,
    mainEntityOfPage: newest,
    identifier: edition,
    headline: visibleText(longTitle),
    description: visibleText(summary),
    inLanguage: language,
    datePublished: issued,
    dateModified: issued,
    license: LICENCE,
    isAccessibleForFree: true,
    about: {
      "@type": "Thing",
      name: visibleText(about.name),
      ...(about.description === null ? {} : { description: visibleText(about.description) }),
    },
    author: publisherOf(site),
    publisher: publisherOf(site),
    creditText: visibleText(authorship.inWords),
    ...(authorship.byMachine
      ? { digitalSourceType: "https://schema.org/TrainedAlgorithmicMediaDigitalSource" as const }
      : {}),
    ...(authorship.reviewer === null
      ? {}
      : { editor: { "@type": "Person", name: visibleText(authorship.reviewer) } as const }),
    ...(correction === null
      ? {}
      : {
          correction: {
            "@type": "CorrectionComment",
            datePublished: correction.on,
            text: visibleText(correction.note),
          } as const,
        }),
    isPartOf: issueOf({ site, language, edition, issued }),
    ...(card === null ? {} : { image: card }),
    ...(pdf === null
      ? {}
      : {
          encoding: { "@type": "MediaObject", contentUrl: pdf, encodingFormat: ENDINGS.pdf.contentType } as const,
        }),
    citation: sources.map(citationOf),
  };
}

/** Numbered as on the page. */
function citationOf({ number, kind, language, outlet, author, date, description }: SourceFacts): CreativeWork {
  return {
    "@type": TYPES[kind],
    position: number,
    description: visibleText(description),
    inLanguage: language,
    ...(author === null ? {} : { author: { "@type": "Person", name: visibleText(author) } as const }),
    ...(outlet === null ? {} : { publisher: { "@type": "Organization", name: visibleText(outlet) } as const }),
    ...(date === null ? {} : { datePublished: date }),
  };
}
