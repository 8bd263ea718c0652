/**
 * `npm run edition`: sets the press to work. In: options. Out: on the terminal, each step and what came of it. On the local
 * stores the built Worker does it, in workerd, on this machine; for production the order goes to its Workflow.
 *
 *   (none)                                     issues the edition that is due, unless it is there or nothing is new
 *   --at 2026-11-30T06:00:00Z                  as if it were that time
 *   --correct 2026-W47 --note "de=…" …         issues the next revision of an edition from today's library
 *   --entry <id> …                             … with nothing different but these entries
 *   --retract 2026-W47 --reason "de=…" …       answers 410 with the reason from now on
 *   --remote                                   production, through wrangler
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Schedule } from "../src/model/parsing/parse-schedule.ts";
import type { OrderInput } from "../src/press/order.ts";
import { type Run, runById, stepsOf } from "../src/press/run-log.ts";
import { slotAfter, slotReached } from "../src/press/schedule.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { awaitLongRun, startRun } from "./await-run.ts";
import { openWorker } from "./local-worker.ts";
import { readLocalSettings, readPublicSettings } from "./read-settings.ts";
import { wrangler } from "./run-wrangler.ts";

const root = join(import.meta.dirname, "..");
const text = { type: "string" } as const;
const texts = { type: "string", multiple: true, default: [] as string[] } as const;
type Options = ReturnType<typeof optionsGiven>;

try {
  const options = optionsGiven();
  const input = slipOf(options);
  if (options.remote) console.log(orderRemotely(input));
  else await pressLocally(input, options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function optionsGiven() {
  const { values } = parseArgs({
    options: {
      at: text,
      correct: text,
      note: texts,
      entry: texts,
      retract: text,
      reason: texts,
      remote: { type: "boolean", default: false },
      "persist-to": { type: "string", default: join(root, ".wrangler/state") },
    },
  });
  return values;
}

function slipOf(options: Options): OrderInput {
  const time = options.at === undefined ? {} : { time: timeOf(options.at) };
  const { correct, retract, entry } = options;
  if (correct !== undefined) {
    const entries = entry.length === 0 ? {} : { entries: entry };
    return { kind: "correct", edition: correct, note: remark(options.note), ...entries, ...time };
  }
  if (retract !== undefined) return { kind: "retract", edition: retract, reason: remark(options.reason), ...time };
  return { kind: "issue", ...time };
}

function timeOf(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) throw new Error(`--at ${at}: write a time such as 2026-11-30T06:00:00Z`);
  return time.toISOString();
}

/** `de=Ein Datum war falsch.` */
function remark(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((each) => {
      const at = each.indexOf("=");
      if (at < 1) throw new Error(`"${each}": write the language first, as in de=Ein Datum war falsch.`);
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
}

function orderRemotely(order: OrderInput): string {
  if (order.kind === "issue" && order.time !== undefined)
    throw new Error("--at is for the local stores: production issues what is due");
  readPublicSettings();
  return wrangler("workflows", "trigger", "einblatt-press", JSON.stringify(order));
}

async function pressLocally(order: OrderInput, options: Options): Promise<void> {
  const { site, schedule, note } = readLocalSettings(process.env.PUBLIC_URL);
  if (note !== null) console.log(note);
  wrangler("deploy", "--dry-run", "--outdir", "dist");
  const persist = join(options["persist-to"], "v3");
  const worker = openWorker({ persist, settings: { PUBLIC_URL: site }, log: () => {} });
  try {
    const { PRESS, LIBRARY } = await worker.getBindings<Env>();
    await applyMigrations(LIBRARY, join(root, "migrations"));
    const now = new Date();
    const id = `local-${now.toISOString().replaceAll(/[^0-9]/g, "")}`;
    await startRun(PRESS as Workflow<OrderInput>, id, order);
    const { error } = await awaitLongRun(worker, PRESS, id);
    const run = await runById(LIBRARY, id);
    if (run?.outcome == null) throw new Error(error?.message ?? "the run left no trace");
    for (const { name, files, bytes } of await stepsOf(LIBRARY, id))
      console.log(files === 0 ? name : `${name}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
    if (run.outcome === "refused" || run.outcome === "failed") {
      console.error(`${run.error}; nothing was changed.`);
      process.exitCode = 1;
    } else console.log(sentence(run, site, schedule, later(now, options.at)));
  } finally {
    await worker.dispose();
  }
}

/** Where nothing is to be issued, what comes next is counted from now, or from a time to come. */
function later(now: Date, at: string | undefined): Date {
  return at === undefined || new Date(at) < now ? now : new Date(at);
}

function sentence({ outcome, edition }: Run, site: string, schedule: Schedule, time: Date): string {
  const slot = slotReached(schedule, time);
  const next = slotAfter(schedule, slot);
  if (outcome === "issued") return `${edition} is issued: ${site}/${edition}/`;
  if (outcome === "unchanged") return `Nothing is new since ${edition}, which stays.`;
  if (outcome === "retracted") return `${edition} is retracted.`;
  const ahead = `npm run edition -- --at ${next.at.toISOString()} issues ${next.week} now`;
  return `${edition} is there already. ${ahead}; --correct ${edition} corrects this one.`;
}
