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

  const drafted = drawn(template.limits, full);
  let limits = drafted;
  let sheet = smallest;
  const attempt = (next: Limits): Sheet => set(draft(next), tightest);
  for (const { reduce, to } of template.concessions) {
    if (limits[reduce] <= to) continue;
    const found = mostThatFits(limits, reduce, [to, limits[reduce]], sheet, attempt);
    limits = { ...limits, [reduce]: found.kept };
    sheet = found.sheet;
    if (sheet.spare < 0) continue;
    // What gave way last is the dearest, so it is the first to come back where the others have made room for it.
    for (const key of lastConceded(template.concessions, reduce)) {
      if (limits[key] >= drafted[key]) continue;
      const restored = mostThatFits(limits, key, [limits[key], drafted[key] + 1], sheet, attempt);
      limits = { ...limits, [key]: restored.kept };
      sheet = restored.sheet;
    }
    return page(sheet, conceded(template.limits, drafted, limits));
  }
  throw new Overset(template.id, full.topic, full.language, paperId, -sheet.spare);
}

/** What was given up in the end, in the order of the limits. */
function conceded(order: Limits, drafted: Limits, limits: Limits): readonly Concession[] {
  return (Object.keys(order) as (keyof Limits)[])
    .filter((reduce) => limits[reduce] < drafted[reduce])
    .map((reduce) => ({ reduce, to: limits[reduce] }));
}

/** The kinds of concession up to and with the one made last, latest first, each once. */
function lastConceded(concessions: readonly Concession[], last: keyof Limits): readonly (keyof Limits)[] {
  const kinds = concessions.map(({ reduce }) => reduce);
  return [...new Set(kinds.slice(0, kinds.lastIndexOf(last) + 1).reverse())];
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

/**
 * Keeps as many as fit of one kind: at least `least`, fewer than `most`, of which it is known that it does not fit.
 * Where not even `least` fits, that is the sheet.
 */
function mostThatFits(
  limits: Limits,
  kind: keyof Limits,
  [least, most]: readonly [number, number],
  current: Sheet,
  attempt: (limits: Limits) => Sheet,
): { kept: number; sheet: Sheet } {
  let kept = least;
  let sheet = limits[kind] === least ? current : attempt({ ...limits, [kind]: least });
  if (sheet.spare < 0) return { kept, sheet };
  let [low, high] = [least + 1, most - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const next = attempt({ ...limits, [kind]: middle });
    if (next.spare >= 0) [kept, sheet, low] = [middle, next, middle + 1];
    else high = middle - 1;
  }
  return { kept, sheet };
}

/** Limits no higher than what there is to limit, so that bisection starts from real numbers. */
function drawn(limits: Limits, { tally }: Briefing): Limits {
  return {
    statements: Math.min(limits.statements, tally.statements.shown),
    disputes: Math.min(limits.disputes, tally.disputes.shown),
    notes: Math.min(limits.notes, tally.notes.shown),
    events: Math.min(limits.events, tally.events.shown),
  };
}

/** Names lose up to two letters at their end when they are inflected; what is left still tells them apart. */
function stems(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => (name.length > 5 ? name.slice(0, -2) : name)));
}
