/**
 * What the newest edition has at the address of an older one. In: a path with an edition in front, and the newest
 * edition's topics. Out: the address without the edition, or that of the contents where the newest has no such sheet.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import type { EditionEntry } from "../editions/edition-index.ts";
import { isCitation } from "../formats/cite/citation-endings.ts";
import { ENDINGS, TOPIC_ENDINGS } from "../formats/endings.ts";
import type { Address } from "../model/address.ts";
import { CHANGES, presentName } from "../model/topic.ts";
import { splitEnding } from "./parse-request.ts";

export function addressInNewest(path: string, newest: Pick<EditionEntry, "topics" | "aliases">): Address {
  const [, , ...parts] = path.split("/");
  const [first = ""] = parts;
  const language = Object.hasOwn(LANGUAGES, first) ? first : undefined;
  const spoken = language === undefined ? {} : { language };
  const [page = "", last = ""] = language === undefined ? parts : parts.slice(1);
  const all = splitEnding(last).name === "all";
  const { ending } = splitEnding(all ? last : page);
  const named = splitEnding(page).name;
  const topic = named === CHANGES ? CHANGES : presentName(named, newest);
  if (topic === null) return spoken;
  const endings: readonly string[] = all || topic === CHANGES ? Object.keys(ENDINGS) : TOPIC_ENDINGS;
  const known = ending !== null && (endings.includes(ending) || (isCitation(ending) && topic !== CHANGES && !all));
  return { ...spoken, topic, ...(all ? { below: "all" } : {}), ...(known ? { ending } : {}) };
}
