/**
 * A paragraph with lines: runs set to a measure and, when placed, the glyphs of each line at their points. In: runs,
 * their owner in the briefing and a type. Out: a box. Every soft line end keeps its space, and a hyphen set at a line's
 * end copies as a soft hyphen, so that a reader's clipboard gets whole words.
 */
import type { Run } from "../../model/briefing.ts";
import type { Owner, Placed } from "../../model/page.ts";
import type { Voiced, Word } from "../text/copy.ts";
import { FACES } from "../text/faces.ts";
import type { LineStart } from "../text/lines.ts";
import { Shaped } from "../text/shape.ts";
import { voiceColour } from "../text/voices.ts";
import type { Box, Type } from "./box.ts";
import type { SetContext } from "./set-context.ts";

export function setRuns(
  context: SetContext,
  runs: readonly Run[],
  owner: Owner | null,
  type: Type,
  measure: number,
): Box {
  const words = context.texts.copy(runs, type);
  const lines = context.texts.lines(words, (measure / type.size) * 1000);
  return {
    height: lines.length * type.leading,
    place(x, y, placed) {
      for (let i = 0; i < lines.length; i++) {
        const line: Line = { words, from: lines[i] as LineStart, to: lines[i + 1] ?? null };
        placeLine(context, line, owner, type, x, y + i * type.leading + type.drop, placed);
      }
    },
  };
}

/** The width in points of words on one line. */
export function widthOf(context: SetContext, runs: readonly Run[], type: Type): number {
  return ((context.texts.copy(runs, type).at(-1)?.right ?? 0) * type.size) / 1000;
}

/** The words from where a line begins to where the next one does; null after the last line. */
interface Line {
  readonly words: readonly Word[];
  readonly from: LineStart;
  readonly to: LineStart | null;
}

/** Consecutive words of one run become one text. */
function placeLine(
  context: SetContext,
  line: Line,
  owner: Owner | null,
  type: Type,
  x: number,
  y: number,
  placed: Placed[],
): void {
  const { words, from, to } = line;
  const last = to === null ? words.length - 1 : to.at > 0 ? to.word : to.word - 1;
  let right = x;
  for (let first = from.word, next = first; first <= last; first = next) {
    const { voiced } = words[first] as Word;
    let most = 0;
    for (next = first; next <= last && words[next]?.voiced === voiced; next++) {
      most += endOf(line, next) - startOf(line, next) + (afterWord(line, next, last) === "none" ? 0 : 1);
    }
    const shaped = new Shaped(most);
    for (let i = first; i < next; i++) addWord(shaped, line, i, last);
    shaped.end();
    // The space at a soft line end is there for whoever copies the text; it takes no room.
    const soft = afterWord(line, next - 1, last) === "soft" ? FACES[voiced.face].advance(spaceIn(voiced)) : 0;
    const size = voiced.scale * type.size;
    const width = ((shaped.width - soft) * voiced.scale * type.size) / 1000;
    placed.push({
      kind: "text",
      owner,
      run: voiced.run,
      x: right,
      y,
      width,
      face: voiced.face,
      size,
      colour: voiceColour(context.template, type, voiced.run),
      glyphs: shaped.glyphs,
      characters: shaped.characters,
      shifts: shaped.shifts,
    });
    right += width;
  }
}

function startOf({ from }: Line, word: number): number {
  return word === from.word ? from.at : 0;
}

function endOf({ words, to }: Line, word: number): number {
  return to !== null && to.word === word ? to.at : (words[word] as Word).length;
}

/** What follows a word: on its line a space or nothing, at the line's end a hyphen or a space that takes no room. */
function afterWord({ words, to }: Line, word: number, last: number): "none" | "space" | "soft" | "hyphen" {
  if (word === last && to?.word === word) return to.hyphen ? "hyphen" : "none";
  if ((words[word] as Word).glued) return "none";
  if (word < last) return "space";
  return to === null ? "none" : "soft";
}

function addWord(shaped: Shaped, line: Line, i: number, last: number): void {
  const word = line.words[i] as Word;
  const face = FACES[word.voiced.face];
  shaped.addText(word.cast.source, word.cast.from + startOf(line, i), word.cast.from + endOf(line, i), face);
  const after = afterWord(line, i, last);
  if (after === "none") return;
  if (after === "hyphen") {
    const hyphen = face.glyph(0x2d);
    shaped.add(hyphen, "\u00ad", face.advance(hyphen), 0);
    return;
  }
  const space = spaceIn(word.voiced);
  const advance = face.advance(space);
  const gap = after === "soft" ? 0 : ((line.words[i + 1] as Word).left - word.right) / word.voiced.scale;
  // A gap between words is as wide as they stand apart; two that only a shapeless character parts have none.
  if (gap > 0 || after === "soft") shaped.add(space, " ", advance, gap > 0 ? gap - advance : 0);
}

function spaceIn({ face }: Voiced): number {
  return FACES[face].glyph(0x20);
}
