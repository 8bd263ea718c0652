/**
 * Entries of a library with their texts in one language: what sheets of that language are made from, in a fraction of the
 * memory. In: a language, then entries. Out: the same entries; where a text is missing in that language, the one it was
 * written in stays, so that whoever reads it sees the same. It goes by the schemas, and knows no list of languages.
 */
import type { DisputeChange, EntryChange, StatementChange } from "./changes.ts";
import { CAPS } from "./fields.ts";
import { disputeSchema, librarySchema, statementSchema } from "./library.ts";
import { inLanguage } from "./localized.ts";
import type { Kind, SchemaNode } from "./parsing/parse-shape.ts";

export interface OneLanguage {
  readonly entry: <T>(kind: Kind, entry: T) => T;
  readonly statementChange: (change: StatementChange) => StatementChange;
  readonly disputeChange: (change: DisputeChange) => DisputeChange;
  readonly entryChange: (change: EntryChange) => EntryChange;
}

export function oneLanguage(language: string): OneLanguage {
  const narrowed = narrowerTo(language);
  return {
    entry: <T>(kind: Kind, entry: T) => narrowed(bare(librarySchema.entries[kind]).item ?? OTHER, entry) as T,
    // What was said before is as long as what is said now.
    statementChange: (change) =>
      (change.kind === "new" ? change : narrowed(STATEMENT_CHANGE, change)) as StatementChange,
    disputeChange: (change) => (change.kind === "opened" ? change : narrowed(DISPUTE_CHANGE, change)) as DisputeChange,
    entryChange: (change) => ({ ...change, before: narrowed(schemaOf(change.of), change.before) }) as EntryChange,
  };
}

function schemaOf(of: EntryChange["of"]): SchemaNode {
  const schema: SchemaNode = bare(librarySchema.entries[of]);
  return schema.item ?? schema;
}

const OTHER: SchemaNode = { type: "other" };
const STATEMENT_CHANGE: SchemaNode = { type: "object", entries: { before: statementSchema } };
const DISPUTE_CHANGE: SchemaNode = { type: "object", entries: { before: disputeSchema } };

function narrowerTo(language: string): (schema: SchemaNode, value: unknown) => unknown {
  // The same names come thousands of times, each time as a string of its own.
  const names = new Map<string, string>();
  const narrowed = (schema: SchemaNode, value: unknown): unknown => {
    if (typeof value === "string" && value.length <= CAPS.name) {
      const known = names.get(value);
      if (known === undefined) names.set(value, value);
      return known ?? value;
    }
    if (typeof value !== "object" || value === null) return value;
    const { type, entries, item } = bare(schema);
    // A record of texts by language is the only record that a library has.
    if (type === "record") {
      const { text, lang } = inLanguage(value as Readonly<Record<string, string>>, language);
      return { [lang]: text };
    }
    if (Array.isArray(value)) return value.map((each) => narrowed(item ?? OTHER, each));
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, narrowed(entries?.[key] ?? OTHER, each)]),
    );
  };
  return narrowed;
}

function bare(schema: SchemaNode): SchemaNode {
  return schema.wrapped === undefined ? schema : bare(schema.wrapped);
}
