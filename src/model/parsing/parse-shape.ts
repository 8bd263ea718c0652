/**
 * The shape of a library: which fields an entry has and what may stand in each. In: any value whatever. Out: every
 * entry that is well formed with its path, every identifier that is in use, and all mistakes of shape at once. It does
 * not ask whether what an entry points to exists; `check-references.ts` does.
 */
import * as v from "valibot";
import { type Library, librarySchema, type Subject } from "../library.ts";
import { type Finding, mistake, type Path } from "./finding.ts";

export const KINDS = [
  "actors",
  "issues",
  "articles",
  "speakers",
  "statements",
  "disputes",
  "events",
  "aliases",
] as const;
export type Kind = (typeof KINDS)[number];
type EntryOf<K extends Kind> = NonNullable<Library[K]>[number];

export interface Entry<T> {
  readonly path: Path;
  readonly value: T;
}

/** What could be read of a library, however much else is wrong with it. */
export interface Draft {
  readonly subject: Subject | null;
  readonly entries: { readonly [K in Kind]: readonly Entry<EntryOf<K>>[] };
  /** Paths of every entry that claims an identifier, malformed ones included, so that one mistake is told once. */
  readonly ids: Readonly<Record<Kind, ReadonlyMap<string, readonly Path[]>>>;
  /** Set only where nothing is wrong with the shape. */
  readonly library: Library | null;
}

export function parseShape(input: unknown): { draft: Draft; findings: readonly Finding[] } {
  const result = v.safeParse(librarySchema, input);
  const issues = result.issues ?? [];
  const paths = issues.map((issue): Path => (issue.path ?? []).map(({ key }) => key as string | number));
  const findings = issues.flatMap((issue, i) => {
    // The walk below names every unknown field; valibot stops at the first of an object.
    if (issue.type === "strict_object" && issue.expected === "never") return [];
    return [mistake(paths[i] ?? [], reasonOf(issue))];
  });
  const stray = unknownFields(librarySchema, input, []);

  const broken = [...paths, ...stray.map(({ path }) => path)];
  const sound = (path: Path) => !broken.some((other) => path.every((step, i) => other[i] === step));
  const output = (typeof result.output === "object" ? result.output : null) as Partial<Library> | null;
  const entriesOf = (kind: Kind) => {
    const list: unknown = output?.[kind];
    if (!Array.isArray(list)) return [];
    return list.map((value, i) => ({ path: [kind, i], value })).filter(({ path }) => sound(path));
  };
  const draft = {
    subject: output?.subject !== undefined && sound(["subject"]) ? output.subject : null,
    entries: Object.fromEntries(KINDS.map((kind) => [kind, entriesOf(kind)])) as unknown as Draft["entries"],
    ids: Object.fromEntries(KINDS.map((kind) => [kind, idsOf(input, kind)])) as unknown as Draft["ids"],
    library: result.success && stray.length === 0 ? withoutEmpty(result.output as Library) : null,
  };
  return { draft, findings: [...findings, ...stray] };
}

/** An empty list of aliases and none are the same library, with the same hash. */
function withoutEmpty({ aliases = [], ...library }: Library): Library {
  return aliases.length === 0 ? library : { ...library, aliases };
}

function idsOf(input: unknown, kind: Kind): Map<string, Path[]> {
  const ids = new Map<string, Path[]>();
  const list = typeof input === "object" && input !== null ? (input as Record<string, unknown>)[kind] : undefined;
  if (!Array.isArray(list)) return ids;
  list.forEach((entry: { id?: unknown } | null, i) => {
    if (typeof entry?.id === "string") ids.set(entry.id, [...(ids.get(entry.id) ?? []), [kind, i]]);
  });
  return ids;
}

/** Our schemas speak for themselves; what valibot says by default is put in the editor's words. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.received === "undefined" && issue.expected !== "Object")
    return "is missing; write null where the articles do not say";
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  const names: Record<string, string> = {
    Object: "a group of fields",
    Array: "a list",
    string: "text",
    number: "a number",
    integer: "a whole number",
  };
  const expected = names[issue.expected ?? ""] ?? issue.expected ?? "something else";
  return `must be ${expected}, not ${issue.received === "undefined" ? "nothing" : issue.received}`;
}

/** As much of a schema as a walk through it needs. */
export interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
}

/** Fields that no schema knows, most often misspelt ones. */
function unknownFields(schema: SchemaNode, value: unknown, path: Path): Finding[] {
  if (schema.wrapped !== undefined) return unknownFields(schema.wrapped, value, path);
  if (typeof value !== "object" || value === null) return [];
  const { item, entries } = schema;
  if (item !== undefined)
    return Array.isArray(value) ? value.flatMap((each, i) => unknownFields(item, each, [...path, i])) : [];
  if (entries === undefined || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (known !== undefined) return unknownFields(known, each, [...path, key]);
    return [mistake([...path, key], `is not a field here; remove it or use one of ${Object.keys(entries).join(", ")}`)];
  });
}
