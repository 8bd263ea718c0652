/**
 * How fast a stored file is served, beside a Worker that does nothing but fetch it. In: the library. Out: a table. Both
 * Workers run in one workerd with one R2, and take turns, so that whatever else the machine does hits both alike.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_readConfig as readConfig } from "wrangler";
import { PROGRAM } from "../generated/program.ts";
import { applyMigrations } from "../scripts/apply-migrations.ts";
import { MODULE_TYPES } from "../scripts/local-worker.ts";
import { runTogether } from "../src/library/commands.ts";
import type { Library } from "../src/model/library.ts";
import { freeze } from "../src/store/freeze.ts";
import { indexCommands, keepEdition } from "../src/store/publish.ts";
import { cpuOf, processesCalled } from "./cpu.ts";
import { ask, closeConnections, requestsPerSecond, type Target } from "./load.ts";
import { median, milliseconds, table } from "./table.ts";

const ROOT = join(import.meta.dirname, "..");
const BARE = join(ROOT, "dist/bench-bare");
const ROUNDS = 24;
const REQUESTS = 150;
/** Until the compiler has seen everything. */
const WARM_UP = 800;
const EDITION = "2026-W47";

/** What readers ask for most, and the end of the key under which it lies. */
const FILES: readonly (readonly [name: string, path: string, key: string])[] = [
  ["the newest PDF", "/de/ceasefire.pdf", "de/ceasefire/positions-a4.pdf"],
  ["a kept PDF", `/${EDITION}/de/ceasefire.pdf`, "de/ceasefire/positions-a4.pdf"],
  ["the newest page", "/de/ceasefire", "de/ceasefire/positions-a4.html"],
  ["a kept page, with the word that it is", `/${EDITION}/de/ceasefire`, "de/ceasefire/positions-a4.html"],
];

export async function servingFigures(library: Library): Promise<string> {
  buildBoth();
  const others = new Set(processesCalled("workerd"));
  const miniflare = startBoth();
  const port = Number((await miniflare.ready).port);
  const workerd = processesCalled("workerd").find((pid) => !others.has(pid));
  if (workerd === undefined) throw new Error("workerd did not start");
  const { LIBRARY, SHEETS } = await miniflare.getBindings<Env>("ours");
  await issue({ LIBRARY, SHEETS }, library);

  const rows: string[][] = [];
  for (const [name, path, end] of FILES) {
    const ours = { port, host: "ours.test", path };
    const bytes = await ask(ours);
    const { objects } = await SHEETS.list({ prefix: "files/" });
    const key = objects.find((object) => object.key.endsWith(end))?.key;
    if (key === undefined) throw new Error(`${path} was not stored under …/${end}`);
    const bare = { port, host: "bare.test", path: `/${key}` };
    for (const target of [bare, ours]) await requestsPerSecond(target, WARM_UP);
    const turns: Turn[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      turns.push(round % 2 === 0 ? await turnOf(workerd, ours, bare) : swapped(await turnOf(workerd, bare, ours)));
    }
    // What the machine does otherwise changes from second to second, so each turn is compared with the one beside it.
    const share = turns.map(({ first, second }) => (100 * first.rate) / second.rate);
    rows.push([
      name,
      (bytes / 1000).toFixed(1),
      median(turns.map(({ first }) => first.rate)).toFixed(0),
      median(turns.map(({ second }) => second.rate)).toFixed(0),
      `${median(share).toFixed(0)} %`,
      milliseconds(median(turns.map(({ first }) => first.cpu))),
      milliseconds(median(turns.map(({ second }) => second.cpu))),
    ]);
  }
  closeConnections();
  await miniflare.dispose();
  return table([["a stored file", "KB", "requests/s", "bare Worker", "share", "CPU ms", "bare Worker"], ...rows]);
}

interface Figures {
  /** Requests a second. */
  readonly rate: number;
  /** CPU milliseconds of workerd for each. */
  readonly cpu: number;
}

interface Turn {
  readonly first: Figures;
  readonly second: Figures;
}

async function turnOf(workerd: string, one: Target, other: Target): Promise<Turn> {
  const figures = async (target: Target): Promise<Figures> => {
    const before = cpuOf(workerd);
    const rate = await requestsPerSecond(target, REQUESTS);
    return { rate, cpu: (cpuOf(workerd) - before) / REQUESTS };
  };
  return { first: await figures(one), second: await figures(other) };
}

function swapped({ first, second }: Turn): Turn {
  return { first: second, second: first };
}

export function buildBoth(): void {
  const wrangler = ["deploy", "--dry-run", "--outdir"];
  execFileSync("node_modules/.bin/wrangler", [...wrangler, join(ROOT, "dist")], { cwd: ROOT });
  const bare = ["bench/bare-worker.ts", "--config", "bench/wrangler.toml"];
  execFileSync("node_modules/.bin/wrangler", [...wrangler, BARE, ...bare], { cwd: ROOT });
}

/** By their hosts, on one port: `ours.test` and `bare.test`. */
export function startBoth(): Miniflare {
  const { vars } = readConfig({ config: join(ROOT, "wrangler.toml") }, { hideWarnings: true });
  const shared = {
    compatibilityDate: "2026-11-17",
    compatibilityFlags: ["nodejs_compat"],
    r2Buckets: { SHEETS: "sheets" },
    d1Databases: { LIBRARY: "library" },
  };
  return new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          ...shared,
          name: "ours",
          routes: ["ours.test/*"],
          ...modulesIn(join(ROOT, "dist")),
          bindings: { ...(vars as Record<string, string>), PUBLIC_URL: "http://ours.test" },
        },
        { ...shared, name: "bare", routes: ["bare.test/*"], ...modulesIn(BARE) },
      ],
    }),
  );
}

function modulesIn(folder: string) {
  const names = readdirSync(folder).filter((name) => MODULE_TYPES[extname(name)] !== undefined);
  const entry = names.find((name) => name.endsWith(".js")) ?? "";
  const modules = [entry, ...names.filter((name) => name !== entry)].map((name) => ({
    type: MODULE_TYPES[extname(name)] ?? ("Data" as const),
    path: join(folder, name),
    contents: readFileSync(join(folder, name)),
  }));
  return { modules, modulesRoot: folder };
}

async function issue({ LIBRARY, SHEETS }: Pick<Env, "LIBRARY" | "SHEETS">, library: Library): Promise<void> {
  await applyMigrations(LIBRARY, join(ROOT, "migrations"));
  const facts = {
    id: EDITION,
    issued: "2026-11-16T05:00:00.000Z",
    timeZone: "Europe/Berlin",
    site: "http://ours.test",
    program: PROGRAM.name,
    changes: null,
    correction: null,
    corrected: null,
  };
  const frozen = freeze(library, facts);
  await keepEdition(SHEETS, frozen);
  await runTogether(LIBRARY, indexCommands(frozen.entry));
}
