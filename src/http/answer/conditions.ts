/**
 * What a client's conditions make of an answer, in the order of RFC 9110 (13.2.2). In: the headers of a request that would
 * otherwise be answered, and by what the answer is known. Out: whether to answer it, to say that nothing changed, or to
 * refuse it. What cannot be judged, such as a date where none is known, counts as not said.
 */
import { httpDate } from "../ask/http-date.ts";
import type { Modified } from "./last-modified.ts";

export interface Validators {
  /** Null where HEAD would have to make the file to know it. */
  readonly tag: string | null;
  readonly modified: Modified | null;
}

export type Verdict = "answer" | "unchanged" | "failed";

export function judge(headers: Headers, { tag, modified }: Validators): Verdict {
  const [wanted, known] = [headers.get("If-Match"), headers.get("If-None-Match")];
  const before = dateIn(headers, "If-Unmodified-Since", modified);
  if (wanted !== null) {
    if (tag !== null && !isNamed(wanted, tag, "strong")) return "failed";
  } else if (before !== null && modified !== null && modified.at > before) return "failed";
  if (known !== null) return isNamed(known, tag, "weak") ? "unchanged" : "answer";
  const since = dateIn(headers, "If-Modified-Since", modified);
  return since !== null && modified !== null && modified.at <= since ? "unchanged" : "answer";
}

/** Whether a part may be cut from what there is now (13.1.5): only from exactly what the client has the rest of. */
export function isSame(headers: Headers, { tag, modified }: Validators): boolean {
  const given = headers.get("If-Range");
  if (given === null || given === tag) return true;
  return modified?.isOver === true && dateIn(headers, "If-Range", modified) === modified.at;
}

function dateIn(headers: Headers, name: string, modified: Modified | null): number | null {
  return modified === null ? null : httpDate(headers.get(name), modified.at);
}

/** A tag may hold commas and asterisks. Weakly: a proxy that compressed the file may have put `W/` before ours. */
function isNamed(list: string, tag: string | null, comparison: "strong" | "weak"): boolean {
  if (list.trim() === "*") return true;
  const tags = list.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((each) => (comparison === "weak" ? each.replace(/^W\//, "") : each) === tag);
}
