/**
 * Exactly one page, whatever the data: the largest rung of the ladder on which everything fits, and where none does,
 * the template's concessions in their order, each no further than it must. In: a way to draft the briefing within
 * limits, a template and a paper. Out: a page that says what it gave up. The number of passes is bounded.
 */
import type { Briefing, Limits } from "../model/briefing.ts";
import type { Page } from "../model/page.ts";
import { Overset } from "../model/problem.ts";
import { type Concession, PAPERS, type Paper, type PaperId, type Rung, type Template } from "../model/template.ts";
import { copyLength } from "./copy-length.ts";
import { type Sheet, setSheet } from "./sheet.ts";
import { Typecase } from "./typecase.ts";

export function fitPage(draft: (limits: Limits) => Briefing, template: Template, paperId: PaperId): Page {
  const paper = PAPERS[paperId];
  const full = draft(template.limits);
  const typecase = new Typecase(full.language, stems(full.names));
  let passes = 0;
  const set = (briefing: Briefing, rung: Rung): Sheet => {
    passes += 1;
    return setSheet(briefing, template, rung, paper, typecase);
  };
  const page = (sheet: Sheet, concessions: readonly Concession[]): Page => ({
    briefing: sheet.briefing,
    paper: paperId,
    width: paper.width,
    height: paper.height,
    items: sheet.place(),
    fit: {
      size: sheet.rung.size,
      leading: sheet.rung.size * sheet.rung.leading,
      concessions,
      passes,
      spare: sheet.spare,
    },
  });

  const tightest = template.ladder.at(-1) as Rung;
  const attempt = (limits: Limits): Sheet => set(draft(limits), tightest);
  const steps = concessionSteps(template, drawn(template.limits, full));
  const found = firstThatFits(steps, likelyStep(steps, draft, capacity(template, paper)), attempt);
  if (found === null) {
    throw new Overset(template.id, full.topic, full.language, paperId, -attempt(steps.at(-1) as Limits).spare);
  }
  if (found.limits === steps[0]) return page(largestRung(full, template.ladder, found.sheet, set), []);
  const { limits, sheet } = restore(found.limits, found.sheet, template, steps[0] as Limits, attempt);
  return page(roomierRung(template.ladder, sheet, set), conceded(steps[0] as Limits, limits));
}

/** Square points that a character takes on a full sheet at the tightest rung, with all the white around it. */
const POINTS_A_CHARACTER = 82;

function capacity({ margins }: Template, { width, height }: Paper): number {
  const area = (width - margins.left - margins.right) * (height - margins.top - margins.bottom);
  return area / POINTS_A_CHARACTER;
}

interface Fitted {
  readonly limits: Limits;
  readonly sheet: Sheet;
}

/** All limits from what there is to nothing, one item less at each step, in the template's order. */
function concessionSteps({ concessions, least }: Template, drafted: Limits): readonly Limits[] {
  const steps = [drafted];
  for (const { reduce, to } of concessions) {
    for (let limits = steps.at(-1) as Limits; limits[reduce] > to; limits = steps.at(-1) as Limits) {
      const fewer = limits[reduce] - 1;
      steps.push({ ...limits, [reduce]: fewer < (least[reduce] ?? 0) ? to : fewer });
    }
  }
  return steps;
}

