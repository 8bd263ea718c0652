/**
 * The line by which a sheet is cited. In: an edition, the titles of the sheet and of the subject, the permanent address
 * and a language. Out: one line of text: who, what, which edition of when, where. Its author is no person, as in every
 * format of citations.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import type { Edition } from "../../model/edition.ts";
import { dateInWords, fill } from "./format-words.ts";

export function citingLine(
  { id, issued }: Edition,
  title: string,
  subject: string,
  url: string,
  language: string,
): string {
  const words = LANGUAGES[language];
  if (words === undefined) throw new RangeError(`no words for language ${language}`);
  // The day in UTC, like that of BibTeX and the others, so that all of them agree.
  const date = dateInWords(issued.slice(0, 10), words, "long");
  const titles = title.includes(subject) ? [title] : [title, subject];
  const sentences = [...titles, fill(words.citing.edition, { id, date })].map((text) =>
    /[.?!…]$/.test(text) ? text : `${text}.`,
  );
  return `Einblatt: ${sentences.join(" ")} ${url}`;
}
