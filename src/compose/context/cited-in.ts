/**
 * Which sources are cited by what has been composed. In: sections, parts or items. Out: the articles, in the order of their
 * numbers. It reads the runs, so that whoever composes need not keep a list beside.
 */
import type { ListItem, Part, Run, Section } from "../../model/briefing.ts";
import type { Article, Library } from "../../model/library.ts";

/** Parts are kept between the drafts of a sheet, and so is what they cite. */
const CITED = new WeakMap<object, ReadonlySet<number>>();

export function citedIn({ articles }: Library, composed: readonly (Section | Part)[]): readonly Article[] {
  const numbers = new Set(composed.flatMap((each) => [...numbersIn(each)]));
  return [...numbers].sort((a, b) => a - b).flatMap((number) => articles[number - 1] ?? []);
}

function numbersIn(each: Section | Part | ListItem): ReadonlySet<number> {
  const known = CITED.get(each);
  if (known !== undefined) return known;
  const runs: readonly Run[] = "runs" in each ? each.runs : [];
  const own = runs.flatMap(({ target }) => (target !== undefined && "source" in target ? [target.source] : []));
  const numbers = new Set([...own, ...within(each).flatMap((inner) => [...numbersIn(inner)])]);
  CITED.set(each, numbers);
  return numbers;
}

function within(each: Section | Part | ListItem): readonly (Part | ListItem)[] {
  if ("parts" in each) return each.parts;
  if (each.kind === "list") return each.items;
  // A cell cites as a paragraph does.
  if (each.kind !== "table") return [];
  return each.rows.flatMap(({ cells }) =>
    cells.map(({ runs }) => ({ kind: "paragraph", style: "body", runs }) as const),
  );
}
