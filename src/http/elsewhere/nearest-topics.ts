/**
 * What there is instead of a page that is not there. In: a refusal and its call. Out: the same refusal with the topics of
 * the edition as choices, by title in the reader's language, the nearest to what was asked for first. Refusals that name
 * other things, such as formats, stay as they are.
 */
import type { Context } from "hono";
import { LANGUAGES } from "../../../templates/languages.ts";
import { urlOf } from "../../model/address.ts";
import { parseEditionId } from "../../model/edition.ts";
import { Refusal } from "../answer/refusal.ts";
import { lettersOf } from "../ask/plain-word.ts";
import { readerLanguage } from "../ask/reader-language.ts";
import type { Site } from "../site.ts";
import { editDistance } from "./edit-distance.ts";
import { titlesIn } from "./known-names.ts";

/** Longer than any name; what is compared grows with it. */
const LONGEST = 60;

export async function withNearest(refusal: Refusal, c: Context<Site>): Promise<Refusal> {
  if (refusal.code !== "topic" && refusal.code !== "address") return refusal;
  const [, first = "", ...rest] = new URL(c.req.url).pathname.split("/");
  const pinned = parseEditionId(first) === null ? {} : { edition: first };
  const entry = await ("edition" in pinned ? c.var.catalogue.edition(first) : c.var.catalogue.last());
  if (entry === null || entry.retraction !== null) return refusal;
  const language = readerLanguage(c.req.raw);
  const tags = Object.keys(LANGUAGES);
  const titles = await Promise.all(tags.map(async (tag) => await titlesIn(c, entry, tag)));
  const own = titles[tags.indexOf(language)];
  const asked = refusal.values.given ?? rest.findLast((segment) => segment !== "") ?? first;
  const letters = lettersOf(asked.slice(0, LONGEST));
  const topics = entry.topics.map(({ id }) => {
    const old = entry.aliases.filter(({ topic }) => topic === id).map((alias) => alias.id);
    const names = [id, ...old, ...titles.flatMap((of) => of.get(id) ?? [])];
    const distance = Math.min(...names.map((name) => editDistance(letters, lettersOf(name))));
    return { name: own?.get(id) ?? id, href: urlOf("", { ...pinned, language, topic: id }), distance };
  });
  const nearest = topics.toSorted((a, b) => a.distance - b.distance).map(({ name, href }) => ({ name, href }));
  return new Refusal(refusal.code, refusal.values, nearest);
}
