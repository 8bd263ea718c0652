/** The matrix of all answers, then the statements that matter most for the topic: the whole subject in one glance. */
import type { Template } from "../src/model/template.ts";
import { COLOURS, HEAD, LADDER, MARGINS, STYLES, TAIL } from "./house.ts";

export const overview: Template = {
  id: "overview",
  title: { de: "Überblick mit Matrix", en: "Overview with matrix", uk: "Огляд із матрицею" },
  serves: ["overview", "issue", "actor"],
  margins: MARGINS,
  colours: COLOURS,
  styles: STYLES,
  sections: [
    ...HEAD,
    { section: "matrix", columns: 1, fill: "balance", gutter: 0, above: 8, rule: "bold", stub: 0.25 },
    {
      section: "positions",
      groupBy: "issue",
      columns: 2,
      fill: "balance",
      grid: "body",
      gutter: 18,
      above: 8,
      rule: "hair",
    },
    ...TAIL,
  ],
  limits: { statements: 8, disputes: 5, notes: 5, events: 8, changes: 6, answers: 8, viewpoints: 1 },
  least: { events: 3 },
  ladder: LADDER,
  concessions: [
    { reduce: "changes", to: 0 },
    { reduce: "notes", to: 0 },
    { reduce: "statements", to: 4 },
    { reduce: "events", to: 4 },
    { reduce: "disputes", to: 4 },
    { reduce: "statements", to: 2 },
    { reduce: "disputes", to: 3 },
    { reduce: "statements", to: 0 },
    { reduce: "events", to: 3 },
    { reduce: "disputes", to: 2 },
    { reduce: "events", to: 0 },
    { reduce: "disputes", to: 0 },
    { reduce: "answers", to: 0 },
    { reduce: "viewpoints", to: 0 },
  ],
};
