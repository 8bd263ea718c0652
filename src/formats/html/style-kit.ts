/**
 * The page of the newsletter kit: the preview in its frame, and the fields to copy from. In: nothing. Out: CSS text. The
 * frame is as wide as a mail, or as the screen.
 */
export const KIT_STYLE = `
@media screen{
.kit textarea{display:block;width:100%;padding:.6rem .7rem;background:var(--tint);color:var(--ink);
border:1px solid var(--rule);border-radius:0;font:.8125rem/1.45 ui-monospace,Consolas,monospace;resize:vertical;white-space:pre;overflow-x:auto}
.kit iframe{display:block;width:100%;max-width:38.75rem;height:32rem;margin-top:.6rem;border:1px solid var(--rule);background:#fff}
.kit section{margin-top:1.75rem}
.kit #copy-embed{white-space:pre-wrap;height:auto}
.kit section>p{max-width:42em;margin-block:.4rem}
.kit .years{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem}
.kit .years li{border:0;padding:0}
.kit .years a{display:block;padding:.35rem 0}
}
`;
