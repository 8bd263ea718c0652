/**
 * How the web page looks on paper: black on white, one sheet of A4 or Letter. In: nothing. Out: CSS text. All sizes are
 * in em of one body size, which follows from how much there is to print; see `density.ts`. What room that leaves goes
 * between the sections.
 */
import { PRINT_SIZES, printClass } from "./density.ts";

const sizes = PRINT_SIZES.map((size) => `.${printClass(size)}{font-size:${size}pt}`).join("\n");

export const PRINT_STYLE = `
@media print{
@page{margin:9mm 10mm 8mm}
:root{color-scheme:light;--ink:#000;--quiet:#3a3a3a;--accent:#8a1c1c;--rule:#999;--tint:#eee;--paper:#fff}
nav,.skip{display:none}
body{line-height:1.24;widows:1;orphans:1}
${sizes}
.sheet:not(.many-pages) article{min-height:250mm;display:flex;flex-direction:column;gap:.55em}
.sheet:not(.many-pages) article>*{margin-top:auto}
.sheet:not(.many-pages) article>:is(header,.standfirst,.omitted){margin-top:0}
.many-pages{font-size:9.5pt;line-height:1.35}
a{text-decoration:none}
.masthead{border-top:2.5pt solid var(--ink);padding-top:.3em;display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:1em}
.masthead>*{grid-column:1}
.masthead .running-head{grid-column:1/-1}
.code{width:17mm}
.masthead .code{grid-column:2;grid-row:2/span 3;align-self:end;margin-block:1mm -1mm}
.running-head{font-size:.88em;padding-bottom:.25em;border-bottom:.5pt solid var(--rule)}
.kicker{font-size:.95em;margin-top:.5em}
h1{font-size:2.5em;line-height:1.05;letter-spacing:-.01em;margin-block:.04em .1em}
.question{font-size:1.2em;line-height:1.25}
.correction{color:var(--accent);font-size:.92em;line-height:1.2;margin-top:.2em}
p.standfirst{font-size:1.03em;columns:2;column-gap:1.4em}
.many-pages article>*{margin-top:.7em}
article>section:not(.standfirst,.positions,.omitted),.group{border-top:.75pt solid var(--ink);padding-top:.2em}
h2{font-size:1.3em;line-height:1.15;margin-bottom:.15em;break-after:avoid}
h3{font-size:1.1em;line-height:1.15;break-after:avoid}
.legend,caption{font-size:.86em;padding-bottom:.15em}
.note{font-size:.93em}
.groups-2,.groups-3,.groups-4{display:grid;gap:.5em 1.2em;grid-template-columns:repeat(4,minmax(0,1fr))}
.groups-2{grid-template-columns:repeat(2,minmax(0,1fr))}
.groups-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.groups-5,.groups-6,.groups-7,.groups-8,.groups-9{columns:3;column-gap:1.2em}
.groups-5 .group,.groups-6 .group,.groups-7 .group,.groups-8 .group,.groups-9 .group{margin-bottom:.5em}
.group{border-top-width:1.5pt}
.answer{break-after:avoid;font-size:.95em;line-height:1.2;padding-block:.1em .3em}
.statements>li{padding-block:.22em;break-inside:avoid;border-top:.4pt solid var(--rule)}
.lead{font-size:.85em;line-height:1.2;break-after:avoid}
.omitted{font-weight:600;font-size:.95em}
ol.disputes{columns:2;column-gap:1.4em}
.disputes .sign{color:var(--accent);font-size:.95em}
.disputes .sign+.lead,.events .sign+.body,.sources .sign+.body{display:inline}
.disputes li,.sources li,.events li{padding-block:.1em .2em;break-inside:avoid}
section.changes[class*=groups-]{border:0;padding:0}
section.changes>ul{columns:3;column-gap:1.2em;font-size:.94em}
.changes li{padding-block:.1em .2em;break-inside:avoid}
.timeline-plot{margin-block:.2em}
.timeline-plot text{font-size:9px}
.timeline-plot .axis{stroke-width:1.2px}
.timeline-plot .dot circle{r:7px}
.timeline-plot .dot text{font-size:8.5px;transform:translateY(-1px)}
.events,ol.sources{columns:3;column-gap:1.2em;font-size:.94em}
table{font-size:.9em;line-height:1.16;table-layout:fixed}
thead th{padding:.1em .45em .15em;border-bottom:1pt solid var(--ink)}
thead th:first-child,tbody th{width:20%}
tbody th,td{padding:.2em .45em;border-bottom:.4pt solid var(--rule)}
tbody th:first-child,thead th:first-child{padding-inline-start:0}
tbody th .label{display:block}
.emphasised{background:var(--tint);print-color-adjust:exact;-webkit-print-color-adjust:exact}
footer.colophon{border-top:1.5pt solid var(--ink);padding-top:.25em}
p.colophon{font-size:.86em;line-height:1.2}
.many-pages .positions{display:block;columns:2;column-gap:1.6em}
}
`;
