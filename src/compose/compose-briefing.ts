/**
 * From an edition to a briefing: the sections that the template names, in its order, within the limits. In: an edition
 * and a request. Out: what the sheet says, every word of it. The same input gives the same briefing; paper, points and
 * file formats come later and elsewhere.
 */
import type { Briefing, Limits, Section } from "../model/briefing.ts";
import type { Edition } from "../model/edition.ts";
import type { Library, LibraryEvent, Statement } from "../model/library.ts";
import type { SectionPlan } from "../model/template.ts";
import { inLanguage } from "../model/text.ts";
import type { Topic } from "../model/topic.ts";
import type { FoundAnswer } from "./answers.ts";
import { catalogueOf } from "./catalogue.ts";
import { type Composition, type Desk, openDesk, type Request } from "./desk.ts";
import { Drafts } from "./drafts.ts";
import { linksOf } from "./links.ts";
import { disputesAbout, inOrderOfTime, rankEvents, rankStatements } from "./rank.ts";
import { colophon } from "./sections/colophon.ts";
import { disputes, flagDisputes } from "./sections/disputes.ts";
import { masthead, standfirst, titleOf } from "./sections/masthead.ts";
import { matrix } from "./sections/matrix.ts";
import { omitted } from "./sections/omitted.ts";
import { dimension, positions } from "./sections/positions.ts";
import { sources } from "./sections/sources.ts";
import { timeline } from "./sections/timeline.ts";

/** One briefing, within the limits asked for or else the template's. */
export function composeBriefing(edition: Edition, request: Request): Briefing {
  return draftBriefing(edition, request)(request.limits ?? request.template.limits);
}

/** What a sheet is drafted from again and again while it is fitted: ranked once, composed for each set of limits. */
export function draftBriefing(edition: Edition, request: Omit<Request, "limits">): (limits: Limits) => Briefing {
  const { library } = edition;
  const { topic, template, language } = request;
  const plan = template.sections.find(({ section }) => section === "positions");
  const by = dimension(topic, plan?.groupBy ?? "actor");
  const catalogue = catalogueOf(library);
  const about = disputesAbout(library, topic, catalogue.statements);
  const ranked = rankStatements(library, topic, {
    groupOf: (statement) => statement[by],
    share: plan?.fill === "groups" ? "length" : "count",
    disputes: about,
    superseded: catalogue.superseded,
    language,
    before: (group) => (topic.kind === "issue" ? answerLength(catalogue.answer(group, topic.id), language) : 0),
  });
  const events = rankEvents(library, topic);
  const answers = answerLines(library, topic, by, template);
  const drafts = new Drafts();

  return (limits) => {
    const desk = openDesk(edition, request, catalogue, about, limits, drafts);
    flagDisputes(desk);
    const chosen = ranked.slice(0, plan === undefined ? 0 : limits.statements);
    const shownEvents = inOrderOfTime(events.slice(0, has(template.sections, "timeline") ? limits.events : 0));
    const shownDisputes = has(template.sections, "disputes") ? desk.disputes.length : 0;
    const tally = {
      statements: { shown: chosen.length, total: ranked.length },
      disputes: { shown: shownDisputes, total: about.length },
      notes: { shown: Math.min(shownDisputes, limits.notes), total: shownDisputes },
      events: { shown: shownEvents.length, total: events.length },
      answers: { shown: Math.min(answers, limits.answers), total: answers },
    };
    const sections = writeSections(desk, by, chosen, shownEvents, tally);
    const { title, below } = titleOf(desk);
    return {
      topic: topic.id,
      language,
      template: template.id,
      edition: edition.id,
      issued: edition.issued,
      title: title.text,
      summary: below?.text ?? title.text,
      sections,
      names: library.speakers.flatMap(({ name }) => inLanguage(name, language).text.split(" ")),
      tally,
      links: linksOf(desk),
    };
  };
}

function writeSections(
  desk: Desk,
  by: "actor" | "issue",
  chosen: readonly Statement[],
  events: readonly LibraryEvent[],
  tally: Briefing["tally"],
): readonly Section[] {
  const { drafts } = desk;
  const writers: Readonly<Record<SectionPlan["section"], () => Section>> = {
    masthead: () => drafts.keep("masthead", () => masthead(desk)),
    standfirst: () => desk.keep("standfirst", () => standfirst(desk)),
    matrix: () => desk.keep(`matrix ${desk.limits.answers}`, () => matrix(desk)),
    disputes: () => disputes(desk),
    sources: () => sources(desk),
    colophon: () => drafts.keep("colophon", () => colophon(desk)),
    timeline: () => timeline(desk, events),
    positions: () => positions(desk, by, chosen),
    omitted: () => drafts.keep(`omitted ${JSON.stringify(tally)}`, () => omitted(desk, tally)),
  };
  return desk.template.sections.map(({ section }) => writers[section]()).filter(({ parts }) => parts.length > 0);
}

/** About how many characters a group's answer has on the sheet, the answers of other sources included. */
function answerLength({ statement, others }: FoundAnswer, language: string): number {
  const answers = [statement, ...others].flatMap((each) => each?.answer ?? []);
  return answers.reduce((sum, { gloss }) => sum + inLanguage(gloss, language).text.length + ANSWER, 0);
}

/** The answer's own word and its citations, in characters. */
const ANSWER = 20;

/** How many lines of answers a sheet has at most: the rows of its matrix, or else one a group. */
function answerLines(library: Library, topic: Topic, by: "actor" | "issue", template: Composition): number {
  if (has(template.sections, "matrix")) return library.actors.length === 0 ? 0 : library.issues.length;
  if (topic.kind === "overview" || !has(template.sections, "positions")) return 0;
  return (by === "actor" ? library.actors : library.issues).length;
}

function has(sections: readonly SectionPlan[], wanted: SectionPlan["section"]): boolean {
  return sections.some(({ section }) => section === wanted);
}
