/**
 * What a schema allows and no example has. In: a schema and values that satisfy it. Out: each value of a list to pick from,
 * null or anything but null, and each list's entries, where no example shows it, by its path. Texts and numbers are free
 * and not asked for.
 */

/** As much of a schema as this walk needs. */
export interface ValueSchema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, ValueSchema>>;
  readonly item?: ValueSchema;
  readonly wrapped?: ValueSchema;
  readonly options?: readonly string[];
}

export function missingValues(schema: ValueSchema, values: readonly unknown[], path = ""): readonly string[] {
  const there = values.filter((value) => value !== null && value !== undefined);
  const none = (what: string): string => `${path}: ${what}`;
  if (schema.wrapped !== undefined) {
    if (schema.type === "nullable" && there.length === 0) return [none("anything but null")];
    const nulls = schema.type === "nullable" && there.length === values.length ? [none("null")] : [];
    return [...nulls, ...missingValues(schema.wrapped, there, path)];
  }
  if (schema.item !== undefined) {
    const items = there.flatMap((list) => list as readonly unknown[]);
    return items.length === 0 ? [none("any")] : missingValues(schema.item, items, path);
  }
  if (schema.entries !== undefined) {
    return Object.entries(schema.entries).flatMap(([key, field]) =>
      missingValues(
        field,
        there.map((each) => (each as Readonly<Record<string, unknown>>)[key]),
        path === "" ? key : `${path}.${key}`,
      ),
    );
  }
  return (schema.options ?? []).filter((option) => !there.includes(option)).map(none);
}
