/**
 * The line below a sheet by which it is cited. In: nothing. Out: CSS text. One click selects the line; on paper it is not
 * there, for the sheet prints its own address.
 */
export const CITING_STYLE = `
@media screen{
.citing{max-width:82rem;margin:0 auto 2rem;padding-inline:clamp(1rem,4vw,3rem);display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline;font:.875rem/1.45 var(--label);hyphens:manual}
.citing .citation{user-select:all;overflow-wrap:anywhere;flex:1 1 24rem}
.citing ul{display:flex;flex-wrap:wrap;gap:.2rem .9rem}
.citing a{display:inline-block;padding-block:.3rem}
}
@media print{.citing{display:none}}
`;
