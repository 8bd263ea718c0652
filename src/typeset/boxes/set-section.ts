/**
 * One section of a briefing as a box across the page. In: a section, its plan in the template and a measure. Out: a
 * box. It puts parts in the plan's columns, keeps headings with what follows, and stands a code beside its words.
 */
import type { Group, Heading, List, Paragraph, Part, Run, Section, Table } from "../../model/briefing.ts";
import type { SectionPlan, StyleName } from "../../model/template.ts";
import { type Box, EMPTY, stack, withLeading } from "./box.ts";
import { balance, columnWidth, sideBySide, type Unit } from "./columns.ts";
import { setCode } from "./set-code.ts";
import type { SetContext } from "./set-context.ts";
import { type ItemStyles, setHeading, setItem, setParagraph } from "./set-part.ts";
import { setRuns, widthOf } from "./set-runs.ts";
import { setTable } from "./set-table.ts";
import { setTimeline } from "./set-timeline.ts";

/** Side of a code in points: 37 modules of more than a third of a millimetre, which phones read at arm's length. */
const CODE_SIDE = 50;
const CODE_GAP = 12;

const STYLES: Readonly<Record<List["style"], ItemStyles>> = {
  statements: {},
  disputes: {},
  events: { body: "source" },
  changes: { body: "source" },
  sources: { body: "source" },
};

export function setSection(context: SetContext, section: Section, plan: SectionPlan, measure: number): Box {
  const code = section.parts.find((part) => part.kind === "code");
  const beside = code?.kind === "code" ? context.keep(code, CODE_SIDE, () => setCode(context, code, CODE_SIDE)) : EMPTY;
  const width = code === undefined ? measure : measure - CODE_SIDE - CODE_GAP;
  const words = setParts(
    context,
    section.parts.filter((part) => part !== code),
    plan,
    width,
  );
  if (code === undefined) return words;
  return {
    height: Math.max(words.height, beside.height),
    place(x, y, placed) {
      words.place(x, y, placed);
      beside.place(x + measure - CODE_SIDE, y, placed);
    },
  };
}

/** Parts before the first list or group go across; the rest is in columns. */
function setParts(context: SetContext, parts: readonly Part[], plan: SectionPlan, measure: number): Box {
  const { columns, gutter } = plan;
  const width = columnWidth(measure, columns, gutter);
  const start = columns === 1 ? parts.length : parts.findIndex(({ kind }) => kind === "list" || kind === "group");
  const head = parts.slice(0, start < 0 ? parts.length : start);
  const [first, second] = head;
  const legend = second === undefined ? null : legendOf(second);
  const line =
    first?.kind === "heading" && legend !== null
      ? context.keep(first, `line ${measure}`, () => headLine(context, first, legend, measure))
      : EMPTY;
  const rest = start < 0 ? [] : parts.slice(start);
  const across = [
    { box: line, above: 0 },
    ...(line === EMPTY ? head : head.slice(second?.kind === "table" ? 1 : 2)).flatMap((part) =>
      unitsOf(context, part, measure, plan, line !== EMPTY),
    ),
  ];
  const gap = context.type("lead").above;
  return stack([...across, { box: setColumns(context, rest, plan, width), above: gap }]);
}

/** Lines of neighbouring columns stand on one grid. */
function setColumns(free: SetContext, parts: readonly Part[], plan: SectionPlan, width: number): Box {
  const { columns, gutter, grid: style } = plan;
  const context = style === undefined ? free : free.onGridOf(style);
  if (plan.fill === "groups") {
    const groups = parts.filter((part) => part.kind === "group").map((group) => setGroup(context, group, width, plan));
    return sideBySide(groups, width, columns, gutter, context.type("heading-2").leading);
  }
  const units = parts.flatMap((part) => unitsOf(context, part, width, plan));
  return context.grid === null ? stack(units) : balance(units, width, columns, gutter, context.grid);
}

interface Legend {
  readonly runs: readonly Run[];
  readonly owner: Paragraph | Table;
}

/** What explains a section in a few words: a paragraph of that style, or the caption of a table. */
function legendOf(part: Part): Legend | null {
  if (part.kind === "paragraph" && part.style === "legend") return { runs: part.runs, owner: part };
  return part.kind === "table" ? { runs: [{ text: part.caption, voice: "plain" }], owner: part } : null;
}

/** A short explanation stands on its heading's line, at the right, where both fit; where they do not, nothing. */
function headLine(context: SetContext, heading: Heading, legend: Legend, measure: number): Box {
  const type = context.type("legend");
  const width = widthOf(context, legend.runs, type) + 0.5;
  const left = widthOf(context, heading.runs, context.type(`heading-${heading.level}`));
  if (left + width + type.size * 2 > measure) return EMPTY;
  const head = setHeading(context, heading, measure);
  const note = setRuns(context, legend.runs, legend.owner, withLeading(type, head.height), width);
  return {
    height: head.height,
    place(x, y, placed) {
      head.place(x, y, placed);
      note.place(x + measure - width, y, placed);
    },
  };
}

function setGroup(context: SetContext, group: Group, width: number, plan: SectionPlan): Box {
  return stack(group.parts.flatMap((part) => unitsOf(context, part, width, plan)));
}

/** What a part may be divided into between columns: a list into items, a group into its items below its head. */
function unitsOf(
  context: SetContext,
  part: Part,
  measure: number,
  plan: SectionPlan,
  legendIsSet = false,
): readonly Unit[] {
  const unit = (style: StyleName, set: () => Box): readonly Unit[] => [
    { box: context.keep(part, measure, set), above: context.type(style).above },
  ];
  switch (part.kind) {
    case "heading":
      return unit(`heading-${part.level}`, () => setHeading(context, part, measure));
    case "paragraph":
      return unit(part.style, () => setParagraph(context, part, measure));
    case "list": {
      const led = ["statements", "disputes", "changes"].includes(part.style);
      const { above } = context.type(led ? "lead" : "source");
      return part.items.map((item) => ({
        box: context.keep(item, measure, () => setItem(context, item, measure, STYLES[part.style])),
        above,
        // The line that says who speaks stays with the first two of what is said.
        keep: led ? 3 : 2,
      }));
    }
    case "group":
      return keepHead(
        context,
        part.parts.flatMap((inner) => unitsOf(context, inner, measure, plan)),
        part,
        measure,
      );
    case "table":
      return unit("legend", () => setTable(context, part, measure, plan.stub ?? 0.2, legendIsSet));
    case "timeline":
      return unit("lead", () => setTimeline(context, part, measure));
    case "code":
      return unit("lead", () => setCode(context, part, CODE_SIDE));
  }
}

/** A group's heading, answer and first item stay in one column; in the next one the heading stands again, as decoration. */
function keepHead(context: SetContext, units: readonly Unit[], group: Group, measure: number): readonly Unit[] {
  const head = group.parts.filter(({ kind }) => kind !== "list").length + 1;
  const [first] = units;
  const heading = group.parts.find((part) => part.kind === "heading");
  if (first === undefined || heading?.kind !== "heading") return units;
  const type = context.type("legend");
  const again = context.keep(group, measure, () => setRuns(context, heading.runs, null, type, measure));
  return [
    { box: stack(units.slice(0, head)), above: first.above },
    ...units.slice(head).map((unit) => ({ ...unit, again })),
  ];
}
