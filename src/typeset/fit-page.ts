/**
 * Exactly one page, whatever the data: the largest rung of the ladder on which everything fits, and where none does,
 * the template's concessions in their order, each no further than it must. In: a draft, a template and a paper. Out: a
 * page that says what it gave up. The number of passes is bounded.
 */
import type { Briefing, Limits } from "../model/briefing.ts";
import type { Draft } from "../model/draft.ts";
import type { Page } from "../model/page.ts";
import { Overset } from "../model/problem.ts";
import { type Concession, PAPERS, type Paper, type PaperId, type Rung, type Template } from "../model/template.ts";
import { openSetContext, type SetContext } from "./boxes/set-context.ts";
import { type Sheet, setSheet } from "./sheet.ts";
import { TextCache } from "./text/text-cache.ts";

export function fitPage(draft: Draft, template: Template, paperId: PaperId): Page {
  const paper = PAPERS[paperId];
  const texts = new TextCache(draft.language, draft.names);
  const contexts = new Map<Rung, SetContext>();
  let passes = 0;
  const set = (briefing: Briefing, rung: Rung): Sheet => {
    passes += 1;
    const context = contexts.get(rung) ?? openSetContext(template, rung, texts);
    contexts.set(rung, context);
    return setSheet(briefing, template, context, paper);
  };
  const tightest = template.ladder.at(-1) as Rung;
  const attempts = new Map<string, Fitted>();
  const attempt = (limits: Limits): Fitted => {
    const key = Object.values(limits).join();
    const fitted = attempts.get(key) ?? { limits, sheet: set(draft.within(limits), tightest) };
    attempts.set(key, fitted);
    return fitted;
  };
  const measures = measureOf(template, paper);
  const steps = concessionSteps(template, draft.most);
  const found = firstThatFits(steps, draft, measures, attempt);
  const { limits, sheet } = restore(found ?? fail(), template, draft, measures, attempt);
  const roomiest = roomiestRung(template.ladder, sheet, set);
  return {
    briefing: roomiest.briefing,
    paper: paperId,
    width: paper.width,
    height: paper.height,
    items: roomiest.place(),
    fit: {
      size: roomiest.rung.size,
      leading: roomiest.rung.size * roomiest.rung.leading,
      concessions: conceded(draft.most, limits),
      passes,
      spare: roomiest.spare,
    },
  };

  function fail(): never {
    const { spare } = attempt(steps.at(-1) as Limits).sheet;
    throw new Overset(template.id, draft.topic, draft.language, paperId, -spare);
  }
}

interface Fitted {
  readonly limits: Limits;
  readonly sheet: Sheet;
}

/** All limits from what there is to nothing, one item less at each step, in the template's order. */
function concessionSteps({ concessions, least }: Template, most: Limits): readonly Limits[] {
  const steps = [most];
  for (const { reduce, to } of concessions) {
    for (let limits = steps.at(-1) as Limits; limits[reduce] > to; limits = steps.at(-1) as Limits) {
      const fewer = limits[reduce] - 1;
      steps.push({ ...limits, [reduce]: fewer < (least[reduce] ?? 0) ? to : fewer });
    }
  }
  return steps;
}

/** Square points that a character takes on a full sheet at the tightest rung, with all the white around it. */
const POINTS_A_CHARACTER = 61;
/** After so many attempts the guesses are no good, and the steps between the last two are halved. */
const GUESSES = 5;

/** The fewest steps after which copy fits. Each attempt tells how far to go for the next; null where none is enough. */
function firstThatFits(
  steps: readonly Limits[],
  draft: Draft,
  { measure, height }: Measures,
  attempt: (limits: Limits) => Fitted,
): Fitted | null {
  const lengthOf = (step: number): number => draft.copyLength(steps[step] as Limits);
  const charactersAPoint = measure / POINTS_A_CHARACTER;
  let found: Fitted | null = null;
  let [overset, fitting] = [-1, steps.length];
  let wanted = height * charactersAPoint;
  for (let tries = 1; fitting - overset > 1; tries++) {
    const guess = tries > GUESSES ? (overset + fitting) >> 1 : firstStep(steps.length, (i) => lengthOf(i) <= wanted);
    const step = Math.min(Math.max(guess, overset + 1), fitting - 1);
    const fitted = attempt(steps[step] as Limits);
    if (fitted.sheet.spare >= 0) [fitting, found] = [step, fitted];
    else overset = step;
    wanted = lengthOf(step) + fitted.sheet.spare * charactersAPoint;
  }
  return found;
}

