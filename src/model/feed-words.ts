/**
 * The words of feeds and of the line by which a sheet is cited, in one language. In: one file a language below
 * `templates/words/`. Out: the shape of two keys of `Words`. It does not pick a language.
 */
import type { Plural } from "./plural.ts";

export interface FeedWords {
  /** Of a link to the feed. */
  readonly link: string;
  /** What the feed of everything tells, and that of one topic; `{title}` is the topic's. */
  readonly about: string;
  readonly aboutTopic: string;
  /** Titles of items; `{id}` is the edition's, `{list}` what is new in it. */
  readonly item: string;
  readonly itemFirst: string;
  /** `{corrects}` is the edition that was wrong. */
  readonly itemCorrection: string;
  readonly itemRetracted: string;
  /** What is said of an edition of which no more is known than that it was issued. */
  readonly issued: string;
  /** Where a correction leaves all that is said on a topic as it was. */
  readonly unaffected: string;
  /** What the item has no room for. */
  readonly more: Plural;
}

export interface CitingWords {
  /** Before the line. */
  readonly heading: string;
  /** Between the title and the address: `{id}` and `{date}` of the edition. */
  readonly edition: string;
  /** What a briefing is called in a list of literature. */
  readonly genre: string;
  /** `{hash}` is the SHA-256 of the PDF. */
  readonly hash: string;
  /** Names of the files' links. */
  readonly files: string;
}
