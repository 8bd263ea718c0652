/** The little that is used of citation-js, which comes without types. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(input: string, options: { readonly forceType: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-ris" {}
declare module "@citation-js/plugin-csl" {}
