/**
 * What stands in a cell of a table, so that its type is not lost. In: what D1 answers, with SQLite's name of its type. Out:
 * the value as a line of JSON holds it, and SQL that puts it back. Most are themselves; what JSON cannot tell apart or
 * JavaScript cannot hold is an object that names its type.
 */
import type { Cell } from "./stores.ts";
import type { Param } from "./stores-worker.ts";

export type Value =
  | null
  /** A whole number is an integer, another one is real. */
  | number
  | string
  /** Larger than JavaScript counts. */
  | { readonly integer: string }
  | { readonly real: number | "Inf" | "-Inf" }
  /** Base64. */
  | { readonly blob: string }
  /** Base64 of a text that is no UTF-8. */
  | { readonly text: string };

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** How a column is read. Texts are read as bytes only where some of them turned out to be no UTF-8. */
export function cellOf(column: string, texts: "decoded" | "bytes"): string {
  const cell = quoted(column);
  const large = `typeof(${cell}) = 'integer' AND ${cell} NOT BETWEEN -9007199254740991 AND 9007199254740991`;
  const endless = `typeof(${cell}) = 'real' AND ${cell} IN (9e999, -9e999)`;
  const bytes = texts === "bytes" ? ` WHEN typeof(${cell}) = 'text' THEN CAST(${cell} AS BLOB)` : "";
  return `CASE WHEN ${large} OR ${endless} THEN CAST(${cell} AS TEXT)${bytes} ELSE ${cell} END`;
}

export const kindOf = (column: string): string => `typeof(${quoted(column)})`;

export function valueIn(cell: Cell, kind: Cell): Value {
  switch (kind) {
    case "null":
      return null;
    case "integer":
      return typeof cell === "string" ? { integer: cell } : (cell as number);
    case "real":
      return Number.isFinite(cell) && !Number.isInteger(cell) ? (cell as number) : { real: cell as number };
    case "text":
      return typeof cell === "object" && cell !== null ? textOf(cell.blob) : (cell as string);
    default:
      // D1 answers bytes as it likes where there are none.
      return typeof cell === "object" && cell !== null ? { blob: cell.blob } : { blob: "" };
  }
}

function textOf(base64: string): Value {
  const bytes = Buffer.from(base64, "base64");
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : { text: base64 };
}

/** Whether `json_each` gives it back as it was. Reals are not taken for such: text does not keep the last bit. */
export function isPlain(value: Value): boolean {
  return value === null || Number.isInteger(value) || (typeof value === "string" && !value.includes("\0"));
}

/** A value as SQL; a parameter is added to those that are there. */
export function boundTo(value: Value, params: Param[]): string {
  const param = (given: Param): string => `?${params.push(given)}`;
  if (value === null) return "NULL";
  if (typeof value === "string") return param(value);
  // D1 takes every number for a real one.
  if (typeof value === "number")
    return Number.isInteger(value) ? `CAST(${param(`${value}`)} AS INTEGER)` : `CAST(${param(value)} AS REAL)`;
  if ("integer" in value) return `CAST(${param(value.integer)} AS INTEGER)`;
  if ("blob" in value) return param({ blob: value.blob });
  if ("text" in value) return `CAST(${param({ blob: value.text })} AS TEXT)`;
  if (typeof value.real === "number") return `CAST(${param(value.real)} AS REAL)`;
  return value.real === "Inf" ? "9e999" : "-9e999";
}
