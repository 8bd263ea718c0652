/**
 * In which direction a language is written. In: a language tag. Out: `rtl` or `ltr`, the value of HTML's `dir`. It looks
 * at the language only, for ours are written in one script each.
 */
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}
