/**
 * A preview card: what a chat or a feed shows of a topic beside a link, as words and as a picture. In: nothing. Out: the
 * types that `compose/` fills with words, `typeset/` with places and `formats/card/` draws. Every word of it stands on
 * the topic's sheet too.
 */
import type { Answer, Run } from "./briefing.ts";
import type { Mark } from "./library.ts";
import type { Placed } from "./page.ts";
import type { Look, Rung } from "./template.ts";

export interface Card {
  readonly language: string;
  readonly runningHead: readonly Run[];
  readonly kicker: readonly Run[];
  readonly title: Run;
  /** Of the actor whom the card is about. */
  readonly mark: Mark | null;
  /** An issue's question, or whom an actor's name stands for. */
  readonly below: Run | null;
  readonly body: CardEntries | CardMatrix;
  /** Where the newest sheet is, from the whole address to the site alone; a card takes the first that it has room for. */
  readonly addresses: readonly string[];
  /** Who or what wrote the summaries, and who has reviewed them. */
  readonly authorship: string;
  /** Says what the card shows, with nothing shortened. */
  readonly alt: string;
}

/** The answers of all actors to one issue, or of one actor to several. */
export interface CardEntries {
  readonly kind: "entries";
  readonly columns: number;
  readonly entries: readonly CardEntry[];
  readonly left: Left;
}

export interface CardEntry {
  readonly name: Run;
  readonly mark: Mark | null;
  readonly answer: CardAnswer;
}

export interface CardMatrix {
  readonly kind: "matrix";
  readonly actors: readonly { readonly name: Run; readonly mark: Mark }[];
  readonly rows: readonly { readonly title: Run; readonly answers: readonly CardAnswer[] }[];
  readonly left: Left;
}

export interface CardAnswer {
  readonly answer: Answer;
  readonly word: string;
  /** What other sources have the actor answer. */
  readonly others: readonly { readonly answer: Answer; readonly word: string }[];
  /** That sources differ, and what the others say; empty where they do not. */
  readonly contested: string;
  /** The answer in a few words more; null where there is none. */
  readonly gloss: Run | null;
}

/** By how many of the body's entries or rows are shown: in words how many there are besides; empty where there is none. */
export type Left = readonly string[];

/** The card as it is drawn: pixels, origin top left. */
export interface SetCard {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  /** What had to be shortened ends in an ellipsis. */
  readonly items: readonly Placed[];
}

/** How a card is set, as data; sizes are in pixels. */
export interface CardTemplate extends Look {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly gutter: number;
  /** The first column of a matrix, as a share of the measure. */
  readonly stub: number;
  /** From the most generous to the tightest, which holds anything. */
  readonly ladder: readonly CardRung[];
}

export interface CardRung extends Rung {
  /** Whether there is room for more than the word of an answer. */
  readonly glosses: boolean;
  /** Rows of entries, and rows of a matrix. */
  readonly rows: { readonly entries: number; readonly matrix: number };
  /** The most lines that each part may have. */
  readonly lines: CardLines;
}

export interface CardLines {
  readonly title: number;
  readonly below: number;
  readonly name: number;
  readonly gloss: number;
}
