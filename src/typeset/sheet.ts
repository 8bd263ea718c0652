/**
 * A whole sheet at one rung of the ladder: its sections set, stacked and, when asked, placed on the paper. In: a
 * briefing, its template, a context and a paper. Out: how tall it is, and its items. Whether that fits is `fit-page.ts`'s.
 */
import type { Briefing } from "../model/briefing.ts";
import type { Placed } from "../model/page.ts";
import type { Paper, Rung, SectionPlan, Template } from "../model/template.ts";
import type { Box } from "./boxes/box.ts";
import type { SetContext } from "./boxes/set-context.ts";
import { setSection } from "./boxes/set-section.ts";

export interface Sheet {
  readonly briefing: Briefing;
  readonly rung: Rung;
  /** Points of the type area that are left over; negative when copy is overset. */
  readonly spare: number;
  /** Points that the copy takes. */
  readonly height: number;
  place(): readonly Placed[];
}

interface Strip {
  readonly box: Box;
  readonly above: number;
  readonly plan: SectionPlan;
}

/** Rules above sections, in points. */
const RULES = { none: 0, hair: 0.5, bold: 2 } as const;
/** Between a rule and what it heads, in points. */
const RULE_GAP = 4;

export function setSheet(briefing: Briefing, template: Template, context: SetContext, paper: Paper): Sheet {
  const { rung } = context;
  const { margins } = template;
  const measure = paper.width - margins.left - margins.right;
  const room = paper.height - margins.top - margins.bottom;
  const strips = template.sections.flatMap((plan): Strip[] => {
    const section = briefing.sections.find(({ kind }) => kind === plan.section);
    if (section === undefined) return [];
    const box = context.keep(section, measure, () =>
      ruled(context, setSection(context, section, plan, measure), plan, measure),
    );
    return box.height === 0 ? [] : [{ box, above: plan.above * rung.space, plan }];
  });
  const needed = strips.reduce((sum, { box, above }, i) => sum + box.height + (i === 0 ? 0 : above), 0);
  const spare = room - needed;
  return { briefing, rung, spare, height: needed, place: () => placeStrips(strips, margins.left, margins.top, spare) };
}

function ruled(context: SetContext, box: Box, plan: SectionPlan, measure: number): Box {
  const weight = RULES[plan.rule];
  if (weight === 0 || box.height === 0) return box;
  const { colours } = context.template;
  const offset = weight + RULE_GAP * context.rung.space;
  return {
    height: box.height + offset,
    place(x, y, placed) {
      placed.push({
        kind: "shape",
        owner: null,
        path: [["rect", x, y, measure, weight]],
        fill: plan.rule === "bold" ? colours.ink : colours.rule,
        stroke: null,
      });
      box.place(x, y + offset, placed);
    },
  };
}

/**
 * Spare height opens the gaps between sections, at the most to twice their size; what is left after that stands above
 * the foot, so that sources and colophon keep their place at the bottom of the sheet.
 */
function placeStrips(strips: readonly Strip[], x: number, top: number, spare: number): readonly Placed[] {
  const gaps = strips.slice(1).reduce((sum, { above }) => sum + above, 0);
  const opened = gaps === 0 ? 0 : Math.min(1, Math.max(0, spare) / gaps);
  const left = Math.max(0, spare - gaps * opened);
  const foot = strips.findIndex(({ plan }) => plan.foot === true);
  let y = top;
  const placed: Placed[] = [];
  strips.forEach(({ box, above }, i) => {
    if (i > 0) y += above * (1 + opened);
    if (i === foot) y += left;
    box.place(x, y, placed);
    y += box.height;
  });
  return placed;
}
