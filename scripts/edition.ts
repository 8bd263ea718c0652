/**
 * `npm run edition`: sets the press to work. In: options. Out: on the terminal, each step and what came of it. On the local
 * stores the built Worker does it, in workerd, on this machine; for production the order goes to its Workflow.
 *
 *   (none)                                     issues the edition that is due, unless it is there or nothing is new
 *   --at 2026-11-30T06:00:00Z                  as if it were that time
 *   --anyway                                   also where nothing is different but commas, order or evidence
 *   --correct 2026-W47 --note "de=…" …         issues the next revision of an edition from today's library
 *   --entry <id> …                             … with nothing different but these entries
 *   --correct 2026-W47 --program               … from its own library, set by the program that runs now
 *   --retract 2026-W47 --reason "de=…" …       answers 410 with the reason from now on
 *   --check [2026-W47]                         holds all that was published against its records
 *   --restore [2026-W47]                       … and makes anew what is missing and can be made
 *   --rebuild                                  makes the index of editions from their records
 *   --status                                   what is known of the stores, what is missing, and whether an edition was told
 *   --remote                                   production, through wrangler
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Schedule } from "../src/model/parsing/parse-schedule.ts";
import type { OrderInput } from "../src/press/order.ts";
import { type Run, type RunStep, runById, stepsOf } from "../src/press/run-log.ts";
import { slotAfter, slotReached } from "../src/press/schedule.ts";
import { type Found, type Upkeep, upkeepById } from "../src/press/upkeep-log.ts";
import { lostObjects } from "../src/store/lost-objects.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { awaitLongRun, startRun } from "./await-run.ts";
import { openWorker } from "./local-worker.ts";
import { readLocalSettings, readPublicSettings } from "./read-settings.ts";
import { wrangler } from "./run-wrangler.ts";

const root = join(import.meta.dirname, "..");
const text = { type: "string" } as const;
const yes = { type: "boolean", default: false } as const;
const texts = { type: "string", multiple: true, default: [] as string[] } as const;
type Options = ReturnType<typeof optionsGiven>;

try {
  const options = optionsGiven();
  if (options.status) console.log(await statusOf(options));
  else if (options.remote) console.log(orderRemotely(slipOf(options)));
  else await pressLocally(slipOf(options), options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function optionsGiven() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      at: text,
      correct: text,
      note: texts,
      entry: texts,
      retract: text,
      reason: texts,
      anyway: yes,
      program: yes,
      check: yes,
      restore: yes,
      rebuild: yes,
      status: yes,
      remote: yes,
      "persist-to": { type: "string", default: join(root, ".wrangler/state") },
    },
  });
  return { ...values, edition: positionals[0] };
}

function slipOf(options: Options): OrderInput {
  const time = options.at === undefined ? {} : { time: timeOf(options.at) };
  const { correct, retract, entry } = options;
  for (const kind of ["check", "restore", "rebuild"] as const)
    if (options[kind]) return { kind, ...(options.edition === undefined ? {} : { edition: options.edition }), ...time };
  if (options.edition !== undefined)
    throw new Error(`${options.edition}: write it after --check or --restore, or after = as in --correct=2026-W47`);
  if (correct !== undefined && options.program) return { kind: "correct-program", edition: correct, ...time };
  if (correct !== undefined) {
    const entries = entry.length === 0 ? {} : { entries: entry };
    return { kind: "correct", edition: correct, note: remark(options.note), ...entries, ...time };
  }
  if (retract !== undefined) return { kind: "retract", edition: retract, reason: remark(options.reason), ...time };
  return { kind: "issue", ...(options.anyway ? { anyway: true } : {}), ...time };
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
  const worker = openLocally(options, site);
  try {
    const { PRESS, LIBRARY } = await worker.getBindings<Env>();
    await applyMigrations(LIBRARY, join(root, "migrations"));
    const now = new Date();
    const id = `local-${now.toISOString().replaceAll(/[^0-9]/g, "")}`;
    await startRun(PRESS as Workflow<OrderInput>, id, order);
    const isUpkeep = ["check", "restore", "rebuild"].includes(order.kind);
    const { error } = await awaitLongRun(worker, PRESS, id, isUpkeep ? console.log : () => {});
    const run = isUpkeep ? await upkeepById(LIBRARY, id) : await runById(LIBRARY, id);
    if (run?.outcome == null) throw new Error(error?.message ?? "the run left no trace");
    if ("slot" in run) for (const step of await stepsOf(LIBRARY, id)) console.log(stepInWords(step));
    if (run.outcome === "refused" || run.outcome === "failed") {
      console.error(`${run.error}; nothing was changed.`);
      process.exitCode = 1;
    } else if ("slot" in run) {
      console.log(sentence(run, site, schedule, later(now, options.at)));
      if (run.error !== null) console.error(`Not all was done ${run.error}. npm run edition -- --status says more.`);
    } else {
      console.log(foundInWords(run.kind, run.found));
      if ((run.found?.lost ?? 0) > (run.found?.restored ?? 0)) process.exitCode = 1;
    }
  } finally {
    await worker.dispose();
  }
}

function openLocally(options: Options, site: string | null) {
  const persist = join(options["persist-to"], "v3");
  return openWorker({ persist, settings: { PUBLIC_URL: site ?? "" }, log: () => {} });
}

/** What an operator may know and a stranger need not: the keys of what is missing. */
async function statusOf(options: Options): Promise<string> {
  if (options.remote) {
    const sql =
      "SELECT edition, told, tries, tried, error FROM announcements ORDER BY edition DESC LIMIT 10; " +
      "SELECT edition, key, noticed FROM lost ORDER BY key LIMIT 1000";
    return wrangler("d1", "execute", "LIBRARY", "--remote", "--command", sql);
  }
  wrangler("deploy", "--dry-run", "--outdir", "dist");
  const worker = openLocally(options, readLocalSettings().site);
  try {
    const { LIBRARY } = await worker.getBindings<Env>();
    const health = await (await worker.dispatchFetch("http://localhost/health")).text();
    const lost = await lostObjects(LIBRARY, null).catch(() => []);
    return [health.trimEnd(), ...lost.map(({ edition, key }) => `lost of ${edition}: ${key}`)].join("\n");
  } finally {
    await worker.dispose();
  }
}

function stepInWords({ name, files, bytes }: RunStep): string {
  return files === 0 ? name : `${name}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB`;
}

function foundInWords(kind: Upkeep["kind"], found: Found | null): string {
  const { editions = 0, files = 0, lost = 0, restored = 0 } = found ?? {};
  if (kind === "rebuild") return `The index has ${editions} editions from their records.`;
  const checked = `${files} files of ${editions} editions: `;
  if (lost === 0) return `${checked}all are there as they were published.`;
  const left = lost - restored;
  const made = kind === "restore" ? `; ${restored} were made anew` : "";
  const hint = left === 0 ? "" : ` ${left} are lost; npm run edition -- --status names them.`;
  return `${checked}${lost} are missing or not as they were published${made}.${hint}`;
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
