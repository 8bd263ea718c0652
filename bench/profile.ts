/**
 * Where our own time goes. In: the sheet of one week after the other. Out: CPU time a sheet, and the share of every
 * stage and of every file within it, from a profile of samples: each counts for the file of ours that is nearest to
 * where the processor was, so that deflate counts for who called it. It knows folders and no names of files, so that
 * these may come and go.
 */
import { Session } from "node:inspector/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ownCpu } from "./cpu.ts";
import type { Job, Maker } from "./maker.ts";

export interface Profile {
  /** CPU milliseconds a sheet, taken without the profiler, which costs time itself. */
  readonly sheet: number;
  readonly shares: readonly Share[];
}

export interface Share {
  readonly stage: string;
  readonly share: number;
  readonly files: readonly { readonly file: string; readonly share: number }[];
}

const ROOT = join(import.meta.dirname, "..");
const MICROSECONDS = 200;
const WARM_UP = 200;
const SHEETS = 300;

export async function profile(maker: Maker, jobOf: (week: number) => Job): Promise<Profile> {
  // Jobs are made before anything is measured, so that only the maker is in it.
  const jobs = Array.from({ length: WARM_UP + 2 * SHEETS }, (_, week) => jobOf(week + 1));
  const make = async (from: number, to: number): Promise<void> => {
    for (const job of jobs.slice(from, to)) await maker.make(job);
  };
  await make(0, WARM_UP);
  const before = ownCpu();
  await make(WARM_UP, WARM_UP + SHEETS);
  const sheet = (ownCpu() - before) / SHEETS;
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: MICROSECONDS });
  await session.post("Profiler.start");
  await make(WARM_UP + SHEETS, jobs.length);
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return { sheet, shares: sharesOf(profile) };
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[] | undefined;
}

interface Samples {
  readonly nodes: readonly Node[];
  readonly samples?: readonly number[] | undefined;
}

function sharesOf({ nodes, samples = [] }: Samples): readonly Share[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map(nodes.map(({ id }) => [id, ownerOf(id, byId, parents)]));
  const counts = new Map<string, Map<string, number>>();
  let total = 0;
  for (const sample of samples) {
    const owner = owners.get(sample);
    if (owner === undefined || owner === null) continue;
    const files = counts.get(owner.stage) ?? new Map<string, number>();
    files.set(owner.file, (files.get(owner.file) ?? 0) + 1);
    counts.set(owner.stage, files);
    total += 1;
  }
  const sum = (files: ReadonlyMap<string, number>): number => [...files.values()].reduce((a, b) => a + b, 0);
  return [...counts]
    .map(([stage, files]) => ({
      stage,
      share: sum(files) / total,
      files: [...files].map(([file, count]) => ({ file, share: count / total })).sort((a, b) => b.share - a.share),
    }))
    .sort((a, b) => b.share - a.share);
}

interface OwnerOfSample {
  readonly stage: string;
  readonly file: string;
}

/** The nearest file of ours on the way up; null for what is not ours, such as the profiler itself. */
function ownerOf(
  id: number,
  byId: ReadonlyMap<number, Node>,
  parents: ReadonlyMap<number, number>,
): OwnerOfSample | null {
  let file: string | null = null;
  let placing = false;
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const { functionName, url } = byId.get(at)?.callFrame ?? { functionName: "", url: "" };
    if (functionName === "(garbage collector)") return { stage: "garbage collection", file: "" };
    const path = url.startsWith("file:") ? relative(ROOT, fileURLToPath(url)) : "";
    if (!/^(src|templates)\//.test(path)) continue;
    file ??= path;
    placing ||= path.startsWith("src/typeset/") && /^place/.test(functionName);
  }
  if (file === null) return null;
  const [, folder = "templates"] = /^src\/(\w+)\//.exec(file) ?? [];
  const stages: Readonly<Record<string, string>> = { compose: "compose", formats: "write", model: "compose" };
  return { stage: stages[folder] ?? (placing ? "place" : "fit"), file };
}
