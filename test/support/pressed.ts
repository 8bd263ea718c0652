/**
 * Stores for tests to copy: with tables and nothing in them, and with one edition, pressed to the end by the real Workflow.
 * In: the built Worker. Out: folders, and what `wrangler.toml` says, so that no test has to load wrangler. They are made
 * once for a program and a library; whoever comes first makes them, and the runner does so before the tests begin.
 */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Unstable_Config as Config } from "wrangler";
import { PROGRAM } from "../../generated/program.ts";
import { applyMigrations } from "../../scripts/apply-migrations.ts";
import { awaitLongRun, startRun } from "../../scripts/await-run.ts";
import { openWorker, readConfiguration } from "../../scripts/local-worker.ts";
import type { OrderInput } from "../../src/press/order.ts";
import { runById } from "../../src/press/run-log.ts";
import { hashOf } from "../../src/store/freeze.ts";
import { ISSUED, MIGRATIONS, ROOT, SETTINGS } from "./edition-facts.ts";
import { HARBOUR } from "./fixtures.ts";
import { writeLibrary } from "./write-library.ts";

const RUN = "first";
/** Milliseconds. */
const DAY = 86_400_000;

export interface MadeStores {
  /** Folders that are not to be written to; copy them. */
  readonly pressed: string;
  readonly migrated: string;
  readonly config: Config;
}

export async function madeStores(): Promise<MadeStores> {
  const folder = join(tmpdir(), "einblatt-test-stores", nameOfStores());
  if (!existsSync(folder)) await makeStores(folder);
  const config = JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as Config;
  return { pressed: join(folder, "pressed"), migrated: join(folder, "migrated"), config };
}

/** All that the stores depend on, and how they are made. */
function nameOfStores(): string {
  const hash = createHash("sha256")
    .update(PROGRAM.name)
    .update(hashOf(HARBOUR))
    .update(readFileSync(import.meta.filename));
  for (const name of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(join(MIGRATIONS, name)));
  return hash
    .update(readFileSync(join(ROOT, "wrangler.toml")))
    .digest("hex")
    .slice(0, 16);
}

async function makeStores(folder: string): Promise<void> {
  mkdirSync(join(folder, ".."), { recursive: true });
  forgetOld(join(folder, ".."));
  const making = mkdtempSync(`${folder}-`);
  const config = readConfiguration();
  await writeFile(join(making, "config.json"), JSON.stringify(config));
  await migrate(join(making, "migrated"), config);
  cpSync(join(making, "migrated"), join(making, "pressed"), { recursive: true });
  await press(join(making, "pressed"), config);
  try {
    renameSync(making, folder);
  } catch (error) {
    // Somebody else was faster, and made the same.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
}

/** Each change of the program makes stores of its own; those that nobody has made for a day serve nobody. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > DAY)
      rmSync(path, { recursive: true, force: true });
  }
}

async function migrate(persist: string, config: Config): Promise<void> {
  const miniflare = openWorker({ persist, settings: SETTINGS, log: () => {}, config });
  try {
    await applyMigrations((await miniflare.getBindings<Env>()).LIBRARY, MIGRATIONS);
  } finally {
    await miniflare.dispose();
  }
}

async function press(persist: string, config: Config): Promise<void> {
  const miniflare = openWorker({ persist, settings: SETTINGS, log: () => {}, config });
  try {
    const { LIBRARY, PRESS } = await miniflare.getBindings<Env>();
    await writeLibrary(LIBRARY, HARBOUR);
    await startRun(PRESS as Workflow<OrderInput>, RUN, { kind: "issue", time: ISSUED });
    await awaitLongRun(miniflare, PRESS as Workflow<never>, RUN);
    const run = await runById(LIBRARY, RUN);
    if (run?.outcome !== "issued")
      throw new Error(`the edition for the tests was not pressed: ${run?.error ?? "no run"}`);
    // It was another day by the clock of the machine, and pages would say that somebody has looked for news since.
    await LIBRARY.prepare("UPDATE runs SET started = ?1, finished = ?1").bind(ISSUED).run();
  } finally {
    await miniflare.dispose();
  }
}
