/**
 * What can be asked of an edition: one sheet in a language, template, paper and format, everything on a topic, its
 * card, what has changed, or the contents. In: nothing. Out: the type, and the key under which each variant's file lies
 * in R2. The key holds all that the bytes depend on, so a file found under it is right without looking.
 */
import { CARD_FORMAT, ENDINGS } from "../formats/endings.ts";
import type { Ending } from "../formats/formats.ts";
import type { BlockEnding } from "../model/letter.ts";
import { DEFAULT_PAPER, type PaperId } from "../model/template.ts";
import type { EditionEntry, EditionTopic } from "../store/edition-index.ts";
import { ownTemplate } from "../store/own-template.ts";

/** The formats that are not bound to a sheet of paper. */
export type WordEnding = Exclude<Ending, "pdf">;

/** What can be made whenever it is asked for. */
export type WrittenVariant =
  | {
      readonly kind: "sheet";
      readonly language: string;
      readonly topic: EditionTopic;
      /** Its name: a file can be stored that was set with a template the running program does not have. */
      readonly template: string;
      readonly paper: PaperId;
      readonly ending: Ending;
    }
  | { readonly kind: "all"; readonly language: string; readonly topic: EditionTopic; readonly ending: WordEnding }
  | { readonly kind: "changes"; readonly language: string; readonly ending: WordEnding }
  | { readonly kind: "contents"; readonly language: string; readonly ending: "html" }
  /** The page of the newsletter kit; without a topic it is about the whole edition. */
  | { readonly kind: "kit"; readonly language: string; readonly topic: EditionTopic | null; readonly ending: "html" }
  /** What the kit's page offers to copy, by itself, and all of it as data. */
  | {
      readonly kind: "letter";
      readonly language: string;
      readonly topic: EditionTopic | null;
      readonly ending: LetterEnding;
    }
  /** What others embed. */
  | { readonly kind: "embed"; readonly language: string; readonly topic: EditionTopic; readonly ending: "html" };

export type LetterEnding = BlockEnding | "json";
export const LETTERS: readonly LetterEnding[] = ["html", "md", "txt", "json"];

/** A topic's preview card, which the press makes or nobody. */
export interface CardVariant {
  readonly kind: "card";
  readonly language: string;
  readonly topic: EditionTopic;
  readonly ending: (typeof CARD_FORMAT)["ending"];
}

export type Variant = WrittenVariant | CardVariant;

export function cardOf(topic: EditionTopic, language: string): CardVariant {
  return { kind: "card", language, topic, ending: CARD_FORMAT.ending };
}

export function contentTypeOf(variant: Variant): string {
  return variant.kind === "card" ? CARD_FORMAT.contentType : ENDINGS[variant.ending].contentType;
}

/** What is meant by a sheet's PDF where nothing else is said; its hash is in every citation. */
export function plainPdf(topic: EditionTopic, language: string): WrittenVariant {
  return { kind: "sheet", language, topic, template: ownTemplate(topic), paper: DEFAULT_PAPER, ending: "pdf" };
}

/** The edition's digest stands for its week, moment, address, library and program. */
export function fileKey(entry: Pick<EditionEntry, "id" | "digest">, variant: Variant): string {
  const edition = `files/${entry.id}/${entry.digest}/${variant.language}`;
  switch (variant.kind) {
    case "sheet":
      return `${edition}/${variant.topic.id}/${variant.template}-${variant.paper}.${variant.ending}`;
    case "all":
    case "card":
      return `${edition}/${variant.topic.id}/${variant.kind}.${variant.ending}`;
    case "kit":
      return `${edition}/${variant.topic?.id ?? "_"}/newsletter-page.html`;
    case "letter":
      return `${edition}/${variant.topic?.id ?? "_"}/newsletter.${variant.ending}`;
    case "embed":
      return `${edition}/${variant.topic.id}/embed.html`;
    // No topic is called so: what belongs to none lies in a folder of its own, like every topic's files.
    case "changes":
    case "contents":
      return `${edition}/_/${variant.kind}.${variant.ending}`;
  }
}
