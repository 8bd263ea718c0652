/**
 * The formats by their ending in a URL: content type and name. In: nothing. Out: the table that `formats.ts` joins with
 * the functions that write, and from which web pages link to the same sheet in other formats. It writes nothing, so
 * that what is written may read it.
 */

export type Ending = "pdf" | "html" | "md" | "txt" | "json";

export interface EndingFacts {
  readonly contentType: string;
  /** The name readers know it by, or its key in the words of the page where that differs from language to language. */
  readonly name: { readonly proper: string } | { readonly word: "plainText" };
}

export const ENDINGS: Readonly<Record<Ending, EndingFacts>> = {
  pdf: { contentType: "application/pdf", name: { proper: "PDF" } },
  html: { contentType: "text/html; charset=utf-8", name: { proper: "HTML" } },
  md: { contentType: "text/markdown; charset=utf-8", name: { proper: "Markdown" } },
  txt: { contentType: "text/plain; charset=utf-8", name: { word: "plainText" } },
  json: { contentType: "application/json; charset=utf-8", name: { proper: "JSON" } },
};

/**
 * The preview card: a picture of a topic and not another way to write its sheet, with neither paper nor template. It is
 * had by its ending alone; nobody who asks for any kind of picture wants it instead of the page.
 */
export const CARD_FORMAT = { ending: "png", contentType: "image/png" } as const;

/** All that an address of a topic may end in. */
export const TOPIC_ENDINGS = [...(Object.keys(ENDINGS) as Ending[]), CARD_FORMAT.ending] as const;

/** The formats other than the web page; the one that keeps to a page is there for sheets only. */
export function otherEndings(onePage: boolean): readonly Ending[] {
  return (Object.keys(ENDINGS) as Ending[]).filter((ending) => ending !== "html" && (onePage || ending !== "pdf"));
}
