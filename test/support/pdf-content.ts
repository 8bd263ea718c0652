/**
 * A content stream read back (ISO 32000-1, 7.8 and 14.6). In: its operators as text. Out: the marked-content sequences in
 * order, each with the codes it shows and how deep it stands in others, and what is painted outside of all of them. It
 * knows just the operators and operands that our pages use; any other is a stray.
 */

export interface Mark {
  tag: string;
  /** Null for artifacts. */
  id: number | null;
  /** How many other sequences it stands in. */
  depth: number;
  /**
   * `actual` is what ActualText has the codes stand for, said with the first of them; null where they stand for
   * themselves.
   */
  shows: { font: string; codes: number[]; actual: string | null }[];
  paths: number;
}

const PATH = new Set(["m", "l", "c", "re", "h"]);
const PAINT = new Set(["f", "S", "B", "s", "b", "f*", "B*", "n"]);
const STATE = new Set(["rg", "RG", "g", "G", "w", "Tm", "Td", "TD", "T*", "Tc", "Tw", "cm", "q", "Q", "d", "J", "j"]);

/** In this order: dictionaries; strings, literal and hexadecimal; lists of them; names; numbers and operators. */
const LITERAL = String.raw`\((?:[^\\()]|\\[\s\S])*\)`;
const HEXADECIMAL = String.raw`<[0-9A-Fa-f\s]*>`;
const TOKEN = new RegExp(
  String.raw`<<(?:${LITERAL}|(?!>>)[^()])*>>|${LITERAL}|${HEXADECIMAL}|\[(?:${LITERAL}|${HEXADECIMAL}|[^\]()<>])*\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+`,
  "g",
);
const STRING = new RegExp(`${LITERAL}|${HEXADECIMAL}`, "g");

export function marksIn(stream: string): { marks: Mark[]; strays: string[] } {
  const marks: Mark[] = [];
  const open: Mark[] = [];
  const strays: string[] = [];
  let operands: string[] = [];
  let inText = false;
  let saved = 0;
  let font = "";
  let actual: string | null = null;
  let deepest = 0;
  const begin = (tag: string, id: number | null): void => {
    const mark: Mark = { tag, id, depth: open.length, shows: [], paths: 0 };
    marks.push(mark);
    open.push(mark);
  };
  for (const [token] of stream.matchAll(TOKEN)) {
    if (/^[(<[/]|^[-+.\d]/.test(token)) {
      operands.push(token);
      continue;
    }
    const current = open.at(-1);
    const [first = "", second = ""] = operands;
    switch (token) {
      case "BMC":
        begin(first.slice(1), null);
        break;
      case "BDC":
        // A span that only says what its glyphs stand for is part of the sequence it stands in.
        if (second.includes("/ActualText") && current !== undefined) {
          open.push(current);
          actual = actualIn(second);
        } else begin(first.slice(1), Number(/\/MCID (\d+)/.exec(second)?.[1] ?? Number.NaN));
        break;
      case "EMC":
        if (open.pop() === undefined) strays.push("EMC without a beginning");
        actual = null;
        break;
      case "BT":
      case "ET":
        if (inText === (token === "BT")) strays.push(`${token} twice`);
        inText = token === "BT";
        break;
      case "Tf":
        font = first.slice(1);
        break;
      case "TJ":
      case "Tj":
        if (current === undefined) strays.push("text outside of marked content");
        if (!inText) strays.push("text outside of a text object");
        current?.shows.push({ font, codes: codesIn(first), actual });
        if (actual !== null) actual = "";
        break;
      default:
        if (token === "q") saved += 1;
        deepest = Math.max(deepest, saved);
        if (token === "Q") saved -= 1;
        if (PAINT.has(token) && current === undefined) strays.push(`${token} outside of marked content`);
        if (PAINT.has(token) && current !== undefined) current.paths += 1;
        if (PATH.has(token) && inText) strays.push(`${token} within a text object`);
        if (!PATH.has(token) && !PAINT.has(token) && !STATE.has(token)) strays.push(`unknown operator ${token}`);
    }
    operands = [];
  }
  if (open.length > 0) strays.push("marked content without an end");
  if (inText) strays.push("a text object without an end");
  // ISO 19005-3, 6.1.13.
  if (deepest > 28) strays.push(`q stands ${deepest} deep`);
  if (saved !== 0) strays.push("q and Q do not pair");
  return { marks, strays };
}

/** UTF-16 with its mark, or a byte a character. */
function actualIn(dictionary: string): string {
  const text = new RegExp(`/ActualText\\s*(${STRING.source})`).exec(dictionary)?.[1] ?? "";
  const bytes = Buffer.from(bytesOf(text));
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString("utf16le")
    : bytes.toString("latin1");
}

const bytesOf = (text: string): readonly number[] =>
  text.startsWith("(") ? literalBytes(text.slice(1, -1)) : hexadecimalBytes(text.slice(1, -1));

/** Two bytes a code, as Identity-H has it. */
function codesIn(operand: string): number[] {
  return (operand.match(STRING) ?? []).flatMap((text) => {
    const bytes = bytesOf(text);
    const codes: number[] = [];
    // Half a code is none, and would be read differently by every program.
    for (let i = 0; i < bytes.length; i += 2) codes.push((bytes[i] as number) * 256 + (bytes[i + 1] ?? Number.NaN));
    return codes;
  });
}

function hexadecimalBytes(text: string): readonly number[] {
  const digits = text.replace(/\s/g, "");
  return (digits.match(/..?/g) ?? []).map((pair) => Number.parseInt(pair.padEnd(2, "0"), 16));
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Escapes, octal numbers, and line ends, of which a bare one of any kind counts as a line feed (7.3.4.2). */
function literalBytes(text: string): readonly number[] {
  return [...text.matchAll(/\\([0-7]{1,3})|\\(\r\n|[\s\S])|\r\n?|[\s\S]/g)].flatMap(([all, octal, escaped]) => {
    if (octal !== undefined) return [Number.parseInt(octal, 8) & 255];
    if (escaped !== undefined) return /^[\r\n]/.test(escaped) ? [] : [ESCAPES[escaped] ?? escaped.charCodeAt(0)];
    return [all.startsWith("\r") ? 10 : all.charCodeAt(0)];
  });
}
