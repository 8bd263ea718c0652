/**
 * What is cited: a sheet of an edition that stays, with all that a list of literature wants to know of it. In: nothing.
 * Out: the value that BibTeX, RIS and CSL-JSON are written from. Its author is nobody's name.
 */
export interface Citable {
  readonly topic: string;
  readonly language: string;
  readonly title: string;
  readonly edition: string;
  /** The day of issue in UTC, `YYYY-MM-DD`. */
  readonly issued: string;
  /** What a briefing is called in its language. */
  readonly genre: string;
  /** The address that answers this edition's sheet for ever. */
  readonly url: string;
  /** In words: the SHA-256 of the PDF at that address. */
  readonly note: string;
}
