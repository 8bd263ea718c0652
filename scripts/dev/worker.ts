/**
 * The Worker of `npm run dev`. In: seeds, which it freezes, and then requests. Out: what the deployed Worker would answer
 * of that edition, by the same routes, each file made when it is first asked for. What the deployed one hides from
 * readers it shows: every mistake in seeds, templates or the program, as text.
 */
import type { Site } from "../../src/http/site.ts";
import { BadLibrary, BadTemplate } from "../../src/model/problem.ts";
import type { Seeds } from "../parse-seeds.ts";
import { SEEDS_URL } from "./seeds-url.ts";

/** What went wrong by the number that readers get instead. */
const faults = new Map<string, string>();
const { error: log } = console;
console.error = (line: unknown) => {
  const { fault, stack } = faultIn(line);
  if (fault === undefined) log(line);
  else faults.set(fault, stack ?? "");
};

export default {
  async fetch(request, env, context) {
    try {
      // Opened here, so that a template that contradicts itself is a mistake to show and not a Worker that does not start.
      const { answer, issueSeeds } = await import("./edition-of-seeds.ts");
      if (request.url === SEEDS_URL) return new Response(await issueSeeds(env, await request.json<Seeds>()));
      const response = await answer(request, env, context);
      return response.status === 500 ? await explained(response) : response;
    } catch (error) {
      return asText(mistakeIn(error), 503);
    }
  },
} satisfies ExportedHandler<Site["Bindings"]>;

/** What is wrong with data says where by itself; of everything else the way there is told too. */
function mistakeIn(error: unknown): string {
  if (error instanceof BadLibrary || error instanceof BadTemplate) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function explained(response: Response): Promise<Response> {
  const told = await response.text();
  const [, stack] = [...faults].find(([id]) => told.includes(id)) ?? [];
  return asText(stack ?? told, 500);
}

function asText(text: string, status: number): Response {
  return new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/** A line of the log is JSON where a request failed. */
function faultIn(line: unknown): { readonly fault?: string; readonly stack?: string } {
  try {
    return JSON.parse(String(line));
  } catch {
    return {};
  }
}
