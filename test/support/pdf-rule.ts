/**
 * What a rule about a PDF is, and how to walk the tag tree that most rules are about. In: a PDF as read back. Out:
 * elements of a type, what they hold, and their words as their codes map to characters. The rules themselves stand in
 * the files beside this one; none trusts what the writer says about itself.
 */
import type { Page } from "../../src/model/page.ts";
import type { Element, Pdf } from "./pdf.ts";
import { visible } from "./words.ts";

export interface Rule {
  /** In one sentence each, what breaks it. */
  readonly check: (pdf: Pdf, page: Page) => readonly string[];
  /** Changes a sound PDF so that this rule is broken, for a test that shows that it notices. */
  readonly spoil: (pdf: Pdf) => void;
}

export type Rules = Readonly<Record<string, Rule>>;

export const unless = (holds: boolean, complaint: string): readonly string[] => (holds ? [] : [complaint]);

export const first = <T>(list: readonly T[]): T => list[0] as T;

export function elementsIn(root: Element): readonly Element[] {
  return [root, ...root.kids.flatMap((kid) => (typeof kid === "object" && "type" in kid ? elementsIn(kid) : []))];
}

export const ofType = (pdf: Pdf, type: string): readonly Element[] =>
  elementsIn(pdf.root).filter((element) => element.type === type);
export const inner = (element: Element): readonly Element[] =>
  element.kids.filter((kid) => typeof kid === "object" && "type" in kid);
export const shape = (element: Element): string =>
  inner(element)
    .map(({ type }) => type)
    .join(" ");
export const numbersIn = (element: Element): readonly number[] => element.kids.filter((kid) => typeof kid === "number");

/** The words under an element in reading order, as its codes map to characters. */
export function wordsUnder(pdf: Pdf, element: Element): string {
  return element.kids
    .map((kid) => {
      if (typeof kid === "number")
        return pdf.marks
          .filter(({ id }) => id === kid)
          .map((mark) => shown(pdf, mark.shows))
          .join("");
      return "type" in kid ? wordsUnder(pdf, kid) : "";
    })
    .join("");
}

function shown(pdf: Pdf, shows: readonly Show[]): string {
  return shows.map((show) => show.actual ?? copied(pdf, show)).join("");
}

type Show = Pdf["marks"][number]["shows"][number];

/** What the codes alone stand for. */
export function copied(pdf: Pdf, { font, codes }: Show): string {
  return codes.map((code) => pdf.fonts.get(font)?.toUnicode.get(code) ?? "\ufffd").join("");
}

/** Words without hyphens at line ends, every gap one space. */
export const clean = (text: string): string => text.replaceAll("\u00ad", "").replace(/ +/g, " ").trim();

/** Titles are compared by what can be seen: controls and halves of characters are no part of either. */
export const legible = (text: string): string => visible(text).replaceAll("\ufffd", "");

/** The first element of a type, for spoiling. */
export const element = (pdf: Pdf, type: string): Element => first(ofType(pdf, type));
