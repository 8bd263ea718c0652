/**
 * What others embed of a topic: a few lines and the way to the sheet. In: nothing. Out: the value that the embeddable
 * page is written from. Where it is put and how large is for those to say who embed it.
 */
import type { LetterSection } from "./letter.ts";
import type { Language } from "./localized.ts";

export interface Embed {
  readonly language: Language;
  readonly edition: string;
  /** With the subject. */
  readonly longTitle: string;
  readonly sections: readonly LetterSection[];
  /** The newest sheet on the topic, which search engines are told of instead of the card. */
  readonly canonical: string;
}
