/** Words with soft hyphens where German may divide them, for libraries that divide at these and know no language. */
import { createRequire } from "node:module";

// The package has no types; this is all of it that is used.
const { hyphenateSync } = createRequire(import.meta.url)("hyphen/de-1996") as {
  hyphenateSync(text: string, options: { readonly minWordLength: number }): string;
};

export const SOFT_HYPHEN = "\u00ad";

export function softHyphens(text: string): string {
  return text.includes("/") ? text : hyphenateSync(text, { minWordLength: 6 });
}
