/**
 * From an edition to a briefing: the sections that the template names, in its order, within the limits. In: an edition
 * and a request. Out: what the sheet says, every word of it. The same input gives the same briefing; paper, points and
 * file formats come later and elsewhere.
 */
import type { Briefing, Section } from "../model/briefing.ts";
import type { Edition } from "../model/edition.ts";
import type { SectionPlan } from "../model/template.ts";
import { inLanguage } from "../model/text.ts";
import { isAbout } from "../model/topic.ts";
import { type Desk, openDesk, type Request } from "./desk.ts";
import { linksOf } from "./links.ts";
import { disputesAbout, eventsFor, rankStatements } from "./rank.ts";
import { colophon } from "./sections/colophon.ts";
import { disputes, flagDisputes } from "./sections/disputes.ts";
import { masthead, standfirst, titleOf } from "./sections/masthead.ts";
import { matrix } from "./sections/matrix.ts";
import { dimension, omittedLine, positions } from "./sections/positions.ts";
import { sources } from "./sections/sources.ts";
import { timeline } from "./sections/timeline.ts";

export function composeBriefing(edition: Edition, request: Request): Briefing {
  const { library } = edition;
  const { topic, template } = request;
  const limits = request.limits ?? template.limits;
  const about = disputesAbout(library, topic);
  const desk = openDesk(edition, request, about);
  flagDisputes(desk);

  const plan = template.sections.find(({ section }) => section === "positions");
  const by = dimension(desk, plan?.groupBy ?? "actor");
  const statements = library.statements.filter((statement) => isAbout(statement, topic));
  const ranked = rankStatements(library, topic, {
    groupOf: (statement) => statement[by],
    share: plan?.fill === "groups" ? "length" : "count",
    disputes: about,
    language: request.language,
  });
  const chosen = ranked.slice(0, plan === undefined ? 0 : limits.statements);
  const events = eventsFor(library, topic, has(template.sections, "timeline") ? limits.events : 0);
  const shownDisputes = has(template.sections, "disputes") ? desk.disputes.length : 0;
  const tally = {
    statements: { shown: chosen.length, total: statements.length },
    disputes: { shown: shownDisputes, total: about.length },
    notes: { shown: Math.min(shownDisputes, limits.notes), total: shownDisputes },
    events: { shown: events.chosen.length, total: events.total },
  };

  const writers: Readonly<Record<SectionPlan["section"], (desk: Desk) => Section>> = {
    masthead,
    standfirst,
    matrix,
    disputes,
    sources,
    colophon,
    timeline: () => timeline(desk, events.chosen),
    positions: () => positions(desk, by, chosen),
    omitted: () => {
      const line = omittedLine(desk, tally);
      return { kind: "omitted", parts: line === null ? [] : [line] };
    },
  };
  const sections = template.sections.map(({ section }) => writers[section](desk)).filter(({ parts }) => parts.length > 0);
  return {
    topic: topic.id,
    language: request.language,
    template: template.id,
    edition: edition.id,
    issued: edition.issued,
    title: titleOf(desk).title.text,
    summary: titleOf(desk).below?.text ?? titleOf(desk).title.text,
    sections,
    names: library.speakers.flatMap(({ name }) => inLanguage(name, request.language).text.split(" ")),
    tally,
    links: linksOf(desk),
  };
}

function has(sections: readonly SectionPlan[], wanted: SectionPlan["section"]): boolean {
  return sections.some(({ section }) => section === wanted);
}
