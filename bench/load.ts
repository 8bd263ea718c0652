/**
 * A client that asks as fast as it is answered. In: an address on this machine, a host to ask for, and how often. Out:
 * answers, or requests a second. Its connections stay open and every answer is read to its end.
 */
import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** As many as a browser opens, and a little more: the Worker should never wait for us. */
export const CONNECTIONS = 16;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

export interface Target {
  readonly port: number;
  readonly host: string;
  readonly path: string;
}

export async function requestsPerSecond(target: Target, requests: number): Promise<number> {
  let left = requests;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) await ask(target);
    }),
  );
  return (requests / (performance.now() - start)) * 1000;
}

/** How many bytes the file has. */
export async function ask(target: Target): Promise<number> {
  const { status, bytes } = await send(target, "GET", {});
  if (status !== 200) throw new Error(`${target.host}${target.path} answers ${status}`);
  return bytes.length;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

export function send(
  { port, host, path }: Target,
  method: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { agent, host: "127.0.0.1", port, path, method, headers: { ...headers, Host: host } };
    const sent = request(options, (response) => {
      const chunks: Uint8Array[] = [];
      response.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

export function closeConnections(): void {
  agent.destroy();
}
