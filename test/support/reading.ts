/**
 * What is read from D1. In: a real database. Out: the same one, and how much of it came out: the characters of all rows,
 * whatever the statement and however it was carried out.
 */
export interface ReadDatabase {
  readonly LIBRARY: D1Database;
  /** Since it was last asked. */
  readonly characters: () => number;
}

const REAL = Symbol("the statement behind the proxy");

export function reading(real: D1Database): ReadDatabase {
  let read = 0;
  const seen = <T>(answer: T): T => {
    const results = (each: unknown): unknown => (each as { results?: unknown } | null)?.results ?? each;
    read += JSON.stringify(Array.isArray(answer) ? answer.map(results) : results(answer))?.length ?? 0;
    return answer;
  };
  const statement = (prepared: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(prepared, {
      get: (object, property) => {
        if (property === REAL) return object;
        if (property === "bind") return (...values: unknown[]) => statement(object.bind(...values));
        const value = Reflect.get(object, property) as unknown;
        return typeof value === "function"
          ? async (...args: unknown[]) => seen(await value.apply(object, args))
          : value;
      },
    });
  const LIBRARY = new Proxy(real, {
    get: (object, property) => {
      if (property === "prepare") return (sql: string) => statement(object.prepare(sql));
      if (property === "batch")
        return async (statements: readonly D1PreparedStatement[]) =>
          seen(await object.batch(statements.map((each) => Reflect.get(each, REAL) as D1PreparedStatement)));
      const value = Reflect.get(object, property) as unknown;
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
  return {
    LIBRARY,
    characters: () => {
      const characters = read;
      read = 0;
      return characters;
    },
  };
}
