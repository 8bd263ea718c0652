/**
 * How an embedded card looks, in a frame from 320 to 700 pixels. In: the colours. Out: CSS text of its own, a twentieth of
 * the pages' style: whoever embeds a card should not make their readers load our typefaces.
 */
import { COLOURS } from "./colours.ts";

const palette = (name: keyof typeof COLOURS): string =>
  Object.entries(COLOURS[name])
    .map(([colour, value]) => `--${colour}:${value}`)
    .join(";");

export const EMBED_STYLE = `
:root{color-scheme:light dark;${palette("light")};--sans:system-ui,Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${palette("dark")}}}
*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--paper);color:var(--ink);font:15px/1.4 Georgia,"Times New Roman",serif;overflow-wrap:break-word}
main{border:1px solid var(--rule);border-top:4px solid var(--ink);padding:.6rem .9rem .7rem}
main:focus{outline:none}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:.15em}
a:hover,.flag,.kicker b{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:1px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:.5rem;top:.5rem;background:var(--paper)}
h1{font-size:1.5rem;line-height:1.15;margin:.1rem 0 .2rem}
h1 a{text-decoration:none}
h1 a:hover{text-decoration:underline}
ul{list-style:none;margin-top:.5rem}
li{border-top:1px solid var(--rule);padding:.35rem 0}
.running-head,.kicker,.omitted,.lead,.colophon,.correction,.standing{font-family:var(--sans);font-size:.8125rem}
.running-head,.colophon,.label,.question{color:var(--quiet)}
.kicker{margin-top:.4rem}
.question{font-size:1.0625rem;line-height:1.3}
.lead{border-top:2px solid var(--ink);padding-top:.45rem;margin-top:.2rem;font-size:.9375rem}
.omitted{padding:.2rem 0 .4rem}
.colophon{margin-top:.25rem;font-size:.75rem}
.standing p{padding:.4rem .9rem;background:var(--tint);border-inline-start:4px solid var(--rule)}
.standing .corrected{border-color:var(--accent)}
.mark,.answer-shape{height:.8em;width:auto;fill:currentColor;vertical-align:-.06em;margin-inline-end:.4em;overflow:visible}
.line{fill:none;stroke:currentColor;stroke-width:1.8}
.apart{fill:var(--accent)}
`;
