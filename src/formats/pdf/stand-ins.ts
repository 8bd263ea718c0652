/**
 * Text set in fewer faces than it was meant for, on the last rungs of the ladder. In: placed items and which face stands
 * in for which. Out: the same items, each word where it stood. Nothing but the shape of letters changes: owners, words
 * and lines are those of the page.
 */
import type { Placed, PlacedText } from "../../model/page.ts";
import { FALLBACK } from "../../model/repertoire.ts";
import type { FaceId } from "../../model/template.ts";
import { FACES } from "../../typeset/text/faces.ts";
import type { Savings } from "./savings.ts";

export function standIn(items: readonly Placed[], { standIns }: Savings): readonly Placed[] {
  if (Object.keys(standIns).length === 0) return items;
  return items.map((item) => {
    const face = item.kind === "text" ? standIns[item.face] : undefined;
    return item.kind === "shape" || face === undefined || face === item.face ? item : inFace(item, face);
  });
}

/** What the letters of a word are wider or narrower is made up for at the space behind it. */
function inFace(item: PlacedText, faceId: FaceId): PlacedText {
  const [from, to] = [FACES[item.face], FACES[faceId]];
  const glyphs: number[] = [];
  const characters: string[] = [];
  const shifts: number[] = [];
  let owed = 0;
  item.characters.forEach((text, i) => {
    owed += from.advance(item.glyphs[i] as number) + (item.shifts[i] as number);
    // A ligature comes apart, since the other face may have none.
    for (const character of text) {
      const glyph = to.glyph(character.codePointAt(0) as number) || to.glyph(FALLBACK);
      owed -= to.advance(glyph);
      glyphs.push(glyph);
      characters.push(character);
      shifts.push(0);
    }
    if (text !== " ") return;
    shifts[shifts.length - 1] = owed;
    owed = 0;
  });
  return { ...item, face: faceId, glyphs, characters, shifts };
}
