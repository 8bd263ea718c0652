/**
 * The Worker through which backup and restore reach the stores. In: one call a request, for `LIBRARY` or `SHEETS`. Out: rows
 * as arrays, facts of objects as JSON, bytes as they are. Miniflare's own way to the stores asks once more for every
 * property of every object; this one asks once a call. It knows no table and no key.
 */

/** What SQL is bound to; bytes go by base64, since the way is JSON. */
export type Param = string | number | { readonly blob: string };

export interface Statement {
  readonly sql: string;
  readonly params?: readonly Param[];
}

/** What an object says of itself. */
export interface ObjectFacts {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly httpMetadata: Readonly<Record<string, string>>;
  readonly customMetadata: Readonly<Record<string, string>>;
  /** Null where whoever put it did not name it. */
  readonly sha256: string | null;
}

export type ObjectToPut = Pick<ObjectFacts, "key" | "httpMetadata" | "customMetadata"> & { readonly sha256: string };

export type Call =
  | { readonly on: "query" }
  | { readonly on: "list"; readonly cursor?: string }
  | { readonly on: "head"; readonly key: string }
  | { readonly on: "get"; readonly key: string; readonly etag: string }
  | { readonly on: "put"; readonly object: ObjectToPut };

export interface ObjectPage {
  readonly objects: readonly ObjectFacts[];
  readonly cursor: string | null;
}

/** Runs in workerd, where only its text gets to: nothing outside of it is there. */
async function carryOut(asked: Request, { LIBRARY, SHEETS }: Pick<Env, "LIBRARY" | "SHEETS">): Promise<Response> {
  const sorted = (values: object | undefined) =>
    Object.fromEntries(Object.entries(values ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  const factsOf = ({ key, size, etag, checksums, httpMetadata, customMetadata }: R2Object) => ({
    key,
    size,
    etag,
    httpMetadata: sorted(httpMetadata),
    customMetadata: sorted(customMetadata),
    sha256: checksums?.sha256 === undefined ? null : Buffer.from(checksums.sha256).toString("hex"),
  });
  const bound = ({ sql, params = [] }: Statement) =>
    LIBRARY.prepare(sql).bind(...params.map((p) => (typeof p === "object" ? Buffer.from(p.blob, "base64") : p)));
  /** D1 hands out bytes as an array of numbers. */
  const inJson = (value: unknown) =>
    Array.isArray(value) ? { blob: Buffer.from(value as number[]).toString("base64") } : value;
  const call = JSON.parse(Buffer.from(asked.headers.get("call") ?? "", "base64").toString()) as Call;
  try {
    switch (call.on) {
      case "query": {
        const answers = await LIBRARY.batch<object>((await asked.json<Statement[]>()).map(bound));
        return Response.json(answers.map(({ results }) => results.map((row) => Object.values(row).map(inJson))));
      }
      case "list": {
        const cursor = call.cursor === undefined ? {} : { cursor: call.cursor };
        const page = await SHEETS.list({ ...cursor, include: ["httpMetadata", "customMetadata"] });
        const next = page.truncated ? page.cursor : null;
        return Response.json({ objects: page.objects.map(factsOf), cursor: next });
      }
      case "head": {
        const object = await SHEETS.head(call.key);
        return Response.json(object === null ? null : factsOf(object));
      }
      case "get": {
        const object = await SHEETS.get(call.key, { onlyIf: { etagMatches: call.etag } });
        return object !== null && "body" in object ? new Response(object.body) : new Response(null, { status: 412 });
      }
      case "put": {
        const { key, httpMetadata, customMetadata, sha256 } = call.object;
        const { cacheExpiry, ...http } = httpMetadata;
        const object = await SHEETS.put(key, asked.body, {
          httpMetadata: { ...http, ...(cacheExpiry === undefined ? {} : { cacheExpiry: new Date(cacheExpiry) }) },
          customMetadata: { ...customMetadata },
          sha256,
          // Nothing that is there is ever written over.
          onlyIf: { etagDoesNotMatch: "*" },
        });
        return Response.json(object === null ? null : factsOf(object));
      }
    }
  } catch (error) {
    return new Response(error instanceof Error ? error.message : String(error), { status: 500 });
  }
}

export const STORES_WORKER = `export default { fetch: ${carryOut.toString()} };`;
