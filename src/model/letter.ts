/**
 * A letter: what a newsletter can say of an edition or of one topic of it, short enough to be pasted into one. In: nothing.
 * Out: the value that all blocks of the newsletter kit are written from, which is why they carry the same words. Its
 * parts are those of a briefing; it holds no markup and no colour, and every address in it names the edition.
 */
import type { Heading, List, Paragraph, SectionKind, Tally } from "./briefing.ts";
import type { Language } from "./localized.ts";

/**
 * Fewer kinds of parts than a sheet has: what is pasted into a mail has no matrix and no plot. An item of a list is one
 * paragraph, since programs do not agree on how Markdown indents a second.
 */
export interface LetterSection {
  readonly kind: SectionKind;
  readonly parts: readonly (Heading | Paragraph | List)[];
}

/**
 * The preview card. `alt` says nothing that the words below it do not say as well, so a format without pictures has
 * none.
 */
export interface Picture {
  readonly src: string;
  /** Where it leads. */
  readonly href: string;
  readonly alt: string;
  /** In CSS pixels, of the file. */
  readonly width: number;
  readonly height: number;
}

/** How much of an edition a letter tells; each is lowered until the letter is short enough. */
export interface LetterLimits {
  readonly changes: number;
  readonly topics: number;
  readonly answers: number;
  readonly disputes: number;
  /** Disputes that tell what each side says. */
  readonly sides: number;
  /** 1 with the few sentences about the whole, 0 without. */
  readonly standfirst: number;
  /** 1 with the preview card, 0 without. */
  readonly picture: number;
}

export interface Letter {
  /** Null tells of the whole edition. */
  readonly topic: string | null;
  readonly language: Language;
  readonly edition: string;
  /** ISO 8601 in UTC. */
  readonly issued: string;
  readonly title: string;
  /** With the subject. */
  readonly longTitle: string;
  readonly picture: Picture | null;
  readonly sections: readonly LetterSection[];
  readonly tally: Readonly<Record<keyof LetterLimits, Tally>>;
  /** Of the page it is about, the one that tells all, and the PDF where there is one. */
  readonly links: { readonly page: string; readonly all: string; readonly pdf: string | null };
}

/** A letter that can be had shorter: what gives way, in order, and to how many. */
export interface LetterDraft {
  readonly most: LetterLimits;
  readonly concessions: readonly (readonly [what: keyof LetterLimits, least: number])[];
  within(limits: LetterLimits): Letter;
}

/** The formats that a letter is pasted in. */
export type BlockEnding = "html" | "md" | "txt";

export interface Block {
  readonly content: string;
  /** Of UTF-8. */
  readonly bytes: number;
}

/** A letter with its blocks. */
export interface Kit {
  readonly letter: Letter;
  readonly blocks: Readonly<Record<BlockEnding, Block>>;
}

/** Bytes of UTF-8 that the HTML block never reaches: a mail of several is still far from where mail programs cut it off. */
export const BLOCK_LIMIT = 10_000;
