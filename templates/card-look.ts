/** The preview card: 1200 by 630 pixels, set like the head of a sheet and read in chats at a third of its size. */
import type { CardRung, CardTemplate } from "../src/model/card.ts";
import { COLOURS, STYLES } from "./house.ts";

const lines = { title: 1, below: 1, name: 1, gloss: 3 } as const;
const rows = { entries: 2, matrix: 6 } as const;
const twice = { title: 2, below: 2, name: 2, gloss: 2 } as const;

const LADDER: readonly CardRung[] = [
  { size: 36, leading: 1.24, space: 1.3, glosses: true, rows, lines },
  { size: 33, leading: 1.22, space: 1.1, glosses: true, rows, lines: { ...lines, below: 2 } },
  { size: 33, leading: 1.22, space: 0.9, glosses: true, rows, lines: { ...lines, below: 2, gloss: 2 } },
  { size: 31, leading: 1.2, space: 0.85, glosses: true, rows, lines: twice },
  { size: 34, leading: 1.22, space: 1, glosses: false, rows, lines: twice },
  { size: 30, leading: 1.2, space: 0.9, glosses: false, rows, lines: twice },
  { size: 27, leading: 1.18, space: 0.7, glosses: false, rows, lines: twice },
  { size: 24, leading: 1.16, space: 0.6, glosses: false, rows, lines: twice },
  { size: 30, leading: 1.18, space: 0.7, glosses: false, rows: { entries: 1, matrix: 5 }, lines: twice },
  { size: 26, leading: 1.16, space: 0.5, glosses: false, rows: { entries: 1, matrix: 5 }, lines: twice },
  {
    size: 24,
    leading: 1.16,
    space: 0.5,
    glosses: false,
    rows: { entries: 1, matrix: 5 },
    lines: { ...twice, name: 1 },
  },
];

export const CARD: CardTemplate = {
  width: 1200,
  height: 630,
  margins: { top: 38, right: 56, bottom: 34, left: 56 },
  gutter: 28,
  stub: 0.3,
  colours: { ...COLOURS, paper: "#fdfbf6" },
  styles: {
    ...STYLES,
    "running-head": { ...STYLES["running-head"], size: { points: 25 } },
    kicker: { ...STYLES.kicker, size: { points: 27 }, above: 4 },
    "heading-1": { ...STYLES["heading-1"], size: { em: 1.95, atLeast: 46 }, leading: 1.1, above: 2 },
    question: { ...STYLES.question, size: { em: 0.96, atLeast: 28 }, leading: 1.26, above: 6 },
    "heading-2": { ...STYLES["heading-2"], size: { em: 1.05, atLeast: 27 }, leading: 1.2, above: 0 },
    answer: { ...STYLES.answer, size: { em: 1.05, atLeast: 27 }, leading: 1.2, above: 8 },
    legend: { ...STYLES.legend, size: { em: 0.82, atLeast: 25 }, leading: 1.2, above: 4 },
    note: { ...STYLES.note, size: { em: 0.8, atLeast: 24 }, leading: 1.22, above: 6 },
    cell: { ...STYLES.cell, size: { em: 0.8, atLeast: 24 }, leading: 1.2, above: 0 },
    omitted: { ...STYLES.omitted, size: { points: 24 }, leading: 1.2, above: 10, colour: "quiet" },
    "item-label": { ...STYLES["item-label"], size: { points: 26 }, leading: 1.25, colour: "ink" },
    colophon: { ...STYLES.colophon, size: { points: 20 }, leading: 1.25, above: 0 },
  },
  ladder: LADDER,
};
