/**
 * What other sites may do with an answer. In: its content type. Out: headers: their scripts may read data (CORS), their
 * pages and mails may show pictures, and nothing else of ours but the page that is made to be framed. It is decided by the
 * type alone and in no other place, so that a new format of data is shared unasked.
 */

/** Made for people, in a browser of their own; everything else is data for programs. */
const FOR_PEOPLE = /^(text\/(html|markdown|plain)|application\/pdf|image\/|font\/)/;

/** What a script may read besides what it always may; without these it could neither ask again nor cite. */
const EXPOSED = "Accept-Ranges, Content-Disposition, Content-Location, Content-Range, ETag, Link";

const ANYWHERE = { "Cross-Origin-Resource-Policy": "cross-origin" } as const;

/**
 * For data, and for every redirect: a browser holds each step on the way to the same, and there is nothing to read in
 * one.
 */
export const SHARED = { "Access-Control-Allow-Origin": "*", ...ANYWHERE } as const;

/**
 * For a page that anyone may frame: sites that are isolated from others (COEP) frame only what lets them, and loads
 * nothing itself that does not.
 */
export const FRAMED = { ...ANYWHERE, "Cross-Origin-Embedder-Policy": "require-corp" } as const;

export function isData(contentType: string): boolean {
  return contentType !== "" && !FOR_PEOPLE.test(contentType);
}

export function sharingOf(contentType: string): Readonly<Record<string, string>> {
  if (isData(contentType)) return { ...SHARED, "Access-Control-Expose-Headers": EXPOSED };
  return contentType.startsWith("image/") ? ANYWHERE : { "Cross-Origin-Resource-Policy": "same-origin" };
}
