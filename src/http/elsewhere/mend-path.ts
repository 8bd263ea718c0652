/**
 * A path as it was before it was bent on its way. In: a path without its query, and the names that the edition at its head
 * knows. Out: the path it plainly means, or null where some of it means nothing. Whether anything is there the routes know.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { lookUpLanguage } from "../../model/language-tag.ts";
import { plainEdition } from "../ask/plain-values.ts";
import { plainWord } from "../ask/plain-word.ts";

export interface Meant {
  readonly path: string;
  /** Whether a word was another name for what it means, and not only another spelling of it. */
  readonly byName: boolean;
}

export interface Names {
  readonly speltAs: (word: string) => Promise<string | null>;
  readonly calledSo: (word: string) => Promise<string | null>;
}

/**
 * What our own addresses are made of. Nothing else is ever put into a header, so that no path leads to another site, by
 * two slashes or a backslash or a line of its own.
 */
const OURS = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
/** An edition, a language, a topic and what is below it. */
const MOST = 4;
/** A language, perhaps a script of Europe, a region and a year of spelling. */
const TAG = /^[a-z]{2,3}([-_](latn|cyrl))?([-_]([a-z]{2}|\d{3}))?([-_]\d{4})?$/;
const ENDING = /^(.*[^ .]) *\. *(csl\. *json|[a-z]+)$/;

export async function mendPath(
  given: string,
  namesIn: (edition: string | null) => Promise<Names>,
): Promise<Meant | null> {
  const words = given
    .split("/")
    .map(plainWord)
    .filter((word) => word !== "");
  if (words.length > MOST) return null;
  const edition = plainEdition(words[0] ?? "");
  const names = await namesIn(edition);
  const [first = "", ...rest] = edition === null ? words : words.slice(1);
  const language = TAG.test(first) ? lookUpLanguage(first, Object.keys(LANGUAGES)) : null;
  const before = [edition, language].filter((each) => each !== null);
  const pages = await Promise.all(
    (language === null ? words.slice(before.length) : rest).map((word) => meant(word, names)),
  );
  const path = [...before, ...pages.map(({ segment }) => segment)];
  if (!path.slice(edition === null ? 0 : 1).every((segment) => OURS.test(segment))) return null;
  // The contents of a language are a folder.
  const end = language !== null && pages.length === 0 ? "/" : "";
  const byName = (language !== null && language !== first) || pages.some((page) => page.byName);
  return { path: `/${path.join("/")}${end}`, byName };
}

/** With its ending. What has no name here, such as a list for robots, may be an address all the same. */
async function meant(word: string, { speltAs, calledSo }: Names): Promise<{ segment: string; byName: boolean }> {
  const [, name = word, ending] = ENDING.exec(word) ?? [];
  const end = ending === undefined ? "" : `.${ending.replaceAll(" ", "")}`;
  const spelt = await speltAs(name);
  if (spelt !== null) return { segment: spelt + end, byName: false };
  const called = await calledSo(name);
  if (called !== null) return { segment: called + end, byName: true };
  // A title may have a full stop in it.
  const whole = ending === undefined ? null : await calledSo(word);
  return { segment: whole ?? word, byName: whole !== null };
}
