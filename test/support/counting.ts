/**
 * The routes in this process on the stores of a test's Worker, with a clock and pauses that the test holds in its
 * hands. In: stores and settings. Out: `fetch`, the end of all pauses, and what the routes asked to be kept awake for.
 */
import { routes } from "../../src/http/routes.ts";
import type { Site } from "../../src/http/site.ts";
import { SITE } from "./edition-facts.ts";
import type { Stores } from "./press.ts";

export interface Counting {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Lets the time of gathering pass, and what follows it end. */
  readonly gathered: () => Promise<void>;
  /** How often something was to be done after an answer. */
  readonly awake: () => number;
  /** What it logged as errors while it counted. */
  readonly errors: string[];
}

export interface CountingOptions {
  readonly now: () => number;
  readonly counts?: string;
  /** For how long the index of editions is remembered; not at all, unless a test is about that. */
  readonly indexSeconds?: string;
  readonly COUNTER?: AnalyticsEngineDataset;
}

export function countingOn(
  { LIBRARY, SHEETS }: Stores,
  { now, counts = "on", indexSeconds = "0", COUNTER }: CountingOptions,
): Counting {
  let over: (() => void)[] = [];
  const work: Promise<unknown>[] = [];
  const errors: string[] = [];
  const app = routes({ name: "test", version: "0.0.0" }, now, () => new Promise((resolve) => over.push(resolve)));
  const settings = {
    PUBLIC_URL: SITE,
    SCHEDULE: "Monday 06:00 Europe/Berlin",
    INDEX_SECONDS: indexSeconds,
    COUNTS: counts,
  };
  const env = { LIBRARY, SHEETS, ...settings, ...(COUNTER === undefined ? {} : { COUNTER }) } as Site["Bindings"];
  const context = {
    waitUntil: (promise: Promise<unknown>) => work.push(promise),
    passThroughOnException: () => {},
    props: {},
  } as unknown as ExecutionContext;
  const listening = async <T>(act: () => Promise<T>): Promise<T> => {
    const { error } = console;
    console.error = (line: unknown) => errors.push(String(line));
    try {
      return await act();
    } finally {
      console.error = error;
    }
  };
  return {
    fetch: (path, init) => listening(async () => await app.fetch(new Request(`${SITE}${path}`, init), env, context)),
    gathered: () =>
      listening(async () => {
        for (const end of over) end();
        over = [];
        await Promise.all(work);
      }),
    awake: () => work.length,
    errors,
  };
}
