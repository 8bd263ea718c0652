/**
 * A client that asks as fast as it is answered. In: an address on this machine, a host to ask for, and how often. Out:
 * requests a second. Its connections stay open and every answer is read to its end and looked at.
 */
import { Agent, request } from "node:http";

/** As many as a browser opens, and a little more: the Worker should never wait for us. */
const CONNECTIONS = 16;
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

/** How many bytes the answer has. */
export function ask({ port, host, path }: Target): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: "127.0.0.1", port, path, headers: { Host: host } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${host}${path} answers ${response.statusCode}`));
      let bytes = 0;
      response.on("data", (chunk: Uint8Array) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
    });
    sent.on("error", reject);
    sent.end();
  });
}

export function closeConnections(): void {
  agent.destroy();
}
