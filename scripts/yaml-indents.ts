/**
 * Fields that stand too far left or right. In: the lines of a file that is not YAML. Out: the first line whose field is
 * aligned with nothing it could belong to. It reads only as much of YAML as seeds have: fields, lists, and texts over
 * several lines, which it passes over.
 */

export interface Misindented {
  /** Counted from 1. */
  readonly line: number;
  /** How many spaces there are, and how many there should be. */
  readonly spaces: number;
  readonly wanted: number;
}

const FIELD = /^( *)((?:- +)*)([\w-]+):(?:\s+(.*))?$/;
/** A text that goes on below, kept line by line or folded. */
const BLOCK = /^[|>][+-]?\d?\s*(?:#.*)?$/;

export function misindented(lines: readonly string[]): Misindented | null {
  /** Where fields begin that what follows may belong to, outermost first, and where dashes stand. */
  let columns: readonly number[] = [];
  let dashes: readonly number[] = [];
  /** Whether the field before has its value below it. */
  let isOpen = true;
  /** Lines further in than this belong to a text. */
  let block = Number.POSITIVE_INFINITY;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const indent = line.length - line.trimStart().length;
    if (indent > block) continue;
    block = Number.POSITIVE_INFINITY;
    const [, spaces = "", dash = "", , value = ""] = FIELD.exec(line) ?? [];
    if (!FIELD.test(line)) continue;
    const column = spaces.length + dash.length;
    const known = dash === "" ? columns : dashes;
    const last = columns.at(-1) ?? 0;
    const begins = dash === "" ? column : spaces.length;
    if (!known.includes(begins) && !(isOpen && begins >= last)) {
      const wanted = known.toSorted((a, b) => Math.abs(a - begins) - Math.abs(b - begins))[0] ?? last;
      return { line: i + 1, spaces: begins, wanted };
    }
    columns = [...columns.filter((each) => each < column), column];
    if (dash !== "") dashes = [...dashes.filter((each) => each < begins), begins];
    else dashes = dashes.filter((each) => each < column);
    isOpen = value === "" || value.startsWith("#");
    if (BLOCK.test(value)) block = column;
  }
  return null;
}
