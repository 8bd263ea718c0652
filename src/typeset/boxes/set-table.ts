/**
 * The matrix on paper: rows of cells between hairlines, a wider first column, each answer's shape before its words. In:
 * a table and a measure. Out: a box. Which row or column is the topic's own was decided before; here it gets a tint.
 */
import type { Cell, Row, Table } from "../../model/briefing.ts";
import { type Box, EMPTY, stack } from "./box.ts";
import { markShape } from "./marks.ts";
import type { SetContext } from "./set-context.ts";
import { answerIndent, answerMark } from "./set-part.ts";
import { setRuns } from "./set-runs.ts";

const PAD = { x: 4, y: 2.6 };

export function setTable(context: SetContext, table: Table, measure: number, stub: number, captionIsSet: boolean): Box {
  const columns = Math.max(1, ...table.rows.map(({ cells }) => cells.length)) - 1;
  const first = columns === 0 ? measure : measure * stub;
  const width = columns === 0 ? 0 : (measure - first) / columns;
  const edges = Array.from({ length: columns + 2 }, (_, i) => (i === 0 ? 0 : first + (i - 1) * width));
  const words = [{ text: table.caption, voice: "plain" }] as const;
  const caption = captionIsSet ? EMPTY : setRuns(context, words, table, context.type("legend"), measure);
  const rows = table.rows.map((row) => setRow(context, row, edges, measure));
  return stack([
    { box: stack(rows.map((box) => ({ box, above: 0 }))), above: 0 },
    { box: caption, above: 3 * context.rung.space },
  ]);
}

function setRow(context: SetContext, row: Row, edges: readonly number[], measure: number): Box {
  const { colours } = context.template;
  const pad = PAD.y * context.rung.space;
  const cells = row.cells.map((cell, i) =>
    setCell(context, cell, (edges[i + 1] ?? measure) - (edges[i] ?? 0) - PAD.x * 2),
  );
  const height = Math.max(0, ...cells.map((cell) => cell.height)) + 2 * pad;
  return {
    height,
    place(x, y, placed) {
      row.cells.forEach((cell, i) => {
        const [left = 0, right = measure] = [edges[i], edges[i + 1]];
        if (!cell.emphasised) return;
        placed.push({
          kind: "shape",
          owner: null,
          path: [["rect", x + left, y, right - left, height]],
          fill: colours.tint,
          stroke: null,
        });
      });
      placed.push({
        kind: "shape",
        owner: null,
        path: [
          ["move", x, y + height],
          ["line", x + measure, y + height],
        ],
        fill: null,
        stroke: { colour: colours.rule, width: 0.4 },
      });
      cells.forEach((cell, i) => {
        cell.place(x + (edges[i] ?? 0) + PAD.x, y + pad, placed);
      });
    },
  };
}

function setCell(context: SetContext, cell: Cell, measure: number): Box {
  const type = context.type("cell");
  const { answer, mark } = cell;
  if (answer !== undefined) {
    const indent = answerIndent(type);
    const words = setRuns(context, cell.runs, cell, type, measure - indent);
    const shape = answerMark(context, answer, type);
    return {
      height: words.height,
      place(x, y, placed) {
        shape(x, y, placed);
        words.place(x + indent, y, placed);
      },
    };
  }
  if (mark !== undefined) {
    const size = type.size * 0.72;
    const words = setRuns(context, cell.runs, cell, type, measure - size * 1.5);
    return {
      height: words.height,
      place(x, y, placed) {
        placed.push(markShape(mark, x, y + type.leading / 2 - size / 2, size, context.template.colours.accent));
        words.place(x + size * 1.5, y, placed);
      },
    };
  }
  return setRuns(context, cell.runs, cell, type, measure);
}
