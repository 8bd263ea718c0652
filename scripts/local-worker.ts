/**
 * The built Worker in workerd on this machine, with the names that `wrangler.toml` gives its stores. In: a folder for what
 * it keeps, or none, and settings that differ from those of `wrangler.toml`. Out: Miniflare with everything bound. `npm
 * run edition` and the tests start it this way, `npm run seed` only its database; `npm start` leaves it to wrangler, which
 * keeps the same files.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import type { Unstable_Config as Config } from "wrangler";

const root = join(import.meta.dirname, "..");

export type ModuleType = "ESModule" | "Data" | "CompiledWasm";
/** What the files of a bundle are, by their ending, as the rules of `wrangler.toml` have it. */
export const MODULE_TYPES: Readonly<Record<string, ModuleType>> = {
  ".js": "ESModule",
  ".bin": "Data",
  ".wasm": "CompiledWasm",
};

export const BESIDE = "beside";

export interface LocalWorker {
  /** As wrangler calls it: the folder `v3` in its state. Without one, everything is forgotten at the end. */
  readonly persist?: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Takes the lines that the Worker logs; without, they go to the terminal. */
  readonly log?: (line: string) => void;
  /** What `wrangler.toml` says, where it was read before. */
  readonly config?: Config;
  /** The text of a module that is another Worker on the same stores, called `beside`; it listens at a port of its own. */
  readonly beside?: string;
}

/** The database that `npm start` uses, without the Worker, which need not be built for it. */
export function openDatabase(persist: string): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: "export default {};",
      d1Databases: databasesOf(readConfiguration()),
      resourcePersistencePath: persist,
    }),
  );
}

export function openWorker({ persist, settings, log, config = readConfiguration(), beside }: LocalWorker): Miniflare {
  const dist = join(root, "dist");
  const modules = readdirSync(dist)
    .flatMap((name) => {
      const type = MODULE_TYPES[extname(name)];
      return type === undefined ? [] : [{ type, path: join(dist, name) }];
    })
    .sort((a, b) => Number(b.path.endsWith("/index.js")) - Number(a.path.endsWith("/index.js")));
  const surroundings = surroundingsIn(config);
  const worker = {
    ...surroundings,
    modules,
    modulesRoot: dist,
    workflows: Object.fromEntries(
      config.workflows.map(({ binding, name, class_name: className }) => [binding, { name, className }]),
    ),
    bindings: { ...(config.vars as Record<string, string>), ...settings },
  };
  const other = { ...surroundings, name: BESIDE, modules: true, script: beside ?? "", unsafeDirectSockets: [{}] };
  return new Miniflare(
    convertV4MiniflareOptions({
      workers: beside === undefined ? [worker] : [worker, other],
      ...(persist === undefined ? {} : { resourcePersistencePath: persist }),
      ...(log === undefined ? {} : { handleStructuredLogs: ({ message }) => log(message) }),
    }),
  );
}

/** What any Worker of this checkout finds around it, its settings apart. */
export function surroundingsIn(config: Config) {
  return {
    name: config.name ?? "einblatt",
    compatibilityDate: String(config.compatibility_date),
    compatibilityFlags: config.compatibility_flags,
    d1Databases: databasesOf(config),
    r2Buckets: Object.fromEntries(config.r2_buckets.map((r2) => [r2.binding, r2.bucket_name ?? r2.binding])),
  };
}

/** Wrangler is loaded only where it has to read: that takes longer than to start a Worker. */
export function readConfiguration(): Config {
  const { unstable_readConfig: readConfig } = createRequire(import.meta.url)("wrangler") as typeof import("wrangler");
  return readConfig({ config: join(root, "wrangler.toml") }, { hideWarnings: true });
}

function databasesOf({ d1_databases: databases }: Config): Record<string, string> {
  return Object.fromEntries(databases.map((d1) => [d1.binding, d1.database_id ?? d1.binding]));
}
