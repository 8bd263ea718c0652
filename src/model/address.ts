/**
 * Every URL of Einblatt, built in one place. In: what is meant (a topic, a language, a format, an edition). Out: the
 * absolute URL. It does not know which topics exist; the routes that answer these URLs are in `http/routes.ts`.
 */

/** The list of all editions stands where a topic would, so no topic may have its name. */
export const ARCHIVE = "editions";

/**
 * `all` has every statement, nothing left out; `feed` tells a feed reader of changes; `newsletter` is ready to be copied
 * into one; `card` can be embedded elsewhere. An issue or actor of such a name could not be reached.
 */
export type Below = "all" | "feed" | "newsletter" | "card";

export interface Address {
  /** None is the reader's own: the address redirects, or has no language. */
  readonly language?: string;
  /** None means the contents page of the language. */
  readonly topic?: string;
  /** An edition's name pins it; none means the newest. */
  readonly edition?: string;
  /** `pdf`, `html`, …; none is the page itself. */
  readonly ending?: string;
  /** A page that belongs to the topic, or without one to the language, and stands one step further down. */
  readonly below?: Below;
  readonly template?: string;
  readonly paper?: string;
  /** The edition to compare with, on the page of changes. */
  readonly since?: string;
  readonly download?: boolean;
  /** A place on the page. */
  readonly anchor?: string;
}

/** An absolute URL, its parameters always in the same order. `site` has no slash at its end. */
export function urlOf(site: string, address: Address): string {
  const edition = address.edition === undefined ? "" : `/${address.edition}`;
  const language = address.language === undefined ? "" : `/${address.language}`;
  const page = [address.topic, address.below].filter((part) => part !== undefined).join("/");
  const ending = address.ending === undefined ? "" : `.${address.ending}`;
  const query = new URLSearchParams();
  if (address.template !== undefined) query.set("template", address.template);
  if (address.paper !== undefined) query.set("paper", address.paper);
  if (address.since !== undefined) query.set("since", address.since);
  if (address.download === true) query.set("dl", "1");
  const tail = query.size > 0 ? `?${query}` : "";
  const place = address.anchor === undefined ? "" : `#${address.anchor}`;
  return `${site}${edition}${language}/${page}${ending}${tail}${place}`;
}

/** The name under which a downloaded file is saved: topic, edition and language, so that it explains itself in a folder. */
export function fileName(address: { topic: string; edition: string; language: string; ending: string }): string {
  return `einblatt-${address.topic}-${address.edition}-${address.language}.${address.ending}`;
}

/** Where programs ask how a page of ours is embedded in one of theirs (oEmbed 1.0). */
export const OEMBED = "oembed";

/** The address at which they ask it of `url`. */
export function oembedUrlOf(site: string, url: string, format: "json" | "xml"): string {
  return `${site}/${OEMBED}?${new URLSearchParams({ url, format })}`;
}
