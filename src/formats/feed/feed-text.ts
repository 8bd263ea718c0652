/**
 * Text as XML 1.0 may carry it, for feeds. In: text from a library. Out: the same words without what no XML document
 * may hold, on one line. JSON Feed gets the same, so that all feeds say the same.
 */
import { visibleText } from "../visible-text.ts";

/** U+FFFE and U+FFFF are no characters of XML (2.2); all else that is none is gone before. */
export function feedText(text: string): string {
  return visibleText(text).replace(/[\ufffe\uffff]/g, "");
}
