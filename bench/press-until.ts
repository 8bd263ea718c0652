/**
 * Presses what lies in a folder with little memory, up to a step. In: the folder, the megabytes that each isolate may
 * take for what lives long, and how the name of the step begins, or none for the whole run. Out: the steps that were
 * done and, of a whole run, the CPU time it took. Who asks a workerd that is at work waits for it, so what was done is
 * read in the file of its database.
 */
import { fork } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import type { RunStep } from "../src/press/run-log.ts";
import { RUN } from "./kept-library.ts";

/** Milliseconds between two looks at the run. */
const PAUSE = 250;
/** Milliseconds that a look may take: a workerd that starts or is killed leaves the file locked until it is mended. */
const LOCKED = 10_000;

export interface Pressed {
  readonly steps: readonly RunStep[];
  /** Milliseconds; null where it was stopped. */
  readonly cpu: number | null;
}

/** @throws Error where the run fails or an isolate runs out of memory. */
export async function pressUntil(stores: string, megabytes: number, step: string | null): Promise<Pressed> {
  const script = join(import.meta.dirname, "press-within.ts");
  const child = fork(script, [stores, String(megabytes)], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  // Its workerd is of the same group, and goes with it.
  const stop = () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  };
  process.once("exit", stop);
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  let cpu: number | null = null;
  child.once("message", (value) => {
    cpu = Number(value);
  });
  let code: number | null | undefined;
  child.once("exit", (value) => {
    code = value;
  });
  const reached = () => step !== null && stepsIn(stores).some(({ name }) => name.startsWith(step));
  try {
    while (code === undefined && !reached()) await setTimeout(PAUSE);
  } finally {
    process.off("exit", stop);
    stop();
  }
  if (code !== undefined && code !== 0) throw new Error(`not with ${megabytes} MB: ${said.slice(0, 2000)}`);
  return { steps: stepsIn(stores), cpu };
}

function stepsIn(stores: string): readonly RunStep[] {
  const [file] = globSync(join(stores, "d1", "*", `${"[0-9a-f]".repeat(64)}.sqlite`));
  if (file === undefined) return [];
  const db = new DatabaseSync(file, { readOnly: true, timeout: LOCKED });
  try {
    const rows = db.prepare("SELECT name, finished, files, bytes FROM run_steps WHERE run = ? ORDER BY rowid").all(RUN);
    return rows as unknown as readonly RunStep[];
  } finally {
    db.close();
  }
}
