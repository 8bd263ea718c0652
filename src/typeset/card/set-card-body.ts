/**
 * The body of a card: who answers what, in columns or as a matrix. In: the body and what cards are set with. Out: a box.
 * Entries and rows for which a rung has no room are counted below those it shows.
 */
import type { Run } from "../../model/briefing.ts";
import type { CardAnswer, CardEntries, CardEntry, CardMatrix, CardTemplate, Left } from "../../model/card.ts";
import { type Box, EMPTY, stack } from "../boxes/box.ts";
import { answerShapes, markShape } from "../boxes/marks.ts";
import { setRuns } from "../boxes/set-runs.ts";
import type { CardSetter } from "./card-setter.ts";

/** Between rows of entries, and above and below the words of a matrix's row, in pixels. */
const ROW_GAP = 18;
const PAD = 7;
/** Between what stands in one cell of a matrix, in em of its words. */
const SPACE = 0.3;
/** An answer's word or a name has this many lines at the most. */
const WORD_LINES = 2;

export function setCardBody(
  body: CardEntries | CardMatrix,
  setter: CardSetter,
  template: CardTemplate,
  measure: number,
): Box {
  return body.kind === "entries"
    ? setEntries(body, setter, template, measure)
    : setMatrix(body, setter, template, measure);
}

function setEntries(
  { entries, columns, left }: CardEntries,
  setter: CardSetter,
  template: CardTemplate,
  measure: number,
) {
  const shown = entries.slice(0, setter.rung.rows.entries * columns);
  const width = (measure - template.gutter * (columns - 1)) / columns;
  const rows = Array.from({ length: Math.ceil(shown.length / columns) }, (_, row) =>
    sideBySide(
      shown.slice(row * columns, (row + 1) * columns).map((entry) => setEntry(entry, setter, width)),
      width + template.gutter,
    ),
  );
  const gap = ROW_GAP * setter.rung.space;
  return withLeft(stack(rows.map((box) => ({ box, above: gap }))), left, shown.length, setter, measure);
}

function setEntry({ name, mark, answer }: CardEntry, setter: CardSetter, width: number): Box {
  const { lines, glosses } = setter.rung;
  const { gloss, contested } = answer;
  const sign: readonly Run[] = [{ text: `≠ ${contested}`, voice: "flag" }];
  return stack([
    { box: setter.named([name], mark, "heading-2", width, lines.name), above: 0 },
    {
      box: setter.answered(answer.answer, [said(answer, "strong")], width, WORD_LINES),
      above: setter.above("answer"),
    },
    {
      box: contested === "" ? EMPTY : setter.words(sign, "legend", width, WORD_LINES),
      above: setter.above("legend"),
    },
    {
      box: gloss === null || !glosses ? EMPTY : setter.words([gloss], "note", width, lines.gloss),
      above: setter.above("note"),
    },
  ]);
}

/** What is not stated stands back behind what is. */
function said({ word, answer }: CardAnswer, voice: Run["voice"]): Run {
  return { text: word, voice: answer.value === "not-stated" ? "label" : voice };
}

function setMatrix(
  { actors, rows, left }: CardMatrix,
  setter: CardSetter,
  template: CardTemplate,
  measure: number,
): Box {
  const shown = rows.slice(0, setter.rung.rows.matrix);
  const stub = measure * template.stub;
  const column = (measure - stub) / Math.max(1, actors.length);
  const head = sideBySide(
    [EMPTY, ...actors.map(({ name, mark }) => setActor(name, mark, setter, column))],
    column,
    stub,
  );
  const lines = shown.map(({ title, answers }) => {
    const name = setter.words([{ ...title, voice: "strong" }], "cell", stub - template.gutter, setter.rung.lines.name);
    const cells = answers.map((answer) => setCell(answer, setter, column));
    return padded(sideBySide([name, ...cells], column, stub), setter, template, measure);
  });
  const boxes = lines.length === 0 ? [] : [padded(head, setter, template, measure), ...lines];
  return withLeft(stack(boxes.map((box) => ({ box, above: 0 }))), left, shown.length, setter, measure);
}

function setActor(name: Run, mark: Parameters<typeof markShape>[0], setter: CardSetter, column: number): Box {
  const type = setter.context.type("cell");
  const size = type.size * 0.72;
  const indent = size * 1.5;
  const words = setter.words([{ ...name, voice: "strong" }], "cell", column - indent - type.size * SPACE, 1);
  return {
    height: words.height,
    place(x, y, placed) {
      const { accent } = setter.context.template.colours;
      placed.push(markShape(mark, x, y + type.leading / 2 - size / 2, size, accent));
      words.place(x + indent, y, placed);
    },
  };
}

/** The disc and its word; where sources differ the sign of it, and the other discs as far as they have room. */
function setCell(found: CardAnswer, setter: CardSetter, column: number): Box {
  const { answer, others } = found;
  const { context } = setter;
  const type = context.type("cell");
  const { accent } = context.template.colours;
  const disc = type.size * 0.8;
  const space = type.size * SPACE;
  const runs: readonly Run[] = [said(found, "plain")];
  const sign: readonly Run[] = [{ text: "≠", voice: "flag" }];
  const [wordWidth, signWidth] = [setter.width(runs, "cell"), setter.width(sign, "cell")];
  const end = disc + space + wordWidth + space + signWidth + space;
  const room = Math.max(0, Math.floor((column - end) / (disc + space)));
  const left = column - disc - 2 * space - (others.length === 0 ? 0 : signWidth + space);
  const words = setter.words(runs, "cell", left, 1);
  return {
    height: type.leading,
    place(x, y, placed) {
      const top = y + type.leading / 2 - disc / 2;
      placed.push(...answerShapes(answer, x, top, disc, accent));
      words.place(x + disc + space, y, placed);
      if (others.length === 0) return;
      setRuns(context, sign, null, type, column).place(x + disc + space + wordWidth + space, y, placed);
      others.slice(0, room).forEach((other, i) => {
        placed.push(...answerShapes(other.answer, x + end + i * (disc + space), top, disc, accent));
      });
    },
  };
}

function padded(box: Box, setter: CardSetter, template: CardTemplate, measure: number): Box {
  const pad = PAD * setter.rung.space;
  const height = box.height + 2 * pad;
  return {
    height,
    place(x, y, placed) {
      box.place(x, y + pad, placed);
      placed.push({
        kind: "shape",
        owner: null,
        path: [["rect", x, y + height - 1, measure, 1]],
        fill: template.colours.rule,
        stroke: null,
      });
    },
  };
}

/** The first box may have a width of its own. */
function sideBySide(boxes: readonly Box[], width: number, first = width): Box {
  return {
    height: Math.max(0, ...boxes.map((box) => box.height)),
    place(x, y, placed) {
      boxes.forEach((box, i) => {
        box.place(i === 0 ? x : x + first + (i - 1) * width, y, placed);
      });
    },
  };
}

function withLeft(box: Box, left: Left, shown: number, setter: CardSetter, measure: number): Box {
  const text = left[shown] ?? "";
  if (text === "") return box;
  const words = setter.words([{ text, voice: "plain" }], "omitted", measure, 1);
  return stack([
    { box, above: 0 },
    { box: words, above: setter.above("omitted") },
  ]);
}
