/**
 * Everything a request can be refused for, as a closed set. In: what was asked for and what there is instead. Out: an
 * error to throw; `write-refusal.ts` puts it in words. It knows no format and no language.
 */
import type { Retraction } from "../../model/edition.ts";

/** One thing that can be asked for instead. */
export interface Choice {
  readonly name: string;
  /** A path on this site. */
  readonly href?: string;
}

const STATUS = {
  parameter: 400,
  language: 404,
  topic: 404,
  ending: 404,
  edition: 404,
  address: 404,
  embedded: 404,
  missing: 400,
  retracted: 410,
  gone: 410,
  method: 405,
  type: 406,
  fault: 500,
  format: 501,
  empty: 503,
  rebuilding: 503,
  lost: 503,
  unready: 503,
} as const;

export type RefusalCode = keyof typeof STATUS;
export type RefusalStatus = (typeof STATUS)[RefusalCode];

/** `given` is what the reader wrote; it is shown only after `plain`. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: RefusalStatus;
  readonly values: Readonly<Record<string, string>>;
  readonly choices: readonly Choice[];
  /** Day and reason; the editors' own words, so they are neither cut nor cleaned. */
  readonly retraction: Retraction | null;
  constructor(
    code: RefusalCode,
    values: Readonly<Record<string, string>> = {},
    choices: readonly Choice[] = [],
    retraction: Retraction | null = null,
  ) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.status = STATUS[code];
    this.values = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
    this.choices = choices;
    this.retraction = retraction;
  }
}

/** A reader's own words, short and without anything invisible, fit to be repeated in a sentence. */
function plain(text: string): string {
  const visible = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ").trim();
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible;
}
