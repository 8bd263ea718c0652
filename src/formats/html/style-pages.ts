/**
 * The pages around the sheets, contents and errors, in the same dress. In: nothing. Out: CSS text for what `http/pages`
 * writes inside `main.page`: headings, paragraphs, lists of links.
 */
export const PAGES_STYLE = `
@media screen{
.page h1{margin-top:clamp(1.25rem,3vw,2.25rem)}
.page>p{max-width:42em;margin-block:.6rem}
.page section{border-top:3px solid var(--ink);padding-top:.7rem}
.page ul{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
.page li{padding-block:.6rem .7rem;border-top:1px solid var(--rule)}
.page li>a:first-child{display:inline-block;padding-block:.15rem;font:600 1.25rem/1.25 var(--display)}
.page li p{font-size:.9375rem;line-height:1.4;color:var(--quiet)}
}
`;
