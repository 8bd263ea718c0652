/**
 * How the web page looks on a screen, from 320 pixels to a desk. In: nothing. Out: CSS text. Phones get one column and
 * the matrix as cards; from there on columns open as the room allows. Nothing moves, so nothing need be stilled.
 */
export const SCREEN_STYLE = `
@media screen{
html{font-size:clamp(1rem,.95rem + .22vw,1.125rem)}
body{line-height:1.5}
.skip{position:absolute;inset-inline-start:-999rem;padding:.75rem 1rem;background:var(--ink);color:var(--paper);font-family:var(--label)}
.skip:focus{inset:.5rem auto auto .5rem;z-index:1}
nav,main{max-width:82rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,3rem)}
nav{display:flex;flex-wrap:wrap;gap:0 1.75rem;padding-block:.4rem;font-size:.875rem;line-height:1.3}
nav ul{display:flex;flex-wrap:wrap;gap:0 .25rem;margin-inline-start:-.4rem}
nav ul:last-of-type{margin-inline-start:auto}
nav a{display:block;padding:.5rem .4rem;text-decoration-color:transparent}
nav .home{font-weight:600}
nav a:hover{text-decoration-color:currentColor}
nav [aria-current]{text-decoration-color:currentColor;text-decoration-thickness:2px}
main{padding-bottom:3rem}
.masthead{border-top:5px solid var(--ink);padding-top:.6rem;display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:2rem}
.masthead>*{grid-column:1}
.masthead .running-head{grid-column:1/-1}
.code{width:6.5rem}
.masthead .code{grid-column:2;grid-row:2/span 3;align-self:end}
.running-head{font-size:.8125rem;padding-bottom:.6rem;border-bottom:1px solid var(--rule)}
.running-head b{color:var(--ink)}
.kicker{font-size:.9375rem;margin-top:clamp(1.25rem,3vw,2.25rem)}
.kicker b{font-weight:600}
h1{font-size:clamp(1.9rem,.8rem + 5vw,4.5rem);line-height:1.04;letter-spacing:-.012em;margin-block:.35rem .5rem}
.question{font-size:clamp(1.15rem,1rem + .8vw,1.6rem);line-height:1.3;max-width:38em;text-wrap:balance}
.standfirst{margin-top:1.5rem}
.correction{border-inline-start:4px solid var(--accent);padding:.1rem 0 .1rem .8rem;font-size:.9375rem;line-height:1.4;max-width:46em;margin-top:.75rem}
p.standfirst{font-size:clamp(1.0625rem,1rem + .3vw,1.2rem);line-height:1.5;max-width:42em}
section:not(.group,.standfirst),.masthead+.positions{margin-top:clamp(2rem,4vw,3.25rem)}
article>section:not(.standfirst,.positions,.omitted),.group{border-top:1px solid var(--ink);padding-top:.7rem}
h2{font-size:1.5rem;line-height:1.15;margin-bottom:.6rem}
h3{font-size:1.2rem;line-height:1.2;margin-block:1rem .4rem}
.legend,caption{font-size:.875rem;padding-bottom:.5rem}
.note{font-size:.9375rem}
.positions{display:grid;gap:2.25rem 2rem;grid-template-columns:minmax(0,1fr)}
.group{border-top-width:3px}
.answer{background:var(--tint);padding:.55rem .7rem;margin-bottom:.35rem;font-size:.9375rem;line-height:1.4}
.statements>li{padding-block:.7rem .75rem;border-top:1px solid var(--rule)}
.statements>li:first-child{border-top:0}
.lead{font-size:.8125rem;line-height:1.35;margin-bottom:.15rem}
.statements .body{font-size:1rem;line-height:1.45}
.omitted{border-inline-start:4px solid var(--accent);padding:.1rem 0 .1rem .8rem;font-size:.9375rem}
section.omitted{border:0;padding:0;margin-top:1.5rem!important}
.disputes ol,ol.disputes{display:grid;gap:1.5rem 2rem;grid-template-columns:minmax(0,1fr)}
.disputes li{position:relative;padding-inline-start:2.4rem}
.disputes .sign{position:absolute;inset:.05rem auto auto 0;min-width:1.65rem;padding-inline:.2rem;text-align:center;
line-height:1.55rem;font-size:.9rem;color:var(--accent);border:1.5px solid currentColor}
.disputes .lead{font-size:.875rem;margin-bottom:.25rem}
.disputes .body{font-size:1rem;line-height:1.45}
.disputes .note{margin-top:.35rem;padding-inline-start:.75rem;border-inline-start:2px solid var(--rule);line-height:1.4}
.changes .lead{font-size:.875rem}
.changes .body{font-size:1rem;line-height:1.45}
section.changes[class*=groups-]{border:0;padding:0}
.changes .group+.group{margin-top:2.25rem}
.changes .group li{break-inside:avoid;padding-block:.6rem .75rem;border-bottom:1px solid var(--rule)}
.changes li .note{margin-top:.35rem;padding-inline-start:.75rem;border-inline-start:2px solid var(--rule);line-height:1.4}
section.changes>ul{columns:3 19rem;column-gap:2rem}
section.changes>ul>li{break-inside:avoid;padding-block:.2rem .6rem}
.timeline-plot{margin-block:.5rem 1rem}
.events{columns:3 19rem;column-gap:2rem;font-size:.9375rem;line-height:1.42}
.events li,.sources li{position:relative;padding-inline-start:2rem;padding-block:.2rem .4rem;break-inside:avoid}
.events .sign,.sources .sign{position:absolute;inset:.25rem auto auto 0;width:1.35rem;height:1.35rem;border-radius:50%;
background:var(--ink);color:var(--paper);font-size:.78rem;line-height:1.35rem;text-align:center}
.sources .sign{background:none;color:var(--ink);border-radius:0;font-size:.9375rem;text-align:start}
.sources{font-size:.9375rem;line-height:1.42}
ol.sources{columns:2 24rem;column-gap:2rem}
footer.colophon{border-top:5px solid var(--ink);margin-top:clamp(2rem,4vw,3.25rem);padding-top:.8rem}
p.colophon{font-size:.875rem;line-height:1.45;overflow-wrap:anywhere;max-width:60em;margin-bottom:.4rem}
li:target,.group:target{background:var(--tint);box-shadow:0 0 0 .4rem var(--tint)}
}
@media screen and (max-width:47.99rem){
.wide-only{display:none}
nav ul:last-of-type{margin-inline-start:-.4rem}
table,caption,thead,tbody,tr,th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
tbody tr{border-top:1px solid var(--rule);padding-block:.75rem .35rem}
tbody tr:first-child{border-top:2px solid var(--ink)}
tbody th{padding-bottom:.35rem}
tbody th b{font-size:1.0625rem}
tbody th .label{display:block;line-height:1.35}
td{display:grid;grid-template-columns:7.25rem minmax(0,1fr);gap:.6rem;padding-block:.35rem;line-height:1.35;font-size:.9375rem}
td.emphasised,tr.emphasised{background:var(--tint)}
td.emphasised{margin-inline:-.6rem;padding-inline:.6rem}
tr.emphasised td.emphasised{margin-inline:0;padding-inline:0}
tr.emphasised{padding-inline:.6rem;margin-inline:-.6rem}
.column{display:block;font-weight:600}
.column::after{content:attr(data-name)}
.code{display:none}
}
@media screen and (min-width:40rem){
.positions:not(.groups-1),.disputes ol,ol.disputes{grid-template-columns:repeat(2,minmax(0,1fr))}
}
@media screen and (min-width:48rem){
.matrix table{table-layout:fixed}
thead th{padding:.3rem .6rem .4rem;border-bottom:2px solid var(--ink);font-size:.9375rem}
thead th:first-child,tbody th{width:24%}
tbody th,td{padding:.55rem .6rem;border-bottom:1px solid var(--rule);font-size:.875rem;line-height:1.36}
tbody th:first-child,thead th:first-child{padding-inline-start:0}
tr.emphasised>:first-child{padding-inline-start:.6rem}
tbody th b{font-size:1rem}
tbody th .label{display:block;margin-top:.1rem}
.emphasised>th,.emphasised>td,.emphasised{background:var(--tint)}
}
@media screen and (min-width:40rem){
.many-pages .positions{display:block}
.many-pages .group{margin-bottom:2.25rem}
.many-pages .answer{max-width:42em}
.many-pages .changes .group>ul{columns:3 18rem;column-gap:2rem}
.many-pages .statements{columns:3 18rem;column-gap:2rem}
.many-pages .statements>li{break-inside:avoid;border-top:0;border-bottom:1px solid var(--rule)}
}
@media screen and (min-width:64rem){
main:not(.many-pages) .group{display:grid;grid-row:span 3;grid-template-rows:subgrid;row-gap:0;align-content:start}
p.standfirst{columns:2;column-gap:2.5rem;max-width:none}
.groups-3,.groups-5,.groups-6,.groups-9{grid-template-columns:repeat(3,minmax(0,1fr))!important}
.groups-4,.groups-7,.groups-8{grid-template-columns:repeat(4,minmax(0,1fr))!important}
.groups-4 .statements .body,.groups-7 .statements .body,.groups-8 .statements .body{font-size:.9375rem}
}
`;
