/**
 * How the service is, for machines that watch it. In: the index of editions. Out: JSON, and 503 where there is nothing
 * to read. It asks the database and nothing else, and names no secret.
 */
import type { Context } from "hono";
import { currentEdition } from "../editions/edition-index.ts";
import type { Site } from "./site.ts";

export async function health(c: Context<Site>): Promise<Response> {
  const entry = await currentEdition(c.env.LIBRARY);
  const edition = entry === null ? null : { id: entry.id, issued: entry.issued, library: entry.libraryHash };
  const body = {
    status: entry === null ? "empty" : "ok",
    edition,
    newestSource: entry?.asOf ?? null,
    program: c.var.program,
  };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status: entry === null ? 503 : 200,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
