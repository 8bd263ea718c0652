/**
 * `npm run dev`: serves an edition of `seeds/` as they are, set by the program as it is. In: a port, 8787 unless `--port`
 * names another. Out: at each reload what the files say now; where one is wrong, what and in which line, in the browser
 * and here. Nothing is issued, and nothing that is stored is read or written: `.wrangler/` is not even opened.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type DevSite, openDevSite } from "./dev/dev-site.ts";
import { readLocalSettings } from "./read-settings.ts";

const HOST = "localhost";
/** Of the connection and not of the request, or settled anew on the way. */
const OWN_HEADERS = new Set(["host", "connection", "keep-alive", "accept-encoding", "content-length", "expect"]);

try {
  readLocalSettings();
  const { values } = parseArgs({ options: { port: { type: "string", default: "8787" } } });
  await serve(values.port);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function serve(port: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`port ${port} is taken; choose another: npm run dev -- --port 8788`)
          : error,
      ),
    );
    server.listen(Number(port), HOST, resolve);
  });
  const address = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const site = await openDevSite(join(import.meta.dirname, ".."), address, (line) => console.log(line));
  server.on("request", (request: IncomingMessage, response: ServerResponse) => void relay(site, request, response));
  console.log(`${address}/ shows the files as they are at each reload. Nothing is stored; Ctrl+C ends it.`);
  // What is wrong already is told before anybody asks.
  await site.answer("/health", {});
}

async function relay(site: DevSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (!OWN_HEADERS.has(name)) headers.set(name, String(value));
  try {
    const answer = await site.answer(request.url ?? "/", { method: request.method ?? "GET", headers });
    // A browser that kept a page would not show the change.
    answer.headers.set("Cache-Control", "no-store");
    for (const name of ["content-encoding", "transfer-encoding"]) answer.headers.delete(name);
    if (request.method !== "HEAD") answer.headers.set("Content-Length", String(answer.body.length));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(answer.body);
  } catch (error) {
    response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(`${String(error)}\n`);
  }
}
