/**
 * The formats of citations by their ending in a URL: content type and name. In: nothing. Out: the table from which web
 * pages lead to citations. It writes nothing, so that what is written may read it.
 */
export type CitationEnding = "bib" | "ris" | "csl.json";

export const CITATION_ENDINGS: Readonly<
  Record<CitationEnding, { readonly contentType: string; readonly name: string }>
> = {
  bib: { contentType: "application/x-bibtex; charset=utf-8", name: "BibTeX" },
  ris: { contentType: "application/x-research-info-systems; charset=utf-8", name: "RIS" },
  "csl.json": { contentType: "application/vnd.citationstyles.csl+json; charset=utf-8", name: "CSL-JSON" },
};

export function isCitation(ending: string): ending is CitationEnding {
  return Object.hasOwn(CITATION_ENDINGS, ending);
}
