/**
 * Everything that could be on a sheet, in the order in which it is kept when not all of it fits, and how much there is in
 * all. In: a library, a request and its index. Out: ranked statements, disputes, events and lines of answers. It
 * composes nothing and knows no limits.
 */
import type { Limits } from "../../model/briefing.ts";
import type { Edition } from "../../model/edition.ts";
import type { Dispute, Library, Statement } from "../../model/library.ts";
import { inLanguage } from "../../model/localized.ts";
import type { SectionPlan } from "../../model/template.ts";
import type { Topic } from "../../model/topic.ts";
import type { FoundAnswer } from "../context/answers.ts";
import type { Composition, Request } from "../context/compose-context.ts";
import type { LibraryIndex } from "../context/library-index.ts";
import { dimension } from "../sections/position-groups.ts";
import type { Ranked } from "./copy-length.ts";
import { pinnedFirst, rankEvents, rankStatements } from "./rank.ts";
import { changesAbout } from "./rank-changes.ts";

export interface RankedSheet {
  /** What makes a group of statements. */
  readonly by: "actor" | "issue";
  /** All disputes on the topic, on the sheet or not. */
  readonly about: readonly Dispute[];
  /** What the template has a place for. */
  readonly ranked: Ranked;
  /** How much the library holds, whatever the template. */
  readonly totals: Limits;
}

export function rankSheet(edition: Edition, request: Omit<Request, "limits">, index: LibraryIndex): RankedSheet {
  const { library } = edition;
  const { topic, template, language } = request;
  const plan = template.sections.find(({ section }) => section === "positions");
  const by = dimension(topic, plan?.groupBy ?? "actor");
  const about = pinnedFirst(index.disputesAbout(topic));
  const answerLength = (actor: string, issue: string): number => lengthOfAnswer(index.answer(actor, issue), language);
  // What is on nobody's side is a group of its own.
  const groupOf = (statement: Statement): string => statement[by] ?? "";
  const answerAbove = (group: string): number => (topic.kind === "issue" ? answerLength(group, topic.id) : 0);
  const statements = rankStatements(index.about(topic), {
    groupOf,
    share: plan?.fill === "groups" ? "length" : "count",
    disputes: about,
    superseded: index.superseded,
    language,
    before: answerAbove,
  });
  const events = rankEvents(library, topic);
  const changes = changesAbout(edition.changes, topic, index);
  const answers = has(template.sections, "matrix")
    ? matrixRows(library, index, language)
    : groupAnswers(library, topic, by, template, answerLength);
  const ranked: Ranked = {
    statements: plan === undefined ? [] : statements,
    disputes: has(template.sections, "disputes") ? about : [],
    events: has(template.sections, "timeline") ? events : [],
    changes: has(template.sections, "changes") ? changes : [],
    answers,
    columns:
      plan?.fill === "groups" && library.actors.length <= plan.columns
        ? { groupOf, heads: new Map(library.actors.map(({ id }) => [id, answerAbove(id)])) }
        : null,
  };
  const totals: Limits = {
    statements: statements.length,
    disputes: about.length,
    notes: about.length,
    events: events.length,
    changes: changes.length,
    answers: answers.length,
    viewpoints: library.articles.some(({ viewpoint }) => viewpoint !== null) ? 1 : 0,
  };
  return { by, about, ranked, totals };
}

/** About how many characters an answer has on the sheet, the answers of other sources included. */
function lengthOfAnswer({ statement, others }: FoundAnswer, language: string): number {
  const answers = [statement, ...others].flatMap((each) => each?.answer ?? []);
  return answers.reduce((sum, { gloss }) => sum + inLanguage(gloss, language).text.length + ANSWER, 0);
}

/** The answer's own word and its citations, in characters. */
const ANSWER = 20;

/** The length of each row of the matrix, by language: the same on every sheet that has one. */
const ROWS = new WeakMap<LibraryIndex, Map<string, readonly number[]>>();

function matrixRows({ actors, issues }: Library, index: LibraryIndex, language: string): readonly number[] {
  const known = ROWS.get(index) ?? new Map<string, readonly number[]>();
  ROWS.set(index, known);
  const rowLength = (issue: string): number =>
    actors.reduce((sum, { id }) => sum + lengthOfAnswer(index.answer(id, issue), language), 0);
  const rows = known.get(language) ?? (actors.length === 0 ? [] : issues.map(({ id }) => rowLength(id)));
  known.set(language, rows);
  return rows;
}

/** The length of each line of answers that heads a group. */
function groupAnswers(
  { actors, issues }: Library,
  topic: Topic,
  by: "actor" | "issue",
  template: Composition,
  lengthOf: (actor: string, issue: string) => number,
): readonly number[] {
  if (topic.kind === "overview" || !has(template.sections, "positions")) return [];
  return by === "actor"
    ? actors.map(({ id }) => lengthOf(id, topic.id))
    : issues.map(({ id }) => lengthOf(topic.id, id));
}

function has(sections: readonly SectionPlan[], wanted: SectionPlan["section"]): boolean {
  return sections.some(({ section }) => section === wanted);
}
