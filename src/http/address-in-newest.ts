/**
 * What the newest edition has at the address of an older one. In: a path, perhaps with an edition in front, and the
 * newest edition's topics. Out: the address without the edition, or that of the contents where the newest has no such
 * sheet.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { ENDINGS } from "../formats/endings.ts";
import type { Address } from "../model/address.ts";
import { parseEditionId } from "../model/edition.ts";
import { CHANGES, type Topic } from "../model/topic.ts";
import { splitEnding } from "./parse-request.ts";

export function addressInNewest(path: string, topics: readonly Topic[]): Address {
  const [, edition = "", ...rest] = path.split("/");
  const parts = parseEditionId(edition) === null ? [edition, ...rest] : rest;
  const [first = ""] = parts;
  const language = Object.hasOwn(LANGUAGES, first) ? first : undefined;
  const spoken = language === undefined ? {} : { language };
  const [page = "", last = ""] = language === undefined ? parts : parts.slice(1);
  const all = splitEnding(last).name === "all";
  const { ending } = splitEnding(all ? last : page);
  const named = splitEnding(page).name;
  if (named !== CHANGES && !topics.some(({ id }) => id === named)) return spoken;
  const known = ending !== null && Object.hasOwn(ENDINGS, ending);
  return { ...spoken, topic: named, ...(all ? { below: "all" } : {}), ...(known ? { ending } : {}) };
}
