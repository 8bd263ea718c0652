/**
 * How codes become numbers: a CMap (ISO 32000-1, 9.7.5), for none of those that readers know has one byte for what is
 * frequent. In: one more than the last number in use. Out: the map. What codes copy as is told by `unicode-map.ts`.
 */
import { FIRST, SINGLES } from "./codes.ts";

export const CODE_MAP_NAME = "Einblatt";

const hex = (value: number): string => value.toString(16);
const SINGLE = `<${hex(FIRST)}><${hex(SINGLES - 1)}>`;

export function codeMap(end: number): string {
  // Within a range only the last byte of a code may differ (9.7.5.4).
  const ranges = [`${SINGLE}${FIRST}`];
  for (let first = SINGLES; first < end; first += 0x100) {
    const lead = hex(SINGLES + ((first - SINGLES) >> 8));
    ranges.push(`<${lead}00><${lead}ff>${first}`);
  }
  return [
    "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>def",
    `/CMapName/${CODE_MAP_NAME} def/CMapType 1 def`,
    codeSpace(end),
    `${ranges.length} begincidrange ${ranges.join("\n")} endcidrange`,
    "endcmap CMapName currentdict/CMap defineresource pop end end",
  ].join("\n");
}

/** The codes there are, as either map must say first. */
export function codeSpace(end: number): string {
  const ranges =
    end > SINGLES ? `2 begincodespacerange ${SINGLE}<${hex(SINGLES)}00><ffff>` : `1 begincodespacerange ${SINGLE}`;
  return `${ranges} endcodespacerange`;
}
