/**
 * An entry of a library with its texts in one language: what sheets of that language are made from, in a fraction of the
 * memory. In: an entry and a language. Out: the same entry; where a text is missing in that language, the one it was
 * written in stays, so that whoever reads it sees the same. It goes by the schemas, and knows no list of languages.
 */
import type { DisputeChange, StatementChange } from "./changes.ts";
import { disputeSchema, librarySchema, statementSchema } from "./library.ts";
import type { Kind } from "./parse-shape.ts";
import { inLanguage } from "./text.ts";

/** As much of a schema as tells where texts are. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
}

export function entryIn<T>(language: string, kind: Kind, entry: T): T {
  const list = bare(librarySchema.entries[kind]);
  return narrowed(list.item ?? { type: "any" }, entry, language) as T;
}

/** What was said before is as long as what is said now. */
export function statementChangeIn(language: string, change: StatementChange): StatementChange {
  if (change.kind === "new") return change;
  return { ...change, before: narrowed(statementSchema, change.before, language) as typeof change.before };
}

export function disputeChangeIn(language: string, change: DisputeChange): DisputeChange {
  if (change.kind === "opened") return change;
  return { ...change, before: narrowed(disputeSchema, change.before, language) as typeof change.before };
}

/** A record of texts by language is the only record that a library has. */
function narrowed(schema: Shape, value: unknown, language: string): unknown {
  const { type, entries, item } = bare(schema);
  if (value === null || value === undefined) return value;
  if (type === "record") {
    const { text, lang } = inLanguage(value as Readonly<Record<string, string>>, language);
    return { [lang]: text };
  }
  if (item !== undefined) return (value as readonly unknown[]).map((each) => narrowed(item, each, language));
  if (entries === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, narrowed(entries[key] ?? { type: "any" }, each, language)]),
  );
}

function bare(schema: Shape): Shape {
  return schema.wrapped === undefined ? schema : bare(schema.wrapped);
}
