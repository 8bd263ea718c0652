/**
 * The stores of an installation as backup and restore use them. In: where the Worker of `stores-worker.ts` listens. Out:
 * SQL in one transaction, and objects one at a time, whose bytes are streams. What only reads is tried again where the way
 * fails; what writes is not, since nobody knows whether it was done.
 */
import { Agent, type IncomingMessage, request } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Call, ObjectFacts, ObjectPage, ObjectToPut, Statement } from "./stores-worker.ts";

/** A cell as the stores Worker writes it. */
export type Cell = string | number | null | { readonly blob: string };
type Rows = readonly (readonly Cell[])[];

export interface Stores {
  /** Rows of each statement. D1 runs them as one transaction. */
  readonly read: (statements: readonly Statement[]) => Promise<readonly Rows[]>;
  readonly write: (statements: readonly Statement[]) => Promise<void>;
  /** Everything in the bucket, in the order of the bytes of its keys. */
  readonly list: () => AsyncIterable<ObjectFacts>;
  readonly head: (key: string) => Promise<ObjectFacts | null>;
  /** Null where the object is another one by now, or gone. */
  readonly get: (object: Pick<ObjectFacts, "key" | "etag">) => Promise<Readable | null>;
  /** Null where there is one already. */
  readonly put: (object: ObjectToPut, size: number, bytes: Readable) => Promise<ObjectFacts | null>;
}

const TRIES = 4;
/** Milliseconds, doubled each time. */
const PAUSE = 250;

export function storesAt(at: URL): Stores & { readonly close: () => void } {
  const agent = new Agent({ keepAlive: true });
  const ask = async (call: Call, size: number, body: string | Readable): Promise<IncomingMessage> => {
    const headers = { call: Buffer.from(JSON.stringify(call)).toString("base64"), "content-length": size };
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const asking = request(at.href, { agent, method: "POST", headers }, resolve).once("error", reject);
    if (typeof body === "string") asking.end(body);
    else pipeline(body, asking).catch(reject);
    const answer = await promise;
    if (answer.statusCode === 500) throw new Error((await whole(answer)).toString());
    return answer;
  };
  const json = async <T>(answer: Promise<IncomingMessage>): Promise<T> =>
    JSON.parse((await whole(await answer)).toString()) as T;
  const query = async (statements: readonly Statement[]): Promise<readonly Rows[]> => {
    // D1 refuses to do nothing.
    if (statements.length === 0) return [];
    const text = JSON.stringify(statements);
    return await json(ask({ on: "query" }, Buffer.byteLength(text), text));
  };
  const get = async ({ key, etag }: Pick<ObjectFacts, "key" | "etag">): Promise<Readable | null> => {
    const answer = await ask({ on: "get", key, etag }, 0, "");
    if (answer.statusCode === 200) return answer;
    answer.resume();
    return null;
  };
  return {
    read: (statements) => again(() => query(statements)),
    write: async (statements) => void (await query(statements)),
    async *list() {
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const call: Call = cursor === undefined ? { on: "list" } : { on: "list", cursor };
        const page: ObjectPage = await again(() => json(ask(call, 0, "")));
        yield* page.objects;
        cursor = page.cursor;
      }
    },
    head: (key) => again(() => json(ask({ on: "head", key }, 0, ""))),
    get: (object) => again(() => get(object)),
    put: (object, size, bytes) => json(ask({ on: "put", object }, size, bytes)),
    close: () => agent.destroy(),
  };
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await attempt();
    } catch (error) {
      // What D1 refuses it refuses again.
      if (tried === TRIES || String(error).includes("SQLITE_ERROR")) throw error;
      await sleep(PAUSE * 2 ** tried);
    }
}
