/**
 * What codes copy as: a ToUnicode CMap (ISO 32000-1, 9.10.3). In: the character or characters of each number, none
 * where a number stands for nothing. Out: the map, with neighbours of Unicode that are neighbours here written as one
 * range. It knows no glyph and no font.
 */
const HEAD = [
  "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
  "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
  "1 begincodespacerange <0000><ffff> endcodespacerange",
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
    if (last === first) singles.push(`<${hex(first)}><${utf16(text)}>`);
    else ranges.push(`<${hex(first)}><${hex(last)}><${utf16(text)}>`);
    first = last + 1;
  }
  return HEAD + blocks(ranges, "bfrange") + blocks(singles, "bfchar") + END;
}

/** Whether the next code stands for the next character; within a range only the last byte of either may differ. */
function follows(characters: readonly string[], last: number, first: number): boolean {
  const next = characters[last + 1];
  if (next === undefined || next.length !== 1 || characters[first]?.length !== 1) return false;
  const unit = next.charCodeAt(0);
  return (
    unit === (characters[first] as string).charCodeAt(0) + last + 1 - first && unit < 0x100 && ((last + 1) & 0xff) !== 0
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

const hex = (value: number): string => value.toString(16).padStart(4, "0");

function utf16(text: string): string {
  let digits = "";
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i));
  return digits;
}
