/**
 * Citations that open a card, and the cards. In: nothing. Out: CSS text. A button looks like the citations beside it that
 * lead to their entry; its line is dotted, as what opens in its place.
 */
export const EVIDENCE_STYLE = `
button.cite{appearance:none;border:0;background:none;margin:0;padding:0;font:inherit;font-family:var(--label);font-size:.8em;color:var(--quiet);
cursor:pointer;white-space:nowrap;text-decoration:underline dotted 1px;text-underline-offset:.18em}
button.cite:hover{color:var(--accent)}
@media screen{
.evidence{inset:auto 1rem 1rem auto;max-width:min(30rem,calc(100vw - 2rem));max-height:60vh;overflow:auto;padding:1rem 1.2rem;border:1px solid var(--ink);border-radius:2px;
background:var(--paper);color:var(--ink);font:1rem/1.45 var(--label);box-shadow:0 .3rem 1.5rem rgb(0 0 0/.25)}
.evidence>*+*{margin-block-start:.5rem}
.evidence blockquote{font-family:var(--text);overflow-wrap:anywhere}
.evidence ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
.evidence li a{display:inline-block;padding-block:.3rem}
.evidence .close{font:inherit;padding:.3rem .8rem;border:1px solid currentColor;border-radius:2px;background:none;color:inherit;cursor:pointer}
}
@media print{.evidence{display:none}}
`;
