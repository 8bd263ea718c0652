/**
 * From an edition to a briefing: the sections that the template names, in its order, within the limits. In: an edition
 * and a request. Out: what the sheet says, every word of it. The same input gives the same briefing; paper, points and
 * file formats come later and elsewhere.
 */
import type { Briefing, Limits, Section } from "../model/briefing.ts";
import type { Draft } from "../model/draft.ts";
import type { Edition } from "../model/edition.ts";
import type { LibraryEvent, Statement } from "../model/library.ts";
import { inLanguage } from "../model/localized.ts";
import type { SectionPlan } from "../model/template.ts";
import { briefingAbout } from "./briefing-about.ts";
import { copyLengthOf } from "./choice/copy-length.ts";
import { inOrderOfTime } from "./choice/rank.ts";
import { type RankedSheet, rankSheet } from "./choice/rank-sheet.ts";
import { citedIn } from "./context/cited-in.ts";
import { type ComposeContext, openContext, type Request } from "./context/compose-context.ts";
import { indexLibrary } from "./context/library-index.ts";
import { PartCache } from "./context/part-cache.ts";
import { changes } from "./sections/changes-listed.ts";
import { colophon } from "./sections/colophon.ts";
import { disputes } from "./sections/disputes.ts";
import { masthead, standfirst } from "./sections/masthead.ts";
import { matrix } from "./sections/matrix.ts";
import { omitted } from "./sections/omitted.ts";
import { positions } from "./sections/position-groups.ts";
import { sources } from "./sections/sources.ts";
import { timeline } from "./sections/timeline.ts";

/** One briefing, within the limits asked for or else the template's. */
export function composeBriefing(edition: Edition, request: Request): Briefing {
  return draftBriefing(edition, request).within(request.limits ?? request.template.limits);
}

/** What a sheet is composed from again and again while it is fitted: ranked once, composed for each set of limits. */
export function draftBriefing(edition: Edition, request: Omit<Request, "limits">): Draft {
  const { library } = edition;
  const { topic, template, language } = request;
  const index = indexLibrary(library);
  const sheet = rankSheet(edition, request, index);
  const { ranked, totals } = sheet;
  const cache = new PartCache();
  const names = library.speakers.flatMap(({ name }) => inLanguage(name, language).text.split(" "));
  const shownWithin = (limits: Limits): Limits => ({
    statements: Math.min(limits.statements, ranked.statements.length),
    disputes: Math.min(limits.disputes, ranked.disputes.length),
    notes: Math.min(limits.notes, limits.disputes, ranked.disputes.length),
    events: Math.min(limits.events, ranked.events.length),
    changes: Math.min(limits.changes, ranked.changes.length),
    answers: Math.min(limits.answers, ranked.answers.length),
    viewpoints: Math.min(limits.viewpoints, totals.viewpoints),
  });

  return {
    topic: topic.id,
    language,
    names,
    most: shownWithin(template.limits),
    copyLength: copyLengthOf(ranked, language),
    within(limits) {
      const shown = shownWithin(limits);
      const context = openContext(edition, request, index, sheet.about, limits, cache);
      const tally = tallyOf(shown, totals);
      const chosen = ranked.statements.slice(0, shown.statements);
      const events = inOrderOfTime(ranked.events.slice(0, shown.events));
      return briefingAbout(context, writeSections(context, sheet, chosen, events, tally), tally, names);
    },
  };
}

/** How many are shown of how many there are; of notes, there are as many as disputes are shown. */
function tallyOf(shown: Limits, totals: Limits): Briefing["tally"] {
  return {
    statements: { shown: shown.statements, total: totals.statements },
    disputes: { shown: shown.disputes, total: totals.disputes },
    notes: { shown: shown.notes, total: shown.disputes },
    events: { shown: shown.events, total: totals.events },
    changes: { shown: shown.changes, total: totals.changes },
    answers: { shown: shown.answers, total: totals.answers },
    viewpoints: { shown: shown.viewpoints, total: totals.viewpoints },
  };
}

function writeSections(
  context: ComposeContext,
  { by, ranked }: RankedSheet,
  chosen: readonly Statement[],
  events: readonly LibraryEvent[],
  tally: Briefing["tally"],
): readonly Section[] {
  const { cache, language } = context;
  const translated = chosen.some((statement) => statement.translated?.includes(language));
  const writers: Readonly<Record<Exclude<SectionPlan["section"], "sources">, () => Section>> = {
    masthead: () => cache.keep("masthead", () => masthead(context)),
    standfirst: () => cache.keep("standfirst", () => standfirst(context)),
    matrix: () => cache.keep(`matrix ${context.limits.answers}`, () => matrix(context)),
    disputes: () => cache.keep(`disputes ${tally.disputes.shown} ${tally.notes.shown}`, () => disputes(context)),
    colophon: () => cache.keep(`colophon ${translated}`, () => colophon(context, translated)),
    timeline: () => cache.keep(`timeline ${events.length}`, () => timeline(context, events)),
    // A dispute that was opened is told by its letter where it is on the sheet.
    changes: () =>
      cache.keep(`changes ${tally.changes.shown} ${tally.disputes.shown}`, () =>
        changes(context, ranked.changes, tally.changes.shown),
      ),
    // The disputes on the sheet tell which statements carry which letter.
    positions: () =>
      cache.keep(`positions ${chosen.length} ${context.limits.answers} ${tally.disputes.shown}`, () =>
        positions(context, by, chosen),
      ),
    omitted: () => cache.keep(`omitted ${JSON.stringify(tally)}`, () => omitted(context, tally)),
  };
  const written = context.template.sections.map(({ section }) => (section === "sources" ? null : writers[section]()));
  const cited = citedIn(
    context.library,
    written.filter((section) => section !== null),
  );
  const key = `sources ${context.limits.viewpoints} ${cited.map(({ id }) => id).join(" ")}`;
  return written.map((section) => section ?? cache.keep(key, () => sources(context, cited)));
}
