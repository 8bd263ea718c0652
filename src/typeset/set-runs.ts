/**
 * A paragraph with lines: runs set to a measure and, when placed, the glyphs of each line at their points. In: runs,
 * their owner in the briefing and a type. Out: a box. Every soft line end keeps its space, and a hyphen set at a line's
 * end copies as a soft hyphen, so that a reader's clipboard gets whole words.
 */
import type { Run } from "../model/briefing.ts";
import type { Owner, Placed, PlacedText } from "../model/page.ts";
import type { Box, Type } from "./box.ts";
import type { Voiced, Word } from "./copy.ts";
import { FACES } from "./faces.ts";
import type { Galley } from "./galley.ts";
import type { LineStart } from "./lines.ts";
import { Shaped, shapeOnto } from "./shape.ts";
import { voiceColour } from "./voices.ts";

export function setRuns(galley: Galley, runs: readonly Run[], owner: Owner | null, type: Type, measure: number): Box {
  const words = galley.typecase.copy(runs, type);
  const lines = galley.typecase.lines(words, (measure / type.size) * 1000);
  return {
    height: lines.length * type.leading,
    place: (x, y) => {
      const placed: Placed[] = [];
      lines.forEach((line, i) => {
        const baseline = y + i * type.leading + type.drop;
        const stretches = stretchesOf(words, line, lines[i + 1] ?? null);
        placeLine(galley, stretches, owner, type, x, baseline, placed);
      });
      return placed;
    },
  };
}

/** The width in points of words on one line. */
export function widthOf(galley: Galley, runs: readonly Run[], type: Type): number {
  return ((galley.typecase.copy(runs, type).at(-1)?.right ?? 0) * type.size) / 1000;
}

/** What stands of one word on one line. */
interface Stretch {
  readonly word: Word;
  readonly text: string;
  /** What follows on the line or would have: nothing, a space as wide as this, or a hyphen. */
  readonly space: number;
  readonly end: "none" | "soft" | "hyphen";
}

function stretchesOf(words: readonly Word[], from: LineStart, to: LineStart | null): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const last = to === null ? words.length - 1 : to.at > 0 ? to.word : to.word - 1;
  for (let i = from.word; i <= last; i++) {
    const word = words[i] as Word;
    const begins = i === from.word ? from.at : 0;
    const cut = to !== null && to.word === i;
    const endsLine = i === last;
    stretches.push({
      word,
      text: begins === 0 && !cut ? word.text : word.text.slice(begins, cut ? to.at : undefined),
      space: endsLine || word.glued ? 0 : ((words[i + 1]?.left ?? 0) - word.right) / word.voiced.scale,
      end: !endsLine || to === null ? "none" : cut ? (to.hyphen ? "hyphen" : "none") : word.glued ? "none" : "soft",
    });
  }
  return stretches;
}

/** Consecutive stretches of one run become one text. */
function placeLine(
  galley: Galley,
  stretches: readonly Stretch[],
  owner: Owner | null,
  type: Type,
  x: number,
  y: number,
  placed: Placed[],
): void {
  let right = x;
  for (let from = 0, to = 0; from < stretches.length; from = to) {
    const { voiced } = (stretches[from] as Stretch).word;
    let most = 0;
    for (to = from; to < stretches.length && stretches[to]?.word.voiced === voiced; to++) {
      most += (stretches[to] as Stretch).text.length + 1;
    }
    const shaped = new Shaped(most);
    for (let i = from; i < to; i++) add(shaped, stretches[i] as Stretch);
    shaped.end();
    // The space at a soft line end is there for whoever copies the text; it takes no room.
    const soft = (stretches[to - 1] as Stretch).end === "soft" ? FACES[voiced.face].advance(spaceIn(voiced)) : 0;
    const text: PlacedText = {
      kind: "text",
      owner,
      run: voiced.run,
      x: right,
      y,
      width: ((shaped.width - soft) * voiced.scale * type.size) / 1000,
      face: voiced.face,
      size: voiced.scale * type.size,
      colour: voiceColour(galley.template, type, voiced.run),
      glyphs: shaped.glyphs,
      characters: shaped.characters,
      shifts: shaped.shifts,
    };
    placed.push(text);
    right += text.width;
  }
}

function add(shaped: Shaped, { word, text, space: gap, end }: Stretch): void {
  const face = FACES[word.voiced.face];
  shapeOnto(shaped, text, face);
  if (end === "hyphen") {
    const hyphen = face.glyph(0x2d);
    shaped.add(hyphen, "\u00ad", face.advance(hyphen), 0);
  } else if (gap > 0 || end === "soft") {
    const space = spaceIn(word.voiced);
    const advance = face.advance(space);
    shaped.add(space, " ", advance, gap > 0 ? gap - advance : 0);
  }
}

function spaceIn({ face }: Voiced): number {
  return FACES[face].glyph(0x20);
}
