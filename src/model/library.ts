/**
 * The library: what the articles say, as plain readonly values with the shapes and caps that hold for each field.
 * In: nothing. Out: the schemas and the types read off them. It does not check references between entries
 * (`parse-library.ts` does) and knows neither where a library is kept nor how it is shown.
 */
import * as v from "valibot";
import { CAPS, citations, cited, id, line, localized, partialDate, sha256, webAddress } from "./fields.ts";

/** Shapes that tell actors apart without colour. */
export const MARKS = ["circle", "square", "triangle", "diamond", "pentagon", "hexagon", "star", "cross"] as const;

/** Told in the text itself, or inferred from it; what is inferred says so. */
const dated = v.optional(v.picklist(["told", "inferred"], "must be told or inferred"));
/** Never the first to give way. */
const pinned = v.optional(v.boolean("must be true or false"));

export const actorSchema = v.strictObject({
  id,
  name: localized(CAPS.name),
  /** Who is meant by the capital's name. */
  standsFor: localized(CAPS.remark),
  mark: v.picklist(MARKS, `must be one of ${MARKS.join(", ")}`),
  standfirst: cited(CAPS.standfirst),
});

export const issueSchema = v.strictObject({
  id,
  title: localized(CAPS.name),
  /** Answered by each actor with yes, conditionally, no or unclear. */
  question: localized(CAPS.question),
  standfirst: cited(CAPS.standfirst),
});

/** Our classification, not the text's own. */
const ARTICLE_KINDS = [
  "agency-report",
  "analysis",
  "commentary",
  "essay",
  "news-report",
  "interview",
  "document",
  "study",
  "data",
  "speech",
  "broadcast",
  "press-release",
] as const;

export const articleSchema = v.strictObject({
  id,
  file: line(CAPS.name),
  sha256,
  paragraphs: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.picklist(ARTICLE_KINDS, `must be one of ${ARTICLE_KINDS.join(", ")}`),
  language: v.string(),
  /** What the text does not say about itself is null, and printed as such. */
  outlet: v.nullable(line(CAPS.name)),
  author: v.nullable(line(CAPS.name)),
  date: v.nullable(partialDate),
  /** For an undated text: what it says of its own time, such as "written before the summit". */
  dating: v.nullable(localized(CAPS.dating)),
  description: localized(CAPS.remark),
  /** Where the text argues a cause, which; otherwise null. */
  viewpoint: v.nullable(localized(CAPS.remark)),
  title: v.optional(line(CAPS.articleTitle)),
  url: v.optional(webAddress),
  /** A copy of it in an archive. */
  archived: v.optional(webAddress),
  /** The day on which it was read there. */
  accessed: v.optional(partialDate),
  /** On marks that the text has of its own, such as initials of an editor. */
  marks: v.optional(localized(CAPS.remark)),
  /** What texts call it, and no other article: "essay on the U-turn". */
  short: v.optional(localized(CAPS.short)),
});

export const speakerSchema = v.strictObject({
  id,
  /** For whom this person speaks; what they report of others is theirs and is printed so. */
  actor: v.nullable(id),
  name: localized(CAPS.name),
  office: localized(CAPS.name),
});

const STATEMENT_KINDS = ["position", "demand", "red-line", "offer", "action", "assessment", "finding"] as const;

export const statementSchema = v.strictObject({
  id,
  /** For an assessment: whom the author writes about. Null for a finding, which is nobody's side. */
  actor: v.nullable(id),
  issue: id,
  /** An assessment or a finding belongs to the author of the article cited first, never to an actor. */
  kind: v.picklist(STATEMENT_KINDS, `must be one of ${STATEMENT_KINDS.join(", ")}`),
  /** When it was said or held, as far as the articles tell. */
  asOf: v.nullable(partialDate),
  /** 1 is what a reader must not miss, 5 what can wait. */
  priority: v.pipe(v.number(), v.integer(), v.minValue(1, "is 1 to 5"), v.maxValue(5, "is 1 to 5")),
  speaker: v.nullable(id),
  text: localized(CAPS.statement),
  citations,
  answer: v.nullable(
    v.strictObject({
      value: v.picklist(["yes", "conditional", "no", "unclear"], "must be yes, conditional, no or unclear"),
      gloss: localized(CAPS.gloss),
    }),
  ),
  /** The earlier statement by the same actor that this one replaces. */
  supersedes: v.nullable(id),
  /** Who says it together with the speaker. */
  jointSpeakers: v.optional(
    v.pipe(
      v.array(id),
      v.minLength(1, "names nobody; leave the field out"),
      v.maxLength(CAPS.jointSpeakers, `names more than ${CAPS.jointSpeakers}; keep those who matter`),
    ),
  ),
  /** Which part of the actor holds it, such as Germany within Europe. */
  voice: v.optional(localized(CAPS.name)),
  dated,
  /** The languages in which words in quotation marks are a translation of what was said. */
  translated: v.optional(v.pipe(v.array(v.string()), v.minLength(1, "names no language; leave the field out"))),
  pinned,
});

