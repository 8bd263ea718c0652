/**
 * The program and the seeds as they are at this moment, served. In: the checkout, its configuration and the address of
 * the site. Out: answers to requests; before each it is looked whether a file has changed, and what follows from it is
 * made anew. Nothing is watched meanwhile, so no change is missed and none is shown half done. All it keeps is in memory.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { applyMigrations } from "../apply-migrations.ts";
import { readConfiguration, surroundingsIn } from "../local-worker.ts";
import { seedsIn } from "../read-seeds.ts";
import { type Bundle, openBundler } from "./bundle.ts";
import { SEEDS_URL } from "./seeds-url.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export interface DevSite {
  readonly answer: (path: string, init: RequestInit) => Promise<Answer>;
}

/** Whoever changes one of these changes the program. */
const PROGRAM = ["src", "templates", "scripts"];
const SEEDS = "seeds";

/** `tell` is handed what was made and what is wrong, once. */
export async function openDevSite(root: string, site: string, tell: (line: string) => void): Promise<DevSite> {
  const config = readConfiguration();
  const bundle = await openBundler(root, config.alias ?? {});
  const bindings = { ...config.vars, PUBLIC_URL: site, ANNOUNCE_TO: "", INDEX_SECONDS: "0", COUNTS: "off" };
  const inFlight = new Set<Promise<Answer>>();
  let worker: Miniflare | null = null;
  /** The program that runs, and the stamp of its files. */
  let running: (Bundle & { readonly stamp: string }) | null = null;
  let seen = "";
  /** What is wrong; null where all is well. */
  let made: Promise<string | null> = Promise.resolve(null);

  async function start({ modules }: Bundle): Promise<void> {
    const options = convertV4MiniflareOptions({
      ...surroundingsIn(config),
      modules: [...modules],
      modulesRoot: root,
      bindings,
    });
    // Whoever was let in before the change is answered by the program of then.
    await Promise.allSettled(inFlight);
    const before = worker;
    // What does not start leaves nothing that could be started again.
    worker = null;
    const next = before ?? new Miniflare(options);
    try {
      if (before === null) {
        const { LIBRARY } = await next.getBindings<Pick<Env, "LIBRARY">>();
        await applyMigrations(LIBRARY, join(root, "migrations"));
      } else await next.setOptions(options);
      worker = next;
    } catch (error) {
      await next.dispose().catch(() => undefined);
      throw error;
    }
  }

  async function freezeSeeds(): Promise<string> {
    const body = JSON.stringify(await seedsIn(join(root, SEEDS)));
    const response = await worker?.dispatchFetch(SEEDS_URL, { method: "PUT", body });
    const told = (await response?.text())?.trimEnd() ?? "";
    if (response?.ok !== true) throw new Error(running?.inSources(told));
    return told;
  }

  async function renew(stamp: string): Promise<string | null> {
    const begun = performance.now();
    try {
      if (running?.stamp !== stamp) {
        running = null;
        const bundled = await bundle();
        await start(bundled);
        running = { ...bundled, stamp };
      }
      const [edition, ...warnings] = (await freezeSeeds()).split("\n");
      for (const warning of warnings) tell(warning);
      tell(`${edition} from ${SEEDS}/ as they are, in ${Math.round(performance.now() - begun)} ms`);
      return null;
    } catch (error) {
      const problems = error instanceof Error ? error.message : String(error);
      tell(problems);
      return problems;
    }
  }

  /** One after the other; who asks meanwhile waits for what is made of the newest files. */
  async function upToDate(): Promise<string | null> {
    const program = stampOf(root, PROGRAM);
    const stamp = program + stampOf(root, [SEEDS]);
    if (stamp !== seen) {
      seen = stamp;
      made = made.then(() => renew(program));
    }
    return await made;
  }

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await worker?.dispatchFetch(site + path, { ...init, redirect: "manual" } as object);
    if (response === undefined) throw new Error("nothing runs");
    const { status } = response;
    if (status === 500) {
      const text = running?.inSources(await response.text()) ?? "";
      tell(text.trimEnd());
      return mistake(status, text);
    }
    return { status, headers: new Headers([...response.headers]), body: new Uint8Array(await response.arrayBuffer()) };
  }

  return {
    answer: async (path, init) => {
      const problems = await upToDate();
      if (problems !== null) return mistake(503, problems);
      const asked = ask(path, init);
      inFlight.add(asked);
      return await asked.finally(() => inFlight.delete(asked));
    },
  };
}

/** Names, sizes and times of change of all files in the folders. */
function stampOf(root: string, folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .map((path) => {
      // Editors put files beside those that they save, and take them away again.
      const { size, mtimeMs } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {};
      return `${path} ${size} ${mtimeMs}`;
    })
    .join("\n");
}

function mistake(status: number, text: string): Answer {
  const headers = new Headers({ "Content-Type": "text/plain; charset=utf-8" });
  return { status, headers, body: new TextEncoder().encode(`${text.trimEnd()}\n`) };
}
