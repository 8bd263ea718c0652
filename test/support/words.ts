/**
 * The words of a briefing against the words on its page. In: a page. Out: in one sentence each, everything that is on
 * the one and not on the other, or in another order. It reads the briefing anew and shares no code with the typesetter,
 * so that both would have to be wrong in the same way for a lost word to go unseen.
 */
import type { Briefing, ListItem, Part, Run, Timeline } from "../../src/model/briefing.ts";
import type { Owner, Page, PlacedText } from "../../src/model/page.ts";

/** Something in the briefing that owns words on the page, and where it stands there. */
export interface Owned {
  readonly owner: Owner;
  readonly words: string;
  readonly section: string;
  /** `statements`, `disputes`, `events` or `sources`, for the parts of a list. */
  readonly list: string | null;
  /** Stands in one of the section's columns, not across them. */
  readonly column: boolean;
  /** For a cell: the place of its column, and how many there are. */
  readonly cell?: readonly [index: number, count: number];
}

/** Everything that owns words, in reading order. */
export function ownedIn(briefing: Briefing): readonly Owned[] {
  return briefing.sections.flatMap((section) => {
    // A heading and a legend before the first list or group stand across the page.
    const start = section.parts.findIndex(({ kind }) => kind === "list" || kind === "group");
    return section.parts.flatMap((part, i) => ownedBy(part, section.kind, start >= 0 && i >= start, null));
  });
}

function ownedBy(part: Part, section: string, column: boolean, list: string | null): readonly Owned[] {
  switch (part.kind) {
    case "heading":
    case "paragraph":
      return [{ owner: part, words: wordsOf(part.runs), section, list, column }];
    case "list":
      return part.items.flatMap((item) => itemParts(item, section, column, part.style));
    case "group":
      return part.parts.flatMap((inner) => ownedBy(inner, section, column, list));
    case "table":
      return [
        { owner: part, words: visible(part.caption), section, list, column },
        ...part.rows.flatMap(({ cells }) =>
          cells.map(
            (cell, i): Owned => ({
              owner: cell,
              words: wordsOf(cell.runs),
              section,
              list,
              column,
              cell: [i, cells.length],
            }),
          ),
        ),
      ];
    case "timeline":
    case "code":
      return [];
  }
}

function itemParts(item: ListItem, section: string, column: boolean, list: string): readonly Owned[] {
  const label: Owned[] =
    item.label === undefined ? [] : [{ owner: item, words: visible(item.label), section, list, column }];
  return [...label, ...item.parts.flatMap((part) => ownedBy(part, section, column, list))];
}

function wordsOf(runs: readonly Run[]): string {
  return visible(runs.map(({ text }) => text.normalize("NFC")).join(""));
}

/** What can be seen of a text: without controls, marks of direction and halves of characters, its gaps single spaces. */
export function visible(text: string): string {
  return collapse(text.replace(/[^\P{C}\t\r\n]|[\u2028\u2029]/gu, ""));
}

const collapse = (text: string): string => text.replace(/[ \t\r\n]+/g, " ").trim();

export function textsOf(page: Page): readonly PlacedText[] {
  return page.items.filter((item) => item.kind === "text");
}

/** The words of placed text as a reader copies them, hyphens at line ends left out. */
export function printed(texts: readonly PlacedText[]): string {
  return collapse(
    texts
      .map(({ characters }) => characters.join(""))
      .join("")
      .replaceAll("\u00ad", ""),
  );
}

/**
 * All that stands on a page: the briefing's words, and beside them a plot's labels and headings that stand again atop the
 * next column.
 */
export function wordsOnPage(page: Page): string {
  const besides = textsOf(page).filter(({ owner }) => owner === null || owner.kind === "timeline");
  return [...ownedIn(page.briefing).map(({ words }) => words), ...besides.map((text) => printed([text]))].join(" ");
}

/** Words without the marks around and inside them: a line may have ended at a hyphen or a slash. */
export function plainWords(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}’ʼ'¶≠]+/u).filter((word) => word !== "");
}

/** The same in any order. */
export function bareWords(text: string): readonly string[] {
  return plainWords(text).toSorted();
}

export function byOwner(page: Page): ReadonlyMap<Owner | null, readonly PlacedText[]> {
  return Map.groupBy(textsOf(page), ({ owner }) => owner);
}

export function wordComplaints(page: Page): readonly string[] {
  const placed = byOwner(page);
  const owned = ownedIn(page.briefing);
  const known = new Set<Owner | null>(owned.map(({ owner }) => owner));
  const complaints = owned.flatMap(({ owner, words }) => {
    const found = printed(placed.get(owner) ?? []);
    return found === words ? [] : [`the page says “${found}” where the briefing says “${words}”`];
  });
  const figures = page.briefing.sections.flatMap(({ parts }) => parts.filter((part) => part.kind === "timeline"));
  const headings = owned.flatMap(({ owner, words }) => (owner.kind === "heading" ? [words] : []));
  for (const [owner, texts] of placed) {
    if (known.has(owner)) continue;
    const figure = figures.find((timeline) => timeline === owner);
    // A group that goes on in the next column has its heading there again, as decoration.
    const strange =
      owner === null ? texts.filter((text) => !headings.some((words) => words.includes(printed([text])))) : texts;
    if (strange.length === 0) continue;
    if (figure === undefined) complaints.push(`“${printed(texts)}” belongs to nothing in the briefing`);
    else complaints.push(...plotComplaints(figure, texts));
  }
  return complaints;
}

/** Every dot has its number; days and years may give way where they would touch, but none may be made up. */
function plotComplaints(timeline: Timeline, texts: readonly PlacedText[]): readonly string[] {
  const words = texts.map((text) => printed([text]));
  const dots = timeline.dots.map(({ label }) => label);
  const missing = dots.filter((label) => !words.includes(label));
  const allowed = new Set([
    ...dots,
    ...timeline.dots.map(({ year }) => year),
    ...timeline.ticks.map(({ label }) => visible(label)),
  ]);
  const joined = printed(texts);
  const strange = words.filter((word) => !allowed.has(word));
  return [
    ...missing.map((label) => `dot ${label} of the timeline has no number`),
    ...strange.map((word) => `the timeline says “${word}”, which is none of its labels (${joined})`),
  ];
}
