/**
 * The library: what the articles say, as plain readonly values with the shapes and caps that hold for each field.
 * In: nothing. Out: the schemas and the types read off them. It does not check references between entries
 * (`parse-library.ts` does) and knows neither where a library is kept nor how it is shown.
 */
import * as v from "valibot";

/** Longest texts in characters; they keep the cost of setting a page constant and the page with no statements in bounds. */
export const CAPS = {
  name: 60,
  title: 110,
  remark: 160,
  dating: 100,
  gloss: 60,
  question: 140,
  standfirst: 520,
  statement: 420,
  event: 240,
  note: 420,
  side: 240,
  correction: 240,
  short: 40,
  articleTitle: 200,
  quote: 200,
  address: 500,
  citations: 8,
  actors: 4,
  issues: 5000,
} as const;

const id = v.pipe(
  v.string("must be text"),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens, such as kyiv-no-land"),
  v.maxLength(CAPS.name, `is longer than ${CAPS.name} characters; shorten the identifier`),
);

const line = (cap: number) =>
  v.pipe(
    v.string("must be text"),
    v.nonEmpty("must not be empty"),
    v.maxLength(cap, (issue) => `has ${issue.input.length} characters; shorten it to ${cap} or fewer`),
  );

export const localized = (cap: number) =>
  v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, "must be a language tag such as de")), line(cap)),
    v.check((text) => Object.keys(text).length > 0, "needs a text in at least one language"),
  );

/** A day, month or year: `2025-08-15`, `2025-08`, `2025`. The length is the precision. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const partialDate = v.pipe(
  v.string("must be a date in quotation marks"),
  v.regex(DATE, "must be a date such as 2025-08-15, or 2025-08 or 2025 where no more is known"),
  v.check(
    (text) => text.length < 10 || !DATE.test(text) || isDay(text),
    (issue) => `${issue.input} is not a day of the calendar`,
  ),
);

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const sha256 = v.pipe(
  v.string("must be text"),
  v.regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in 64 lower-case hexadecimal digits"),
);

const webAddress = v.pipe(
  line(CAPS.address),
  v.check((text) => /^https?:\/\//i.test(text) && URL.canParse(text), "must be an address that begins with https://"),
);

const citation = v.strictObject({
  article: id,
  /** The n-th non-empty line of the source file, counted from 1. */
  paragraph: v.pipe(
    v.number("must be a number"),
    v.integer("must be a whole number"),
    v.minValue(1, "is counted from 1"),
  ),
  /** The shortest words that stand in that paragraph and nowhere else in it; found there by machine, never set on paper. */
  quote: v.optional(v.pipe(line(CAPS.quote), v.regex(/^\P{Cc}*$/u, "has line ends or tabs; quote the words alone"))),
  /** Why a quotation has more than eight words. */
  quoteReason: v.optional(line(CAPS.remark)),
  /** Of the paragraph's text without the spaces around it, in UTF-8: another text in its place is noticed. */
  sha256: v.optional(sha256),
});

const citations = v.pipe(
  v.array(citation, "must be a list of citations"),
  v.minLength(1, "needs at least one citation: an article and a paragraph"),
  v.maxLength(CAPS.citations, `has more than ${CAPS.citations} citations; keep those that say it best`),
);

/** Words that carry claims of their own, and so their own citations. */
const cited = (cap: number) => v.strictObject({ text: localized(cap), citations });

export const actorSchema = v.strictObject({
  id,
  name: localized(CAPS.name),
  /** Who is meant by the capital's name. */
  standsFor: localized(CAPS.remark),
  mark: v.picklist(["circle", "square", "triangle", "diamond"], "must be circle, square, triangle or diamond"),
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

export const statementSchema = v.strictObject({
  id,
  /** For an assessment: whom the author writes about. */
  actor: id,
  issue: id,
  /** An assessment belongs to the author of the article cited first, never to the actor. */
  kind: v.picklist(
    ["position", "demand", "red-line", "offer", "action", "assessment"],
    "must be position, demand, red-line, offer, action or assessment",
  ),
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
});

export const eventSchema = v.strictObject({
  id,
  date: partialDate,
  priority: v.pipe(v.number(), v.integer(), v.minValue(1, "is 1 to 5"), v.maxValue(5, "is 1 to 5")),
  text: localized(CAPS.event),
  citations,
  /** The issues on whose sheets the event belongs; none means all. */
  issues: v.array(id),
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