/** The first step whose copy is no more than a sheet holds; drafting costs a small part of setting. */
function likelyStep(steps: readonly Limits[], draft: (limits: Limits) => Briefing, capacity: number): number {
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (copyLength(draft(steps[middle] as Limits)) <= capacity) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The fewest steps after which copy fits: from the guess in strides that double until one sheet fits and one does not,
 * then by bisection between them. Null where not even the last step is enough.
 */
function firstThatFits(steps: readonly Limits[], guess: number, attempt: (limits: Limits) => Sheet): Fitted | null {
  let found: Fitted | null = null;
  const fits = (index: number): boolean => {
    const limits = steps[index] as Limits;
    const sheet = attempt(limits);
    if (sheet.spare >= 0) found = { limits, sheet };
    return sheet.spare >= 0;
  };
  let [overset, fitting] = [-1, steps.length];
  for (let index = guess, stride = 1; ; stride *= 2) {
    if (fits(index)) fitting = index;
    else overset = index;
    const next = fitting === steps.length ? index + stride : index - stride;
    if (overset >= 0 && fitting < steps.length) break;
    if (index === 0 && fitting === 0) break;
    if (index === steps.length - 1 && overset === index) break;
    index = Math.min(Math.max(next, 0), steps.length - 1);
  }
  while (fitting < steps.length && fitting - overset > 1) {
    const middle = (overset + fitting) >> 1;
    if (fits(middle)) fitting = middle;
    else overset = middle;
  }
  return found;
}

/**
 * What gave way early may fit again, for what gave way after it made more room than was missing. The kind given up last
 * comes back first, one item at a time.
 */
function restore(
  limits: Limits,
  sheet: Sheet,
  { concessions, least }: Template,
  drafted: Limits,
  attempt: (limits: Limits) => Sheet,
): Fitted {
  let fitted: Fitted = { limits, sheet };
  for (const key of new Set(concessions.map(({ reduce }) => reduce).reverse())) {
    while (fitted.limits[key] < drafted[key] && fitted.sheet.spare > 0) {
      const wanted = Math.max(fitted.limits[key] + 1, least[key] ?? 0);
      const more = { ...fitted.limits, [key]: Math.min(wanted, drafted[key]) };
      const next = attempt(more);
      if (next.spare < 0) break;
      fitted = { limits: more, sheet: next };
    }
  }
  return fitted;
}

/** What was given up in the end, in the order of the limits. */
function conceded(drafted: Limits, limits: Limits): readonly Concession[] {
  return (Object.keys(drafted) as (keyof Limits)[])
    .filter((reduce) => limits[reduce] < drafted[reduce])
    .map((reduce) => ({ reduce, to: limits[reduce] }));
}

/** The most generous rung that fits. Fit is not strictly monotone, so only what was set and fitted is taken. */
function largestRung(
  briefing: Briefing,
  ladder: readonly Rung[],
  smallest: Sheet,
  set: (briefing: Briefing, rung: Rung) => Sheet,
): Sheet {
  let best = smallest;
  let low = 0;
  let high = ladder.length - 2;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sheet = set(briefing, ladder[middle] as Rung);
    if (sheet.spare >= 0) {
      best = sheet;
      high = middle - 1;
    } else low = middle + 1;
  }
  return best;
}

/** Points that must be over before it is worth trying a roomier rung on a sheet that has made concessions. */
const WORTH_A_RUNG = 10;

/** After concessions little is over, so rungs are tried one by one and mostly none. */
function roomierRung(ladder: readonly Rung[], fitted: Sheet, set: (briefing: Briefing, rung: Rung) => Sheet): Sheet {
  let best = fitted;
  for (let i = ladder.length - 2; i >= 0 && best.spare > WORTH_A_RUNG; i--) {
    const sheet = set(fitted.briefing, ladder[i] as Rung);
    if (sheet.spare < 0) break;
    best = sheet;
  }
  return best;
}

/** Limits no higher than what there is to limit, so that bisection starts from real numbers. */
function drawn(limits: Limits, { tally }: Briefing): Limits {
  return {
    statements: Math.min(limits.statements, tally.statements.shown),
    disputes: Math.min(limits.disputes, tally.disputes.shown),
    notes: Math.min(limits.notes, tally.notes.shown),
    events: Math.min(limits.events, tally.events.shown),
    answers: Math.min(limits.answers, tally.answers.shown),
  };
}

/** Names lose up to two letters at their end when they are inflected; shorter ones than three letters tell nothing. */
function stems(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => name.length >= 3).map((name) => (name.length > 5 ? name.slice(0, -2) : name)));
}
