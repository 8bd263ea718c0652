/**
 * An entry that two wrote at once, each without the other's knowledge. In: what it says on either side. Out: lines for
 * whoever has to make one of both, field by field where both have one. It does not decide.
 */
import { type Path, pathText } from "./parsing/finding.ts";
import { sameValue } from "./same-value.ts";

export interface Clash {
  /** Such as `statements kyiv-no-land`. */
  readonly entry: string;
  /** Null where that side removed it, or never had it. */
  readonly ours: object | null;
  readonly theirs: object | null;
}

export function clashLines({ entry, ours, theirs }: Clash): readonly string[] {
  const fields = ours === null || theirs === null ? [[] as Path] : differingFields([], ours, theirs);
  return [
    `${entry} was changed on both sides:`,
    ...fields.flatMap((path) => [
      `  ${pathText(path)}`,
      `    here:  ${told(valueAt(ours, path))}`,
      `    there: ${told(valueAt(theirs, path))}`,
    ]),
  ];
}

/** The deepest places at which two values differ. */
export function differingFields(path: Path, one: unknown, other: unknown): readonly Path[] {
  if (sameValue(one, other)) return [];
  if (!isGroup(one) || !isGroup(other) || Array.isArray(one) || Array.isArray(other)) return [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const found = keys.flatMap((key) => differingFields([...path, key], one[key], other[key]));
  return found.length === 0 ? [path] : found;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((each, step) => (isGroup(each) ? each[step] : undefined), value);
}

export function told(value: unknown): string {
  return value === undefined || value === null ? "nothing" : JSON.stringify(value);
}
