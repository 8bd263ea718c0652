/**
 * What codes copy as: a ToUnicode CMap (ISO 32000-1, 9.10.3). In: the character or characters of each number, none
 * where a number stands for nothing. Out: the map,
 * with neighbours of Unicode that are neighbours here written as one range. It knows no glyph and no font.
 */
import { codeSpace } from "./code-map.ts";
import { SINGLES } from "./codes.ts";

const HEAD = [
  "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
  "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n",
].join("\n");
const END = "\nendcmap CMapName currentdict/CMap defineresource pop end end";

export function unicodeMap(characters: readonly string[]): string {
  const singles: string[] = [];
  const ranges: string[] = [];
  for (let first = 0; first < characters.length; ) {
    const text = characters[first] as string;
    let last = first;
    if (text === "") {
      first += 1;
      continue;
    }
    while (follows(characters, last, first)) last += 1;
    if (last === first) singles.push(`<${code(first)}><${utf16(text)}>`);
    else ranges.push(`<${code(first)}><${code(last)}><${utf16(text)}>`);
    first = last + 1;
  }
  return HEAD + codeSpace(characters.length) + blocks(ranges, "bfrange") + blocks(singles, "bfchar") + END;
}

/** Whether the next code stands for the next character; within a range only the last byte of either may differ. */
function follows(characters: readonly string[], last: number, first: number): boolean {
  const next = characters[last + 1];
  if (next === undefined || next.length !== 1 || characters[first]?.length !== 1) return false;
  const unit = next.charCodeAt(0);
  return (
    unit === (characters[first] as string).charCodeAt(0) + last + 1 - first &&
    (unit & 0xff) !== 0 &&
    last + 1 !== SINGLES &&
    ((last + 1 - SINGLES) & 0xff) !== 0
  );
}

/** At most a hundred entries each. */
function blocks(entries: readonly string[], kind: string): string {
  let text = "";
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100);
    text += `\n${block.length} begin${kind}\n${block.join("\n")}\nend${kind}`;
  }
  return text;
}

/** One byte or two, as `codes.ts` writes them. */
const code = (number: number): string =>
  number < SINGLES ? number.toString(16) : hex((SINGLES << 8) + number - SINGLES);

const hex = (value: number): string => value.toString(16).padStart(4, "0");

function utf16(text: string): string {
  let digits = "";
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i));
  return digits;
}