export const disputeSchema = v.strictObject({
  id,
  issue: id,
  /** Two articles that cannot both be right, or a position that changed. */
  kind: v.picklist(["contradiction", "change"], "must be contradiction or change"),
  title: localized(CAPS.title),
  note: localized(CAPS.note),
  sides: v.pipe(
    v.array(
      v.strictObject({
        text: localized(CAPS.side),
        statements: v.pipe(v.array(id), v.minLength(1, "needs at least one statement")),
      }),
    ),
    v.minLength(2, "needs at least two sides"),
  ),
  pinned,
});

export const eventSchema = v.strictObject({
  id,
  date: partialDate,
  priority: v.pipe(v.number(), v.integer(), v.minValue(1, "is 1 to 5"), v.maxValue(5, "is 1 to 5")),
  text: localized(CAPS.event),
  citations,
  /** The issues on whose sheets the event belongs; none means all. */
  issues: v.array(id),
  /** What a line of days has room for. */
  label: v.optional(localized(CAPS.label)),
  /** Its last day, where it has more than one. */
  until: v.optional(partialDate),
  dated,
  pinned,
});

export const authorshipSchema = v.strictObject({
  writtenBy: v.picklist(["machine", "person"], "must be machine or person"),
  /** Who answers for the summaries; null prints "not reviewed by a person". */
  reviewedBy: v.nullable(line(CAPS.name)),
  reviewedOn: v.nullable(partialDate),
});

export const subjectSchema = v.strictObject({
  title: localized(CAPS.title),
  standfirst: cited(CAPS.standfirst),
  authorship: authorshipSchema,
});

/** A topic that was renamed: its old address leads to the new one. */
export const aliasSchema = v.strictObject({
  /** The old name. */
  id,
  /** The topic as it is called now. */
  topic: id,
});

export const librarySchema = v.strictObject({
  subject: subjectSchema,
  actors: v.pipe(
    v.array(actorSchema),
    v.maxLength(CAPS.actors, `a page holds at most ${CAPS.actors} actors side by side`),
  ),
  issues: v.pipe(v.array(issueSchema), v.maxLength(CAPS.issues, `a library holds at most ${CAPS.issues} issues`)),
  articles: v.array(articleSchema),
  speakers: v.array(speakerSchema),
  statements: v.array(statementSchema),
  disputes: v.array(disputeSchema),
  events: v.array(eventSchema),
  /** Not there where there are none, so that editions from before there were any say the same. */
  aliases: v.optional(v.array(aliasSchema)),
});

type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type Library = DeepReadonly<v.InferOutput<typeof librarySchema>>;
export type Subject = Library["subject"];
export type Actor = Library["actors"][number];
export type Issue = Library["issues"][number];
export type Article = Library["articles"][number];
export type Speaker = Library["speakers"][number];
export type Statement = Library["statements"][number];
export type Dispute = Library["disputes"][number];
export type LibraryEvent = Library["events"][number];
export type Alias = NonNullable<Library["aliases"]>[number];
export type Citation = Statement["citations"][number];
export type Mark = Actor["mark"];
export type AnswerValue = NonNullable<Statement["answer"]>["value"];
/** Who wrote a text, for what a machine wrote is told. */
export type Writer = Subject["authorship"]["writtenBy"];
export type StatementKind = Statement["kind"];
