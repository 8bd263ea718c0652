/**
 * The pages around the sheets, contents and errors, in the same dress. In: nothing. Out: CSS text for what stands inside
 * `main.contents`: a line of dates, a heading, paragraphs, and lists of sheets with their formats.
 */
export const PAGES_STYLE = `
@media screen{
.contents .running-head{border-top:5px solid var(--ink);padding-top:.6rem}
.contents h1{margin-top:clamp(1.25rem,3vw,2.25rem);max-width:22em;font-size:clamp(1.9rem,1.2rem + 3vw,3.5rem)}
.contents>h1:first-child{border-top:5px solid var(--ink);padding-top:1.25rem;max-width:none;font-size:clamp(1.6rem,1.2rem + 2vw,2.5rem)}
.contents>p:not(.running-head){max-width:42em;margin-block:.6rem}
.contents>ul{margin-block:1rem}
.contents>ul li{padding-block:.2rem}
.contents>ul a{display:inline-block;padding-block:.2rem}
.contents section{border-top:3px solid var(--ink);padding-top:.7rem}
.contents section ul{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}
.contents section li{padding-block:.7rem .5rem;border-top:1px solid var(--rule)}
.contents h3{margin:0}
.contents h3 a{display:inline-block;padding-block:.15rem}
.contents li p{font-size:.9375rem;line-height:1.4}
.contents li .note{font-family:var(--label);font-size:.875rem;margin-top:.25rem}
.contents .note a{display:inline-block;padding:.3rem .15rem}
}
`;
