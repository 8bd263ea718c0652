/**
 * CPU time of processes, so that a busy machine lengthens a run and not its figures. In: a process by its number. Out:
 * milliseconds on a core so far, from the scheduler, which counts finer than the ticks in `stat`. Linux only.
 */
import { readdirSync, readFileSync } from "node:fs";

/** All threads of a process. */
export function cpuOf(pid: string): number {
  return tasksOf(pid).reduce((sum, task) => sum + threadCpu(pid, task), 0);
}

/** The thread a process began with: in workerd it runs the Worker, and others compile and collect for it. */
export function mainThreadCpu(pid: string): number {
  return threadCpu(pid, pid);
}

function threadCpu(pid: string, task: string): number {
  const [onCore = "0"] = read(`/proc/${pid}/task/${task}/schedstat`).split(" ");
  return Number(onCore) / 1e6;
}

/** This process without those it started. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The processes that this one started, and those that they did. */
export function descendantsCpu(): number {
  const parents = new Map(numbered("/proc").map((pid) => [pid, parentOf(pid)]));
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && pid !== "0" && (pid === String(process.pid) || isOurs(parents.get(pid)));
  return [...parents].reduce((sum, [pid, parent]) => sum + (isOurs(parent) ? cpuOf(pid) : 0), 0);
}

export function processesCalled(command: string): readonly string[] {
  return numbered("/proc").filter((pid) => read(`/proc/${pid}/comm`).trim() === command);
}

function tasksOf(pid: string): readonly string[] {
  return numbered(`/proc/${pid}/task`);
}

function parentOf(pid: string): string | undefined {
  // The name in brackets may hold spaces; the parent is the second field after it.
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ")[1];
}

/** Processes and threads end while one looks at them; then there is nothing to read. */
function numbered(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
