/**
 * What went wrong in a file that is not YAML, as an editor would say it. In: the file's text and the mistakes the YAML
 * library found. Out: one sentence for each slip, at the line where it was made, which is often not where the library
 * stumbled: a tab or a quotation mark makes mistakes of all that follows. It does not look at what is sound.
 */
import type { YAMLParseError } from "yaml";
import { misindented } from "./yaml-indents.ts";

export interface Slip {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** `lineOf` tells the line of a place in the text. */
export function slipsOf(
  text: string,
  errors: readonly YAMLParseError[],
  lineOf: (at: number) => number,
): readonly Slip[] {
  const [first] = errors;
  if (first === undefined) return [];
  const lines = text.split(/\r?\n/);
  const at = lineOf(first.pos[0]);
  return (
    tabs(lines) ??
    twice(errors, lineOf) ??
    documents(first, at) ??
    quotation(lines, at) ??
    indentation(lines) ?? [{ line: at, reason: `is not YAML: ${sentence(first.message)}${others(errors.length - 1)}` }]
  );
}

type Found = readonly Slip[] | null;

function tabs(lines: readonly string[]): Found {
  const tabbed = lines.flatMap((line, i) => (/^ *\t\s*\S/.test(line) ? [i + 1] : []));
  const [first] = tabbed;
  if (first === undefined) return null;
  const more = tabbed.length === 1 ? "" : `, here and in ${tabbed.length - 1} more ${lineWord(tabbed.length - 1)}`;
  return [{ line: first, reason: `is indented with a tab${more}; indent with spaces` }];
}

/** Most often the dash before the second entry was forgotten. */
function twice(errors: readonly YAMLParseError[], lineOf: (at: number) => number): Found {
  if (errors.some(({ code }) => code !== "DUPLICATE_KEY")) return null;
  return errors.slice(0, 1).map(({ pos }) => ({
    line: lineOf(pos[0]),
    reason: `is there twice in one entry; take one away, or begin a new entry with “- ”${others(errors.length - 1)}`,
  }));
}

function documents({ code }: YAMLParseError, line: number): Found {
  return code === "MULTIPLE_DOCS" ? [{ line, reason: "begins a second document with ---; take that line away" }] : null;
}

const KEY = /^\s*(?:- +)*[\w-]+:(?:\s|$)/;
const QUOTED = /^\s*(?:- +)*(?:[\w-]+:\s+)?(["'])(.*)$/;

/** A text in quotation marks that ends too early, or never; the library stumbles at it or anywhere behind it. */
function quotation(lines: readonly string[], at: number): Found {
  for (let i = 0; i < Math.min(lines.length, at); i++) {
    const [, mark, rest = ""] = QUOTED.exec(lines[i] as string) ?? [];
    if (mark === undefined) continue;
    const end = closing(rest, mark);
    if (end < 0) {
      const next = lines[i + 1];
      // A text may go on over several lines, but no field begins within one.
      if (next === undefined || next.trim() === "" || KEY.test(next))
        return [{ line: i + 1, reason: `opens a text with ${mark} that nothing closes; put ${mark} at its end` }];
    } else if (/^\s*[^\s#,\]}:]/.test(rest.slice(end + 1))) {
      return [
        {
          line: i + 1,
          reason: `has ${mark} within a text that ${mark} encloses; write “ ” or the quotation marks of its language`,
        },
      ];
    }
  }
  return null;
}

/** Where a text that a mark has opened ends; -1 where not on this line. */
function closing(rest: string, mark: string): number {
  for (let i = 0; i < rest.length; i++) {
    if (mark === '"' && rest[i] === "\\") i += 1;
    else if (mark === "'" && rest.startsWith("''", i)) i += 1;
    else if (rest[i] === mark) return i;
  }
  return -1;
}

function indentation(lines: readonly string[]): Found {
  const found = misindented(lines);
  if (found === null) return null;
  const { line, spaces, wanted } = found;
  return [
    { line, reason: `begins after ${spaces} ${spaceWord(spaces)}, and what it belongs to after ${wanted}; align it` },
  ];
}

/** The library's own words, which begin with a capital and may end in a place. */
function sentence(message: string): string {
  return message.replace(/ at line \d+.*$/s, "").replace(/\.$/, "");
}

function others(count: number): string {
  return count === 0 ? "" : ` (${count} more ${count === 1 ? "mistake" : "mistakes"} behind it may come of this)`;
}

const lineWord = (count: number): string => (count === 1 ? "line" : "lines");
const spaceWord = (count: number): string => (count === 1 ? "space" : "spaces");
