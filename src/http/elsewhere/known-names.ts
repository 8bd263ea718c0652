/**
 * The names by which the topics of an edition are known: those in its addresses, old ones, and their titles in every
 * language of ours. In: a call and the edition's entry. Out: what a word is the name of, by its letters. Names are
 * remembered for as long as the index is; titles of a retracted edition are not said again.
 */
import type { Context } from "hono";
import { LANGUAGES } from "../../../templates/languages.ts";
import { ARCHIVE } from "../../model/address.ts";
import { CHANGES } from "../../model/topic.ts";
import { topicTitles } from "../../render/topic-title.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { lettersOf } from "../ask/plain-word.ts";
import type { Site } from "../site.ts";

/** By their letters; null where two things are called so. */
type Names = ReadonlyMap<string, string | null>;
/** By topic. */
type Titles = ReadonlyMap<string, string>;

const PAGES = ["all", "card", "feed", "newsletter", ARCHIVE, CHANGES];

/** The word of an address that has the same letters. */
export async function speltAs(c: Context<Site>, entry: EditionEntry | null, word: string): Promise<string | null> {
  const names = await remembered(c, `spelt ${entry?.digest}`, async () => {
    const topics = [...(entry?.topics ?? []), ...(entry?.aliases ?? [])].map(({ id }) => id);
    return byLetters([...PAGES, ...topics].map((each) => [each, each]));
  });
  return names.get(lettersOf(word)) ?? null;
}

/** The topic whose title in any language has the same letters. */
export async function calledSo(c: Context<Site>, entry: EditionEntry | null, word: string): Promise<string | null> {
  const names = await remembered(c, `called ${entry?.digest}`, async () => {
    const titles = await Promise.all(Object.keys(LANGUAGES).map(async (tag) => [...(await titlesIn(c, entry, tag))]));
    return byLetters(titles.flat().map(([id, title]) => [title, id]));
  });
  return names.get(lettersOf(word)) ?? null;
}

export async function titlesIn(c: Context<Site>, entry: EditionEntry | null, language: string): Promise<Titles> {
  if (entry === null || entry.retraction !== null) return new Map();
  const { LIBRARY, SHEETS } = c.env;
  return await remembered(c, `titles ${entry.digest} ${language}`, () => topicTitles(LIBRARY, SHEETS, entry, language));
}

async function remembered<T>(c: Context<Site>, key: string, look: () => Promise<T>): Promise<T> {
  return await c.var.cache.get(key, c.var.settings.indexSeconds * 1000, look);
}

function byLetters(named: readonly (readonly [name: string, of: string])[]): Names {
  const found = new Map<string, string | null>();
  for (const [name, of] of named) {
    const letters = lettersOf(name);
    found.set(letters, found.has(letters) && found.get(letters) !== of ? null : of);
  }
  return found;
}
