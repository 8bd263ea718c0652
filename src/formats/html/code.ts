/**
 * A QR code as inline SVG. In: the address it holds. Out: a figure of one path on a light ground with the quiet zone
 * that scanners need, light on dark screens too, because many scanners cannot read it the other way round.
 */
import { encode } from "uqr";
import type { Code } from "../../model/briefing.ts";
import { visibleText } from "../visible-text.ts";
import { block, element, type Markup } from "./markup.ts";

/** Modules of empty border, as the standard asks. */
const QUIET = 4;

export function writeCode({ url, alt }: Code): Markup {
  const { data, size } = encode(url, { ecc: "M", border: 0 });
  const full = size + 2 * QUIET;
  const drawing = [
    element("path", { class: "ground", d: `M0 0h${full}v${full}H0z` }),
    element("path", { class: "modules", d: data.map(strips).join("") }),
  ];
  const attributes = {
    viewBox: `0 0 ${full} ${full}`,
    role: "img",
    "aria-label": visibleText(alt),
    "shape-rendering": "crispEdges",
  };
  return block("figure", { class: "code" }, element("svg", attributes, ...drawing));
}

/** The dark modules of one row as strips, which are fewer than squares. */
function strips(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x] === true) x++;
    if (x > start) path += `M${start + QUIET} ${y + QUIET}h${x - start}v1H${start + QUIET}z`;
  }
  return path;
}
