/**
 * A citation as RIS. In: what is cited. Out: one reference, a field a line, lines ended as the format wants them. No text
 * can begin a line of its own or look like a tag: that is two characters, two spaces and a hyphen.
 */
import type { Citable } from "../../model/citable.ts";
import { AUTHOR } from "../author.ts";
import { citationKey } from "./citation-key.ts";
import { citedText } from "./cited-text.ts";

export function writeRis(citable: Citable): string {
  const { title, edition, issued, genre, language, url, note } = citable;
  const fields: readonly (readonly [string, string])[] = [
    ["TY", "RPRT"],
    ["ID", citationKey(citable)],
    ["TI", title],
    ["AU", AUTHOR],
    ["PB", AUTHOR],
    ["M3", genre],
    ["SN", edition],
    ["PY", issued.slice(0, 4)],
    ["DA", issued.replaceAll("-", "/")],
    ["LA", language],
    ["UR", url],
    ["N1", note],
    ["ER", ""],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${citedText(value)}\r\n`).join("");
}
