/**
 * The one style of every web page. In: the parts for any medium, for screens and for paper. Out: the text of the style
 * element, from which `shell.ts` computes the hash that the policy names. Nothing is imported from elsewhere, so a saved
 * page keeps its looks but for the faces.
 */
import { BASE_STYLE } from "./style-base.ts";
import { CITING_STYLE } from "./style-citing.ts";
import { EVIDENCE_STYLE } from "./style-evidence.ts";
import { KIT_STYLE } from "./style-kit.ts";
import { PAGES_STYLE } from "./style-pages.ts";
import { PRINT_STYLE } from "./style-print.ts";
import { SCREEN_STYLE } from "./style-screen.ts";
import { VERSION_NOTICE_STYLE } from "./style-version-notice.ts";

export const STYLE = [
  BASE_STYLE,
  SCREEN_STYLE,
  PRINT_STYLE,
  PAGES_STYLE,
  VERSION_NOTICE_STYLE,
  CITING_STYLE,
  EVIDENCE_STYLE,
  KIT_STYLE,
].join("");
