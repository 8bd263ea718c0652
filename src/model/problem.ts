/**
 * What can be wrong with what somebody gave us, as a closed set. In: where it is wrong, why, and what to do about it.
 * Out: values that a command line, a page or an API prints. It knows neither HTTP status codes nor languages of the
 * sheet: problems speak to editors and developers, in English.
 */
import { type Clash, clashLines } from "./clash.ts";

/** One mistake in data: `file` and `field` say where, `reason` what is wrong and what to do. */
export interface Problem {
  readonly file: string;
  /** A path such as `statements[kyiv-no-land].citations[0].paragraph`. */
  readonly field: string;
  /** Line in the file, counted from 1, where it is known. */
  readonly line?: number;
  readonly reason: string;
  /** A warning does not keep the data out. */
  readonly severity: "error" | "warning";
}

/** Data was refused; `problems` holds every mistake found, not only the first. */
export class BadLibrary extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problemLines(problems).join("\n"));
    this.name = "BadLibrary";
    this.problems = problems;
  }
}

/** Others wrote the same entries since they were looked at; nothing was written. */
export class Conflict extends Error {
  readonly clashes: readonly Clash[];
  constructor(clashes: readonly Clash[]) {
    super(clashes.flatMap(clashLines).join("\n"));
    this.name = "Conflict";
    this.clashes = clashes;
  }
}

/** Even the smallest version of a page does not fit its paper: the template or the caps are at fault, not the reader. */
export class Overset extends Error {
  constructor(template: string, topic: string, language: string, paper: string, points: number) {
    super(
      `template ${template}: the required blocks of ${topic} (${language}, ${paper}) are ${points.toFixed(1)} pt too tall ` +
        "after every concession; shorten a cap, drop a block or add a concession",
    );
    this.name = "Overset";
  }
}

/** A template contradicts itself; found when templates are loaded. */
export class BadTemplate extends Error {
  constructor(template: string, field: string, reason: string) {
    super(`templates/${template}.ts: ${field}: ${reason}`);
    this.name = "BadTemplate";
  }
}

/** Settings of `wrangler.toml` cannot be understood; each message is a sentence that names one and what to write. */
export class BadSettings extends Error {
  constructor(messages: readonly string[]) {
    super(messages.join("\n"));
    this.name = "BadSettings";
  }
}

/** What was asked of the press cannot be done, however often it is tried; the stores are as they were. */
export class BadOrder extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "BadOrder";
  }
}

/** What was published is not to be had: its bytes are gone, and nothing else may be answered in their place. */
export class Lost extends Error {
  readonly edition: string;
  /** Of the object in R2. */
  readonly key: string;
  constructor(edition: string, key: string) {
    super(`edition ${edition} was published, but ${key} is not in R2`);
    this.name = "Lost";
    this.edition = edition;
    this.key = key;
  }
}

/** More than this nobody reads before the first are mended. */
const TOLD = 40;

/** All of them, a line each, or the first and how many more there are. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  const told = problems.slice(0, TOLD).map(problemLine);
  const more = problems.length - told.length;
  return more === 0 ? told : [...told, `… and ${more} more`];
}

/** `file:line field: reason`, the form in which a terminal and an editor can jump to it. */
export function problemLine(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${problem.severity}: ${place} ${problem.field}: ${problem.reason}`;
}
