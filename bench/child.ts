/**
 * A process of its own for one maker, so that no library pays for another's memory. In: the maker's module as argument,
 * then jobs as messages, each with a file to write. Out: CPU milliseconds of loading, then of each page. What it costs
 * to start a process is not in them, nor what it costs to read a job or to write the file.
 */
import { writeFileSync } from "node:fs";
import { descendantsCpu, ownCpu } from "./cpu.ts";
import type { Job, OpenMaker } from "./maker.ts";

export interface Order {
  readonly job: Job;
  readonly file: string;
}

/** Looking for other processes costs time of our own, so it stands outside the stretch that is measured. */
async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly result: T; readonly cpu: number }> {
  const others = descendantsCpu();
  const own = ownCpu();
  const result = await work();
  const ownAfter = ownCpu();
  return { result, cpu: ownAfter - own + descendantsCpu() - others };
}

const loaded = await timed(async () => {
  const { open } = (await import(process.argv[2] ?? "")) as { readonly open: OpenMaker };
  return open();
});
const close = async (): Promise<void> => {
  await loaded.result.close?.();
  process.exit();
};
// A bench that fails leaves no browser behind.
process.on("disconnect", close);
process.on("message", async (order: Order | "close") => {
  if (order === "close") return close();
  const made = await timed(() => loaded.result.make(order.job));
  writeFileSync(order.file, made.result);
  process.send?.(made.cpu);
});
process.send?.(loaded.cpu);
