/** One actor across all issues: each issue with the actor's answer and what it rests on. */
import type { Template } from "../src/model/template.ts";
import { COLOURS, HEAD, LADDER, MARGINS, STYLES, TAIL } from "./house.ts";

export const actor: Template = {
  id: "actor",
  title: { de: "Ein Akteur, alle Streitfragen", en: "One actor, every issue", uk: "Одна сторона, усі питання" },
  serves: ["actor"],
  margins: MARGINS,
  colours: COLOURS,
  styles: STYLES,
  sections: [
    ...HEAD,
    {
      section: "positions",
      groupBy: "issue",
      columns: 2,
      fill: "balance",
      grid: "body",
      gutter: 18,
      above: 8,
      rule: "bold",
    },
    ...TAIL,
  ],
  limits: { statements: 20, disputes: 4, notes: 4, events: 6, changes: 6, answers: 8, viewpoints: 1 },
  least: { events: 3 },
  ladder: LADDER,
  concessions: [
    { reduce: "changes", to: 0 },
    { reduce: "notes", to: 0 },
    { reduce: "events", to: 4 },
    { reduce: "statements", to: 16 },
    { reduce: "disputes", to: 3 },
    { reduce: "events", to: 3 },
    { reduce: "statements", to: 12 },
    { reduce: "disputes", to: 2 },
    { reduce: "statements", to: 10 },
    { reduce: "events", to: 0 },
    { reduce: "statements", to: 6 },
    { reduce: "disputes", to: 1 },
    { reduce: "statements", to: 4 },
    { reduce: "disputes", to: 0 },
    { reduce: "statements", to: 0 },
    { reduce: "answers", to: 0 },
    { reduce: "viewpoints", to: 0 },
  ],
};
