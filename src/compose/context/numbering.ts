/**
 * The numbers of sources and the letters of disputes. In: a library. Out: for each article and dispute what it is found by,
 * and for each statement the disputes it is part of. They are given once for an edition, by the editors' order, so that
 * `2¶5` and `≠B` mean the same on every sheet, page, letter and feed of it. It knows no sheet.
 */
import type { Dispute, Library } from "../../model/library.ts";

export interface Numbering {
  /** From 1. */
  readonly sources: ReadonlyMap<string, number>;
  readonly letters: ReadonlyMap<string, string>;
  /** In the order of their letters. */
  readonly disputesOf: ReadonlyMap<string, readonly Dispute[]>;
}

export function numberingOf({ articles, disputes }: Library): Numbering {
  const disputesOf = new Map<string, Dispute[]>();
  for (const dispute of disputes)
    for (const statement of new Set(dispute.sides.flatMap(({ statements }) => statements))) {
      const own = disputesOf.get(statement);
      if (own === undefined) disputesOf.set(statement, [dispute]);
      else own.push(dispute);
    }
  return {
    sources: new Map(articles.map(({ id }, i) => [id, i + 1])),
    letters: new Map(disputes.map(({ id }, i) => [id, letterOf(i)])),
    disputesOf,
  };
}

/** A, B, … Z, AA. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
