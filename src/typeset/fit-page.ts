/**
 * Exactly one page, whatever the data: the largest rung of the ladder on which everything fits, and where none does,
 * the template's concessions in their order, each no further than it must. In: a way to draft the briefing within
 * limits, a template and a paper. Out: a page that says what it gave up. The number of passes is bounded.
 */
import type { Briefing, Limits } from "../model/briefing.ts";
import type { Page } from "../model/page.ts";
import { Overset } from "../model/problem.ts";
import { type Concession, PAPERS, type PaperId, type Rung, type Template } from "../model/template.ts";
import { WordShop } from "./pieces.ts";
import { type Sheet, setSheet } from "./sheet.ts";

export function fitPage(draft: (limits: Limits) => Briefing, template: Template, paperId: PaperId): Page {
  const paper = PAPERS[paperId];
  const full = draft(template.limits);
  const shop = new WordShop(stems(full.names));
  let passes = 0;
  const set = (briefing: Briefing, rung: Rung): Sheet => {
    passes += 1;
    return setSheet(briefing, template, rung, paper, shop);
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
  const smallest = set(full, tightest);
  if (smallest.spare >= 0) return page(largestRung(full, template.ladder, smallest, set), []);

  let limits = drawn(template.limits, full);
  let sheet = smallest;
  const conceded: Concession[] = [];
  for (const { reduce, to } of template.concessions) {
    if (limits[reduce] <= to) continue;
    const found = leastConcession(limits, reduce, to, sheet, (next) => set(draft(next), tightest));
    limits = { ...limits, [reduce]: found.kept };
    sheet = found.sheet;
    conceded.push({ reduce, to: found.kept });
    if (sheet.spare >= 0) return page(sheet, conceded);
  }
  if (process.env.OV) return page(sheet, conceded);
  throw new Overset(template.id, full.topic, full.language, paperId, -sheet.spare);
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

/** Keeps as many as fit, by bisection between `to` and what there is; where not even `to` fits, that is the sheet. */
function leastConcession(
  limits: Limits,
  reduce: keyof Limits,
  to: number,
  overset: Sheet,
  set: (limits: Limits) => Sheet,
): { kept: number; sheet: Sheet } {
  let kept = to;
  let sheet = set({ ...limits, [reduce]: to });
  if (sheet.spare < 0) return { kept, sheet };
  let low = to + 1;
  let high = limits[reduce] - 1;
  let [lowSpare, highSpare] = [sheet.spare, overset.spare];
  while (low <= high) {
    // The height falls about evenly with each item given up, so the place is guessed from the spare on both sides.
    const guess = low + Math.floor(((high - low + 1) * lowSpare) / (lowSpare - highSpare));
    const middle = Math.min(high, Math.max(low, guess));
    const next = set({ ...limits, [reduce]: middle });
    if (next.spare >= 0) {
      [kept, sheet, low, lowSpare] = [middle, next, middle + 1, next.spare];
    } else [high, highSpare] = [middle - 1, next.spare];
  }
  return { kept, sheet };
}

/** Limits no higher than what there is to limit, so that bisection starts from real numbers. */
function drawn(limits: Limits, { tally }: Briefing): Limits {
  return {
    statements: Math.min(limits.statements, tally.statements.shown),
    disputes: Math.min(limits.disputes, tally.disputes.shown),
    events: Math.min(limits.events, tally.events.shown),
  };
}

/** Names lose up to two letters at their end when they are inflected; what is left still tells them apart. */
function stems(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => (name.length > 5 ? name.slice(0, -2) : name)));
}
