/**
 * A briefing: what is said about one topic in one language, as an ordered list of sections whose parts are headings,
 * paragraphs, lists, tables and figures. Every format and the page are made from this one value, in this order, which
 * is why they carry the same words. It holds no HTML, no points and no colour.
 */
import type { DisputeChange, EntryChange, StatementChange } from "./changes.ts";
import type { AnswerValue, Article, Mark } from "./library.ts";
import type { Language } from "./localized.ts";

/** What a stretch of text is, besides its words. */
export type Voice =
  | "plain"
  /** Words that carry a line: names, lead-ins. */
  | "strong"
  /** Words about the words: kind, speaker, date. */
  | "label"
  /** `2¶5`: source 2, paragraph 5. */
  | "citation"
  /** `≠A`: this statement is part of dispute A. */
  | "flag";

export interface Run {
  readonly text: string;
  readonly voice: Voice;
  /** Set only where it differs from the briefing's language. */
  readonly lang?: Language;
  /** An absolute URL. */
  readonly href?: string;
  /** The number of the source a citation points to, or the letter of a dispute; with an `href`, what it names is there. */
  readonly target?: CitedPlace | { readonly dispute: string };
}

export interface CitedPlace {
  readonly source: number;
  /** Words of the paragraph that bear it out, in the source's language; they are never part of the sheet. */
  readonly quote?: string;
}

export interface Answer {
  readonly value: AnswerValue | "not-stated";
  /** Sources give different answers. */
  readonly contested: boolean;
}

export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly runs: readonly Run[];
  /** Tells the actor apart without colour. */
  readonly mark?: Mark;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** What the paragraph does on the sheet; templates give each style its type. */
  readonly style: ParagraphStyle;
  readonly runs: readonly Run[];
  /** Drawn before the words, which say the same. */
  readonly answer?: Answer;
}

export type ParagraphStyle =
  | "running-head"
  /** Why this edition replaces another. */
  | "correction"
  | "kicker"
  | "question"
  | "standfirst"
  | "answer"
  | "lead"
  | "body"
  | "note"
  | "legend"
  | "omitted"
  | "colophon";

export interface List {
  readonly kind: "list";
  readonly style: "statements" | "disputes" | "events" | "changes" | "sources";
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly kind: "item";
  /** The number, letter or date an item is found by. */
  readonly label?: string;
  /** Anchor within a page, unique in the briefing. */
  readonly anchor: string;
  /** The statement that this item prints; the page counts these. */
  readonly statement?: string;
  /** The difference to an earlier edition that this item tells. */
  readonly change?: ToldChange;
  /** The difference of anything else that this item tells. */
  readonly entryChange?: Pick<EntryChange, "of" | "kind" | "id">;
  readonly parts: readonly Paragraph[];
}

/** `id` names a statement where one is new, changed or withdrawn, and else a dispute. */
export interface ToldChange {
  readonly kind: StatementChange["kind"] | DisputeChange["kind"];
  readonly id: string;
  /** How a statement came to be new or changed. */
  readonly how?: Manner;
}

/** What the data say of it: the actor moved, a source was added, or we were wrong. */
export type Manner = "position" | "source" | "correction";

export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly kind: "row";
  readonly cells: readonly Cell[];
  /** The row or column the topic is about. */
  readonly emphasised: boolean;
}

export interface Cell {
  readonly kind: "cell";
  readonly header?: "row" | "column";
  readonly runs: readonly Run[];
  readonly mark?: Mark;
  readonly answer?: Answer;
  readonly emphasised: boolean;
}

/** Dots on a line of days, numbered like the events listed below it. */
export interface Timeline {
  readonly kind: "timeline";
  /** Says what the plot says. */
  readonly alt: string;
  /** Earlier events stand before a break in the axis, one step each; `day` counts days from the first on the axis. */
  readonly dots: readonly TimelineDot[];
  /** Days the axis spans after the break; at least 1. */
  readonly days: number;
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
}

export interface TimelineDot {
  readonly label: string;
  /** Null stands before the break. */
  readonly day: number | null;
  readonly year: string;
}

/** A square of dark and light modules that holds `url`. */
export interface Code {
  readonly kind: "code";
  readonly url: string;
  readonly alt: string;
}

/** Parts that belong together and, on paper, form one column: an actor's statements, an issue's. */
export interface Group {
  readonly kind: "group";
  readonly anchor: string;
  readonly parts: readonly Part[];
}

export type Part = Heading | Paragraph | List | Table | Timeline | Code | Group;

export type SectionKind =
  | "masthead"
  | "standfirst"
  | "matrix"
  | "positions"
  | "omitted"
  | "disputes"
  | "timeline"
  | "changes"
  | "sources"
  | "colophon";

export interface Section {
  readonly kind: SectionKind;
  readonly parts: readonly Part[];
}

/** How much of the library a briefing may use; the page lowers these until it fits. */
export interface Limits {
  readonly statements: number;
  readonly disputes: number;
  /** Disputes that keep their explanatory note. */
  readonly notes: number;
  readonly events: number;
  /** Differences to the edition before, each an item. */
  readonly changes: number;
  /** Rows of the matrix, or answers that head a group. */
  readonly answers: number;
  /** 1 where sources tell what they argue for, 0 where not even that has room. */
  readonly viewpoints: number;
}

/** How many there are, and how many of them are on the sheet. */
export interface Tally {
  readonly shown: number;
  readonly total: number;
}

/** What machines are told of a page besides its words. */
export interface Particulars {
  /** What kind of page it is, in words. */
  readonly section: string;
  /** What the whole library is about, in words. */
  readonly subject: string;
  readonly about: { readonly name: string; readonly description: string | null };
  /** The topic whose preview card goes with the page, and the card in words; null where the press makes none. */
  readonly card: { readonly topic: string; readonly alt: string } | null;
  readonly authorship: Authorship;
  readonly correction: { readonly on: string; readonly note: string } | null;
  /** In the order of their numbers on the page. */
  readonly sources: readonly SourceFacts[];
}

/** Who or what wrote the summaries. */
export interface Authorship {
  readonly inWords: string;
  readonly byMachine: boolean;
  /** Who answers for them; null where nobody does. */
  readonly reviewer: string | null;
}

/** What an article says of itself; what it does not say is null. */
export interface SourceFacts
  extends Pick<
    Article,
    "kind" | "language" | "outlet" | "author" | "date" | "title" | "url" | "archived" | "accessed"
  > {
  /** By which the page cites it. */
  readonly number: number;
  readonly description: string;
  readonly marks?: string;
  readonly short?: string;
}

export interface Briefing {
  readonly topic: string;
  readonly language: Language;
  readonly template: string;
  readonly edition: string;
  readonly issued: string;
  /** The edition that it tells the differences to; null where there is none to compare it with. */
  readonly since: string | null;
  /** The edition that this one replaces as a correction. */
  readonly corrects: string | null;
  readonly title: string;
  /** With the subject, for where nothing around it says of what it is a part. */
  readonly longTitle: string;
  /** One sentence for search engines and the contents page. */
  readonly summary: string;
  readonly sections: readonly Section[];
  /** Words that are never divided at a line's end: the names of those who speak. */
  readonly names: readonly string[];
  readonly tally: Readonly<Record<keyof Limits, Tally>>;
  /** The line by which it is cited, below a sheet's web page; other pages have none. */
  readonly citing?: string;
  /** Addresses printed on the sheet or named by its head. */
  readonly links: {
    readonly permanent: string;
    readonly newest: string;
    readonly all: string;
    /** All differences to the edition before; null where there is none before. */
    readonly changes: string | null;
  };
  readonly particulars: Particulars;
}
