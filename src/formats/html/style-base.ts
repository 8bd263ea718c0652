/**
 * The ground of the web page's style: faces, colours, and what screen and paper share. In: the paths of the faces and the
 * colours. Out: CSS text. Sizes and columns are in `style-screen.ts` and `style-print.ts`.
 */
import type { FaceId } from "../../model/template.ts";
import { COLOURS } from "./colours.ts";
import { WEB_FACES } from "./web-faces.ts";

const FAMILIES: Readonly<Record<FaceId, readonly [family: string, weight: number]>> = {
  text: ["Einblatt Text", 400],
  "text-bold": ["Einblatt Text", 600],
  display: ["Einblatt Display", 600],
  label: ["Einblatt Label", 400],
  "label-bold": ["Einblatt Label", 600],
};

const faces = WEB_FACES.map(({ face, path }) => {
  const [family, weight] = FAMILIES[face];
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("${path}") format("woff2")}`;
}).join("\n");

/**
 * Fonts that systems have, widened or narrowed to the mean width of ours in running text, so that lines stay where they
 * are when ours arrive: 0.464 em against Georgia's 0.446, 0.412 of the display cut, 0.415 against Arial's 0.441.
 */
const fallback = (family: string, weight: number, fonts: readonly string[], adjust: string): string =>
  `@font-face{font-family:"${family} Fallback";font-weight:${weight};size-adjust:${adjust};src:${fonts.map((f) => `local("${f}")`).join(",")}}`;

const fallbacks = [
  fallback("Einblatt Text", 400, ["Georgia", "Gelasio"], "104%"),
  fallback("Einblatt Text", 600, ["Georgia Bold", "Georgia-Bold", "Gelasio Bold"], "94%"),
  fallback("Einblatt Display", 600, ["Georgia Bold", "Georgia-Bold", "Gelasio Bold"], "82%"),
  fallback("Einblatt Label", 400, ["Arial", "Liberation Sans"], "94%"),
  fallback("Einblatt Label", 600, ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"], "90%"),
].join("\n");

const palette = (name: keyof typeof COLOURS): string =>
  Object.entries(COLOURS[name])
    .map(([colour, value]) => `--${colour}:${value}`)
    .join(";");

export const BASE_STYLE = `
${faces}
${fallbacks}
:root{color-scheme:light dark;${palette("light")};
--text:"Einblatt Text","Einblatt Text Fallback",Georgia,"Times New Roman",serif;
--display:"Einblatt Display","Einblatt Display Fallback",Georgia,"Times New Roman",serif;
--label:"Einblatt Label","Einblatt Label Fallback",system-ui,Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${palette("dark")}}}
*{box-sizing:border-box;margin:0;padding:0}
html{text-size-adjust:100%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{background:var(--paper);color:var(--ink);font-family:var(--text);font-kerning:normal;
overflow-wrap:break-word;hyphens:auto;hyphenate-limit-chars:8 3 4}
p,td,th{text-wrap:pretty}
ol,ul{list-style:none}
b{font-weight:600}
h1,h2,h3{font-family:var(--display);font-weight:600;text-wrap:balance}
a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em;
text-decoration-color:color-mix(in srgb,currentColor 45%,transparent)}
a:hover{color:var(--accent);text-decoration-color:currentColor}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.running-head,.kicker,.lead,.legend,.omitted,.correction,.colophon,.label,.cite,.flag,.sign,caption,nav,thead th,.column
{font-family:var(--label)}
.running-head,.colophon,.omitted,.legend,.lead,.cite,nav,caption{hyphens:manual}
.running-head,.lead,.legend,.label,.colophon,caption,.note{color:var(--quiet)}
.lead b{color:var(--ink)}
.kicker b,.correction b,.flag{color:var(--accent)}
.flag,.sign{font-weight:600}
a.cite,a.flag{font-size:.8em;white-space:nowrap;hyphens:manual}
span.flag{font-size:.92em}
a.cite{color:var(--quiet)}
a.flag{color:var(--accent)}
.label{font-size:.92em}
.lead .label,.legend .label{font-size:1em}
.mark,.answer-shape{height:.86em;width:auto;fill:currentColor;vertical-align:-.08em;margin-inline-end:.4em;overflow:visible;flex:none}
.mark{height:.7em;vertical-align:0}
h1 .mark{height:.6em;margin-inline-end:.28em;vertical-align:.03em}
.line{fill:none;stroke:currentColor;stroke-width:1.8}
.apart{fill:var(--accent)}
table{border-collapse:collapse;width:100%;text-align:start}
th,td{text-align:start;vertical-align:top;font-weight:400}
thead th{font-weight:600;vertical-align:bottom}
caption{text-align:start}
.column{display:none}
.timeline-plot svg{display:block;overflow:visible}
.timeline-plot .axis,.timeline-plot .date line{stroke:var(--ink);stroke-width:1}
.timeline-plot .axis{stroke-width:2}
.timeline-plot .earlier{stroke-dasharray:2 4}
.timeline-plot .date line{stroke:var(--quiet)}
.timeline-plot text{font:400 12px var(--label);fill:var(--quiet)}
.timeline-plot .dot circle{fill:var(--ink);stroke:var(--paper);stroke-width:2}
.timeline-plot .dot text{font-size:11px;font-weight:600;fill:var(--paper)}
.code svg{display:block;width:100%;height:auto}
.code .ground{fill:#fff}
.code .modules{fill:#000}
@media (forced-colors:active){
.apart{fill:currentColor}
.timeline-plot .axis,.timeline-plot .date line{stroke:CanvasText}
.timeline-plot text{fill:CanvasText}
.timeline-plot .dot circle{fill:CanvasText;stroke:Canvas}
.timeline-plot .dot text{fill:Canvas}
.code svg{forced-color-adjust:none}
}
`;
