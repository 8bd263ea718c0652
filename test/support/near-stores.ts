/**
 * The stores of a Worker for tests that run in this process, one request a call. In: the address of what listens beside
 * the Worker. Out: its D1 and R2, with as much of their interfaces as the program and its tests use. Miniflare hands out
 * all of them, but asks once more for every property of every object, while the thread stands still.
 */
import { Agent, type IncomingMessage, request } from "node:http";

interface Stores {
  readonly LIBRARY: D1Database;
  readonly SHEETS: R2Bucket;
}

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

type Call =
  | { readonly on: "batch"; readonly statements: readonly Statement[] }
  | { readonly on: "raw"; readonly statement: Statement }
  | { readonly on: "head" | "get"; readonly key: string }
  | { readonly on: "put"; readonly key: string; readonly options?: R2PutOptions }
  | { readonly on: "delete"; readonly keys: string | string[] }
  | { readonly on: "list"; readonly options?: R2ListOptions };

/** Runs in workerd, where only its text gets to: nothing outside of it is there. */
async function carryOut(asked: Request, { LIBRARY, SHEETS }: Stores): Promise<Response> {
  const factsOf = (object: R2Object | null) => {
    if (object === null) return null;
    const { key, version, size, etag, httpEtag, uploaded, httpMetadata, customMetadata } = object;
    const checksums = object.checksums.toJSON();
    return { key, version, size, etag, httpEtag, uploaded, httpMetadata, customMetadata, checksums };
  };
  const bound = ({ sql, params }: Statement) => LIBRARY.prepare(sql).bind(...params);
  const text = asked.headers.get("call");
  const call = JSON.parse(text === null ? await asked.text() : decodeURIComponent(text)) as Call;
  try {
    switch (call.on) {
      case "batch":
        return Response.json(await LIBRARY.batch(call.statements.map(bound)));
      case "raw":
        return Response.json(await bound(call.statement).raw());
      case "get": {
        const object = await SHEETS.get(call.key);
        const facts = encodeURIComponent(JSON.stringify(factsOf(object)));
        return new Response(object?.body ?? null, { headers: { object: facts } });
      }
      case "head":
        return Response.json(factsOf(await SHEETS.head(call.key)));
      case "put":
        return Response.json(factsOf(await SHEETS.put(call.key, await asked.arrayBuffer(), call.options)));
      case "delete":
        await SHEETS.delete(call.keys);
        return Response.json(null);
      case "list": {
        const { objects, ...rest } = await SHEETS.list(call.options);
        return Response.json({ ...rest, objects: objects.map(factsOf) });
      }
    }
  } catch (error) {
    return new Response(error instanceof Error ? error.message : String(error), { status: 500 });
  }
}

/** The module that has to listen beside the Worker. */
export const STORES_WORKER = `export default { fetch: ${carryOut.toString()} };`;

export interface NearStores extends Stores {
  readonly close: () => void;
}

export function nearStores(at: URL): NearStores {
  const agent = new Agent({ keepAlive: true });
  const ask: Ask = async (call, body) => {
    const text = JSON.stringify(call);
    // What can be long is sent as the body.
    const headers = body === undefined ? {} : { call: encodeURIComponent(text) };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request(at.href, { agent, method: "POST", headers }, resolve);
      asking.once("error", reject).end(body ?? text);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (answer.statusCode !== 200) throw new Error(bytes.toString());
    return { bytes, headers: answer.headers };
  };
  return { LIBRARY: databaseOf(ask), SHEETS: bucketOf(ask), close: () => agent.destroy() };
}

/** @throws Error with the message that the store gave, where it refused. */
type Ask = (call: Call, body?: Uint8Array) => Promise<{ bytes: Buffer; headers: IncomingMessage["headers"] }>;

const json = async <T>(answer: ReturnType<Ask>): Promise<T> => JSON.parse((await answer).bytes.toString()) as T;

function databaseOf(ask: Ask): D1Database {
  const batch = async (statements: readonly Statement[]): Promise<D1Result[]> =>
    await json(ask({ on: "batch", statements: statements.map(({ sql, params }) => ({ sql, params })) }));
  const prepare = (sql: string, params: readonly unknown[] = []) => {
    const all = async (): Promise<D1Result | undefined> => (await batch([{ sql, params }]))[0];
    const first = async (column?: string): Promise<unknown> => {
      const row = (await all())?.results[0] as Readonly<Record<string, unknown>> | undefined;
      return column === undefined || row === undefined ? (row ?? null) : row[column];
    };
    const raw = async (): Promise<unknown> => await json(ask({ on: "raw", statement: { sql, params } }));
    return { sql, params, bind: (...values: unknown[]) => prepare(sql, values), all, run: all, first, raw };
  };
  return { batch, prepare: (sql: string) => prepare(sql) } as unknown as D1Database;
}

function bucketOf(ask: Ask): R2Bucket {
  const known = (facts: object | null) => {
    if (facts === null) return null;
    const { uploaded, checksums } = facts as { uploaded: string; checksums: R2StringChecksums };
    const sums = Object.entries(checksums).map(([name, hex]) => [
      name,
      Uint8Array.from(Buffer.from(hex, "hex")).buffer,
    ]);
    return { ...facts, uploaded: new Date(uploaded), checksums: Object.fromEntries(sums) };
  };
  const objectOf = async (answer: ReturnType<Ask>) => known(await json<object | null>(answer));
  const bucket = {
    head: async (key: string) => await objectOf(ask({ on: "head", key })),
    get: async (key: string) => {
      const { bytes, headers } = await ask({ on: "get", key });
      const facts = known(JSON.parse(decodeURIComponent(String(headers.object))));
      if (facts === null) return null;
      const read = new Response(bytes);
      const whole = { text: () => read.text(), json: () => read.json(), arrayBuffer: () => read.arrayBuffer() };
      return { ...facts, ...whole, body: read.body };
    },
    put: async (key: string, value: string | Uint8Array, options?: R2PutOptions) => {
      const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
      return await objectOf(ask({ on: "put", key, ...(options === undefined ? {} : { options }) }, bytes));
    },
    delete: async (keys: string | string[]) => void (await ask({ on: "delete", keys })),
    list: async (options?: R2ListOptions) => {
      const call = { on: "list", ...(options === undefined ? {} : { options }) } as const;
      const found = await json<{ readonly objects: readonly object[] }>(ask(call));
      return { ...found, objects: found.objects.map(known) };
    },
  };
  return bucket as unknown as R2Bucket;
}
