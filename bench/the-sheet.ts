/**
 * The one sheet that all makers set. In: a library. Out: its first issue, and the language and paper that the sheet is
 * set in.
 */
import type { Library } from "../src/model/library.ts";
import { type Topic, topicsOf } from "../src/model/topic.ts";

export const THE_SHEET = { language: "de", paper: "a4" } as const;

/** @throws RangeError where a library has no issue. */
export function topicOfTheSheet(library: Library): Topic {
  const topic = topicsOf(library).find(({ kind }) => kind === "issue");
  if (topic === undefined) throw new RangeError("there is no issue to set a sheet of");
  return topic;
}
