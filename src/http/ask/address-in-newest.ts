/**
 * What the newest edition has at the address of an older one. In: a path, perhaps with an edition in front, and the
 * newest edition's topics. Out: the address without the edition, or that of the contents where the newest has no such
 * sheet.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { isCitation } from "../../formats/cite/citation-endings.ts";
import { ENDINGS, TOPIC_ENDINGS } from "../../formats/endings.ts";
import type { Address, Below } from "../../model/address.ts";
import { parseEditionId } from "../../model/edition.ts";
import { CHANGES, presentName } from "../../model/topic.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { splitEnding } from "./parse-request.ts";

const BELOW: readonly Below[] = ["all", "newsletter", "card"];

export function addressInNewest(path: string, newest: Pick<EditionEntry, "topics" | "aliases">): Address {
  const [, edition = "", ...rest] = path.split("/");
  const parts = parseEditionId(edition) === null ? [edition, ...rest] : rest;
  const [first = ""] = parts;
  const language = Object.hasOwn(LANGUAGES, first) ? first : undefined;
  const spoken = language === undefined ? {} : { language };
  const [page = "", last = ""] = language === undefined ? parts : parts.slice(1);
  const named = splitEnding(page).name;
  const kit = named === "newsletter";
  const below = BELOW.find((each) => each === (kit ? named : splitEnding(last).name));
  const { ending } = splitEnding(below === undefined || kit ? page : last);
  const topic = kit || named === CHANGES ? named : presentName(named, newest);
  if (topic === null) return spoken;
  const alone = !kit && topic !== CHANGES && below === undefined;
  const endings: readonly string[] = alone ? TOPIC_ENDINGS : Object.keys(ENDINGS);
  const known = ending !== null && (endings.includes(ending) || (alone && isCitation(ending)));
  return {
    ...spoken,
    ...(kit ? {} : { topic }),
    ...(below === undefined ? {} : { below }),
    ...(known ? { ending } : {}),
  };
}
