/**
 * What stands in the Worker for two packages that pdf-lib's context names and never calls here: a deflate in JavaScript
 * (`pako`) and the fonts that every reader has (`@pdf-lib/standard-fonts`). `wrangler.toml` puts it in their place; they
 * are two thirds of the script and took a quarter of an isolate's start. In: nothing. Out: what is read when pdf-lib loads.
 */

/** Of the standard fonts, none; of the deflate, not even a name. */
export const FontNames = {};
