/**
 * The sentence above a page that says where it stands, and the list of all editions. In: nothing. Out: CSS text. On
 * paper the sentence is not there, for it is about the page and not on the sheet.
 */
export const VERSION_NOTICE_STYLE = `
.standing,.archive{font-family:var(--label);hyphens:manual}
@media screen{
.standing{max-width:82rem;margin:.2rem auto .9rem;padding-inline:clamp(1rem,4vw,3rem);font-size:.9375rem;line-height:1.45}
.standing p{padding:.45rem .8rem;border-inline-start:4px solid var(--rule);background:var(--tint)}
.standing .corrected{border-color:var(--accent)}
.standing .corrected b{color:var(--accent)}
.archive h2{font-size:1.25rem}
.archive ol.editions{display:block}
.archive .editions>li{display:grid;grid-template-columns:minmax(0,1fr);gap:.1rem 1.5rem;padding-block:.55rem}
.archive .editions h3{font-family:var(--label);font-size:1.0625rem}
.archive .editions p{font-size:.9375rem;line-height:1.4;max-width:60rem}
.archive .editions .flag{font-size:.9375rem}
.archive .years{display:flex;flex-wrap:wrap;gap:0 .5rem;margin:.6rem -.4rem}
.archive .years a{display:block;padding:.35rem .4rem}
}
@media screen and (min-width:40rem){
.archive .editions>li{grid-template-columns:9rem minmax(0,1fr)}
.archive .editions>li>h3{grid-row:1/span 4}
.archive .editions>li>:not(h3){grid-column:2}
}
@media print{.standing{display:none}}
`;
