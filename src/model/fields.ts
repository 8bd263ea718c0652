/**
 * What fields of entries are made of: texts with their caps, dates, addresses, citations. In: nothing. Out: schemas, each
 * with a sentence for whoever filled it in wrong. It knows no entry.
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
  label: 70,
  note: 420,
  side: 240,
  correction: 240,
  short: 40,
  articleTitle: 200,
  quote: 200,
  address: 500,
  citations: 8,
  /** As many as a sheet has columns for. */
  actors: 4,
  jointSpeakers: 5,
  issues: 5000,
} as const;

export const id = v.pipe(
  v.string("must be text"),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens, such as kyiv-no-land"),
  v.maxLength(CAPS.name, `is longer than ${CAPS.name} characters; shorten the identifier`),
);

export const line = (cap: number) =>
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
export const partialDate = v.pipe(
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

export const sha256 = v.pipe(
  v.string("must be text"),
  v.regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in 64 lower-case hexadecimal digits"),
);

export const webAddress = v.pipe(
  line(CAPS.address),
  v.check((text) => /^https?:\/\//i.test(text) && URL.canParse(text), "must be an address that begins with https://"),
);

export const citation = v.strictObject({
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

export const citations = v.pipe(
  v.array(citation, "must be a list of citations"),
  v.minLength(1, "needs at least one citation: an article and a paragraph"),
  v.maxLength(CAPS.citations, `has more than ${CAPS.citations} citations; keep those that say it best`),
);

/** Words that carry claims of their own, and so their own citations. */
export const cited = (cap: number) => v.strictObject({ text: localized(cap), citations });
