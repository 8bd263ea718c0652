/**
 * Stores that fail. In: a real D1 and R2, and which calls are to fail. Out: the same stores with every call counted, in
 * the order in which they are made; a call that fails does so before it reaches the store, or after it was carried out,
 * as a lost answer does.
 */
import type { Stores } from "./press.ts";

export interface FailingStores extends Stores {
  /** The calls so far, such as `R2 put files/2026-W47/…`. */
  readonly calls: string[];
}

/** `fails` is asked with the number of a call, from 1, and its name. */
export type Fails = (call: number, name: string) => "before" | "after" | null;

export function failing({ LIBRARY, SHEETS }: Stores, fails: Fails): FailingStores {
  const calls: string[] = [];
  const through = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    calls.push(name);
    const when = fails(calls.length, name);
    if (when === "before") throw new Error(`${name} failed`);
    const result = await call();
    if (when === "after") throw new Error(`${name}: the answer was lost`);
    return result;
  };
  const counted = <T extends object>(store: string, target: T, names: readonly string[]): T =>
    new Proxy(target, {
      get: (object, property) => {
        const value = Reflect.get(object, property) as unknown;
        if (typeof value !== "function") return value;
        const name = String(property);
        if (!names.includes(name)) return value.bind(object);
        return (...args: unknown[]) => through(`${store} ${name} ${named(args[0])}`, () => value.apply(object, args));
      },
    });
  const statement = (prepared: D1PreparedStatement, sql: string): D1PreparedStatement =>
    new Proxy(prepared, {
      get: (object, property) => {
        if (property === "bind") return (...values: unknown[]) => statement(object.bind(...values), sql);
        if (property === REAL) return object;
        const value = Reflect.get(object, property) as unknown;
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => through(`D1 ${sql.slice(0, 40)}`, () => value.apply(object, args));
      },
    });
  const database = new Proxy(LIBRARY, {
    get: (object, property) => {
      if (property === "prepare") return (sql: string) => statement(object.prepare(sql), sql);
      if (property === "batch")
        return (statements: readonly D1PreparedStatement[]) =>
          through("D1 batch", () =>
            object.batch(statements.map((each) => Reflect.get(each, REAL) as D1PreparedStatement)),
          );
      const value = Reflect.get(object, property) as unknown;
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
  return { LIBRARY: database, SHEETS: counted("R2", SHEETS, ["get", "put", "head", "list", "delete"]), calls };
}

const REAL = Symbol("the statement behind the proxy");

function named(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