/** The type area, in points. */
interface Measures {
  readonly measure: number;
  readonly height: number;
}

function measureOf({ margins }: Template, { width, height }: Paper): Measures {
  return { measure: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
}

/** The first of the steps that is short enough; they only ever get shorter. */
function firstStep(count: number, isShort: (step: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isShort(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Points by which columns that end unevenly may hold more than there is to spare; beyond that, setting is in vain. */
const SLACK = 33;

/**
 * What gave way early may fit again, for what gave way after it made more room than was missing. The kind given up last
 * comes back first: as many at once as their copy has room for, and from there one more or one less until they fit.
 */
function restore(
  found: Fitted,
  { concessions, least }: Template,
  { most, copyLength }: Draft,
  { measure }: Measures,
  attempt: (limits: Limits) => Fitted,
): Fitted {
  let fitted = found;
  for (const key of new Set(concessions.map(({ reduce }) => reduce).reverse())) {
    let isBest = false;
    while (!isBest && fitted.limits[key] < most[key] && fitted.sheet.spare > 0) {
      const { limits, sheet } = fitted;
      const length = copyLength(limits);
      const hasRoom = (count: number, slack: number): boolean =>
        copyLength({ ...limits, [key]: count }) - length <= ((sheet.spare + slack) * measure) / POINTS_A_CHARACTER;
      const fewest = Math.min(Math.max(limits[key] + 1, least[key] ?? 0), most[key]);
      if (!hasRoom(fewest, SLACK)) break;
      let count = fewest;
      while (count < most[key] && hasRoom(count + 1, 0)) count += 1;
      let next = attempt({ ...limits, [key]: count });
      while (next.sheet.spare < 0 && count > fewest) {
        isBest = true;
        count -= 1;
        next = attempt({ ...limits, [key]: count });
      }
      if (next.sheet.spare < 0) break;
      fitted = next;
    }
  }
  return fitted;
}

/** What was given up in the end, in the order of the limits. */
function conceded(most: Limits, limits: Limits): readonly Concession[] {
  return (Object.keys(most) as (keyof Limits)[])
    .filter((reduce) => limits[reduce] < most[reduce])
    .map((reduce) => ({ reduce, to: limits[reduce] }));
}

/** What a sheet's height grows by with the height of its lines, and with its spaces; the rest of it stays as it is. */
const OF_LINES = 0.4;
const OF_SPACES = 0.17;
/** No sheet is known to grow by less than this share of that. */
const LEAST_GROWTH = 0.7;

/**
 * The most generous rung that fits: guessed from how a sheet grows with its lines and spaces, then sought from there, but
 * not where there is next to no room. Fit is not strictly monotone, so only what was set and fitted is taken.
 */
function roomiestRung(ladder: readonly Rung[], tightest: Sheet, set: (briefing: Briefing, rung: Rung) => Sheet): Sheet {
  const line = ({ size, leading }: Rung): number => size * leading;
  const growth = (rung: Rung, { rung: own, height }: Sheet): number =>
    height * (OF_LINES * (line(rung) / line(own) - 1) + OF_SPACES * (rung.space - own.space));
  const isInVain = (rung: Rung, sheet: Sheet): boolean => sheet.spare < LEAST_GROWTH * growth(rung, sheet);
  const guess = ladder.findIndex((rung) => growth(rung, tightest) <= tightest.spare);
  let best = tightest;
  for (let i = guess; i < ladder.length - 1 && best === tightest; i++) {
    const rung = ladder[i] as Rung;
    if (isInVain(rung, tightest)) continue;
    const sheet = set(tightest.briefing, rung);
    if (sheet.spare >= 0) best = sheet;
  }
  for (let i = ladder.indexOf(best.rung) - 1; i >= 0 && i < guess; i--) {
    const rung = ladder[i] as Rung;
    if (isInVain(rung, best)) break;
    const sheet = set(tightest.briefing, rung);
    if (sheet.spare < 0) break;
    best = sheet;
  }
  return best;
}
