/**
 * Where things stand on a page. In: a page and its template. Out: in one sentence each, everything that leaves the type
 * area or its column, lies over something else or is set too small to read. Widths are added up anew from the faces, so
 * that a page cannot pass by being wrong about itself.
 */
import type { Page, Placed, PlacedShape, PlacedText } from "../../src/model/page.ts";
import { FLOORS, type Look, PAPERS, type Template } from "../../src/model/template.ts";
import { FACES } from "../../src/typeset/text/faces.ts";
import { type Owned, ownedIn } from "./words.ts";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A fiftieth of a point: less than any printer shows, more than sums of floating-point numbers stray. */
const HAIR = 0.02;

/** The room of letters without rare accents, the space at a soft line end left out. */
export function boxOf(item: Placed): Box {
  if (item.kind === "text") {
    const { x, y, size } = item;
    return { left: x, top: y - 0.7 * size, right: x + inkWidth(item), bottom: y + 0.22 * size };
  }
  const points = item.path.flatMap((step): (readonly [number, number])[] => {
    switch (step[0]) {
      case "close":
        return [];
      case "rect":
        return [
          [step[1], step[2]],
          [step[1] + step[3], step[2] + step[4]],
        ];
      case "curve":
        return [
          [step[1], step[2]],
          [step[3], step[4]],
          [step[5], step[6]],
        ];
      default:
        return [[step[1], step[2]]];
    }
  });
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Points from the first glyph's origin to the end of the last one that leaves ink. */
function inkWidth(text: PlacedText): number {
  return widthUpTo(text, text.characters.findLastIndex((character) => character !== " ") + 1);
}

function widthUpTo({ face, size, glyphs, shifts }: PlacedText, end: number): number {
  let width = 0;
  for (let i = 0; i < end; i++) {
    width += FACES[face].advance(glyphs[i] ?? 0) + (i < end - 1 ? (shifts[i] ?? 0) : 0);
  }
  return (width * size) / 1000;
}

export function geometryComplaints(page: Page, template: Template): readonly string[] {
  const owned = new Map(ownedIn(page.briefing).map((each) => [each.owner, each]));
  return page.items.flatMap((item) => [
    ...areaComplaints(page, template, item),
    ...(item.kind === "text"
      ? [...textComplaints(item), ...columnComplaints(page, template, item, owned.get(item.owner as Owned["owner"]))]
      : []),
    ...(item.kind === "text" ? sizeComplaints(item, owned.get(item.owner as Owned["owner"])) : []),
  ]);
}

function areaComplaints({ width, height, paper }: Page, { margins }: Template, item: Placed): readonly string[] {
  if (width !== PAPERS[paper].width || height !== PAPERS[paper].height) return [`the page is not ${paper}`];
  const { left, top, right, bottom } = boxOf(item);
  const outside =
    left < margins.left - HAIR ||
    top < margins.top - HAIR ||
    right > width - margins.right + HAIR ||
    bottom > height - margins.bottom + HAIR ||
    ![left, top, right, bottom].every(Number.isFinite);
  return outside ? [`${describe(item)} leaves the type area`] : [];
}

/** Glyphs, characters and shifts go together, nothing is .notdef, and the width that is told is the width. */
function textComplaints(text: PlacedText): readonly string[] {
  const { glyphs, characters, shifts, width, size } = text;
  const complaints: string[] = [];
  if (glyphs.length === 0) complaints.push("a text without glyphs is placed");
  if (glyphs.length !== characters.length || glyphs.length !== shifts.length)
    complaints.push(`${describe(text)} is uneven`);
  if (glyphs.includes(0)) complaints.push(`${describe(text)} has a .notdef`);
  const space = (FACES[text.face].advance(FACES[text.face].glyph(0x20)) * size) / 1000;
  const full = widthUpTo(text, glyphs.length) + ((shifts.at(-1) ?? 0) * size) / 1000;
  const soft = characters.at(-1) === " " ? full - space : full;
  if (Math.abs(width - full) > HAIR && Math.abs(width - soft) > HAIR) {
    complaints.push(`${describe(text)} says it is ${width.toFixed(2)} pt wide and is ${full.toFixed(2)}`);
  }
  return complaints;
}

/** No line is wider than its measure: a column of its section, or of the table. */
function columnComplaints(
  page: Page,
  template: Template,
  text: PlacedText,
  owned: Owned | undefined,
): readonly string[] {
  const plan = template.sections.find(({ section }) => section === owned?.section);
  if (owned === undefined || plan === undefined) return [];
  const measure = page.width - template.margins.left - template.margins.right;
  const { left, right } = boxOf(text);
  let edges: readonly (readonly [number, number])[];
  if (owned.cell !== undefined) {
    const [index, count] = owned.cell;
    const first = count === 1 ? measure : measure * (plan.stub ?? 0.2);
    const width = (measure - first) / Math.max(1, count - 1);
    edges = [index === 0 ? [0, first] : [first + (index - 1) * width, first + index * width]];
  } else if (owned.column) {
    const width = (measure - plan.gutter * (plan.columns - 1)) / plan.columns;
    edges = Array.from({ length: plan.columns }, (_, i) => [
      i * (width + plan.gutter),
      i * (width + plan.gutter) + width,
    ]);
  } else return [];
  const start = template.margins.left;
  const inside = edges.some(([from, to]) => left >= start + from - HAIR && right <= start + to + HAIR);
  return inside ? [] : [`${describe(text)} is wider than its column`];
}

/** Citations and labels within a paragraph may be as small as a plot's; what a reader reads may not. */
function sizeComplaints(text: PlacedText, owned: Owned | undefined): readonly string[] {
  const least = floorOf(text, owned);
  return text.size >= least - 1e-9
    ? []
    : [`${describe(text)} is set in ${text.size.toFixed(2)} pt, less than ${least}`];
}

function floorOf({ run }: PlacedText, owned: Owned | undefined): number {
  const { owner, list } = owned ?? {};
  if (owner === undefined || !(run?.voice === "plain" || run?.voice === "strong")) return FLOORS.plot;
  if (owner.kind === "cell" || ["events", "changes", "sources"].includes(list ?? "")) return FLOORS.note;
  if (owner.kind !== "paragraph") return FLOORS.plot;
  if (owner.style === "body" || owner.style === "standfirst") return FLOORS.body;
  return owner.style === "colophon" ? FLOORS.plot : FLOORS.note;
}

export function describe(item: Placed): string {
  const { left, top, right, bottom } = boxOf(item);
  const place = [left, top, right, bottom].map((value) => value.toFixed(1)).join(" ");
  if (item.kind === "text") return `“${item.characters.join("").slice(0, 40)}” at ${place}`;
  return `a shape of ${item.owner?.kind ?? "decoration"} at ${place}`;
}

/** Fill of a cell or a mark, or a line; a tint lies below words on purpose. */
export function isTint(shape: PlacedShape, template: Look): boolean {
  return shape.fill === template.colours.tint;
}
