/**
 * Which sources are cited by what has been composed. In: sections or parts. Out: the articles, in the order of their
 * numbers. It reads the runs, so that whoever composes need not keep a list beside.
 */
import type { Part, Section } from "../../model/briefing.ts";
import type { Article, Library } from "../../model/library.ts";
import { runsIn } from "../../model/runs-in.ts";

/** Sections are kept between the drafts of a sheet, and so is what they cite. */
const CITED = new WeakMap<object, ReadonlySet<number>>();

export function citedIn({ articles }: Library, composed: readonly (Section | Part)[]): readonly Article[] {
  const numbers = new Set(composed.flatMap((each) => [...numbersIn(each)]));
  return [...numbers].sort((a, b) => a - b).flatMap((number) => articles[number - 1] ?? []);
}

function numbersIn(each: Section | Part): ReadonlySet<number> {
  const known = CITED.get(each);
  if (known !== undefined) return known;
  const numbers = new Set<number>();
  for (const { target } of runsIn([each])) if (target !== undefined && "source" in target) numbers.add(target.source);
  CITED.set(each, numbers);
  return numbers;
}
