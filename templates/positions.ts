/** An issue with the actors side by side, a column each: who wants what, in one glance across the sheet. */
import type { Template } from "../src/model/template.ts";
import { COLOURS, HEAD, LADDER, MARGINS, STYLES, TAIL } from "./house.ts";

export const positions: Template = {
  id: "positions",
  title: { de: "Positionen nebeneinander", en: "Positions side by side", uk: "Позиції поруч" },
  serves: ["issue", "overview"],
  margins: MARGINS,
  colours: COLOURS,
  styles: STYLES,
  sections: [
    ...HEAD,
    {
      section: "positions",
      groupBy: "actor",
      columns: 4,
      fill: "groups",
      grid: "body",
      gutter: 13,
      above: 8,
      rule: "bold",
    },
    ...TAIL,
  ],
  limits: { statements: 20, disputes: 4, notes: 4, events: 9, changes: 6, answers: 8, viewpoints: 1 },
  least: { events: 3 },
  ladder: LADDER,
  concessions: [
    { reduce: "changes", to: 0 },
    { reduce: "notes", to: 0 },
    { reduce: "events", to: 4 },
    { reduce: "statements", to: 12 },
    { reduce: "disputes", to: 3 },
    { reduce: "statements", to: 10 },
    { reduce: "events", to: 3 },
    { reduce: "disputes", to: 2 },
    { reduce: "statements", to: 6 },
    { reduce: "events", to: 0 },
    { reduce: "disputes", to: 1 },
    { reduce: "statements", to: 4 },
    { reduce: "disputes", to: 0 },
    { reduce: "statements", to: 0 },
    { reduce: "answers", to: 0 },
    { reduce: "viewpoints", to: 0 },
  ],
};
