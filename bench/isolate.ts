/**
 * An isolate in a workerd of its own, and the time of that process. In: the bundle of `worker.ts` and editions. Out: how
 * many bytes sheets had, how much time they took. It measures the Worker as Cloudflare runs it, without a net.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import type { Edition } from "../src/model/edition.ts";
import { cpuOf, mainThreadCpu, processesCalled } from "./cpu.ts";

/** A Worker that does nothing, to be taken off what a start costs. */
const EMPTY = 'export default { fetch: () => new Response("") };';

export interface Isolate extends AsyncDisposable {
  set(sheets: number, stage: Stage, sheet: "every" | "one"): Promise<Work>;
}

/** What sheets took of the workerd process, in milliseconds, and how many bytes they have. */
export interface Work {
  readonly cpu: number;
  /** Of the CPU time, what the Worker's own thread took: neither compiling beside it nor collecting. */
  readonly own: number;
  /** From the request to the answer; a client's part is in it. */
  readonly wall: number;
  readonly bytes: number;
}

export type Stage = "compose" | "typeset" | "pdf";

export async function openIsolate(bundle: string, editions: readonly Edition[]): Promise<Isolate> {
  const { miniflare, process } = await start(bundle);
  await miniflare.dispatchFetch("http://bench/editions", { method: "POST", body: JSON.stringify(editions) });
  return {
    async set(sheets, stage, sheet) {
      const before = { cpu: cpuOf(process), own: mainThreadCpu(process), at: performance.now() };
      const answer = await miniflare.dispatchFetch(`http://bench/?sheets=${sheets}&stage=${stage}&sheet=${sheet}`);
      const { bytes } = (await answer.json()) as { bytes: number };
      const wall = performance.now() - before.at;
      return { cpu: cpuOf(process) - before.cpu, own: mainThreadCpu(process) - before.own, wall, bytes };
    },
    [Symbol.asyncDispose]: () => miniflare.dispose(),
  };
}

/** CPU milliseconds until a Worker has answered its first request; of an empty one where there is no bundle. */
export async function startOf(bundle: string | null): Promise<number> {
  const { miniflare, process } = await start(bundle);
  const spent = cpuOf(process);
  await miniflare.dispose();
  return spent;
}

async function start(bundle: string | null): Promise<{ readonly miniflare: Miniflare; readonly process: string }> {
  const before = new Set(processesCalled("workerd"));
  const compatibility = { compatibilityDate: "2026-11-17", compatibilityFlags: ["nodejs_compat"] };
  const program = bundle === null ? { modules: true, script: EMPTY } : { ...modulesIn(bundle), modulesRoot: bundle };
  const miniflare = new Miniflare(convertV4MiniflareOptions({ ...program, ...compatibility }));
  await miniflare.ready;
  await (await miniflare.dispatchFetch("http://bench/")).text();
  const process = processesCalled("workerd").find((pid) => !before.has(pid));
  if (process === undefined) throw new Error("workerd did not start");
  return { miniflare, process };
}

function modulesIn(bundle: string) {
  const names = readdirSync(bundle).filter((name) => /\.(js|bin)$/.test(name));
  const entry = names.find((name) => name.endsWith(".js")) ?? "worker.js";
  const modules = [entry, ...names.filter((name) => name !== entry)].map((name) => ({
    type: name.endsWith(".js") ? ("ESModule" as const) : ("Data" as const),
    path: join(bundle, name),
  }));
  return { modules };
}
