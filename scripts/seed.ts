/**
 * `npm run seed`: fills the library from `seeds/`. In: the folder and options. Out: on the terminal, every mistake as
 * `file:line field: reason` and nothing changed, or what is added, changed and removed, which is written once somebody has
 * said yes. Readers see it with the next edition, which the schedule issues, or `npm run edition`.
 *
 *   (none)      the local stores of `npm start`
 *   --check     reads and judges the seeds, writes nothing
 *   --remote    production, through wrangler; PUBLIC_URL and database_id in wrangler.toml must be yours
 *   --rehearse  the commands of --remote, on the local stores
 *
 * `--yes` writes without asking, `--replace` allows entries to be removed. `--from` reads another folder than `seeds/`, `--persist-to` fills other local stores than those of `npm start`.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type { Entries } from "../src/library/read-library.ts";
import { type Changes, changesBetween, wasWrittenSince } from "../src/library/write-library.ts";
import type { Library } from "../src/model/library.ts";
import { BadLibrary, BadSettings, problemLines } from "../src/model/problem.ts";
import { loadSeeds } from "./read-seeds.ts";
import { readLocalSettings, readPublicSettings } from "./read-settings.ts";
import { localStores, type SeedTarget } from "./seed-target.ts";
import { throughWrangler } from "./seed-wrangler.ts";

const root = join(import.meta.dirname, "..");
const options = optionsGiven();

try {
  // Nothing here needs all of them, but the edition will; so a mistake is told before anything is loaded.
  if (options.remote) readPublicSettings();
  else if (!options.check) readLocalSettings();
  const { library, warnings } = await loadSeeds(options.from);
  for (const line of problemLines(warnings)) console.warn(line);
  console.log(`Seeds are sound: ${countsOf(library)}.`);
  if (!options.check) await seed(library);
} catch (error) {
  if (error instanceof BadSettings) console.error(error.message);
  else if (error instanceof BadLibrary) {
    for (const line of problemLines(error.problems)) console.error(line);
    console.error(`${counted(error.problems.length, "mistake")}; nothing was changed.`);
  } else throw error;
  process.exitCode = 1;
}

/** What is misspelt, or a folder that is not there, is told in a sentence. */
function optionsGiven() {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: "boolean", default: false },
        remote: { type: "boolean", default: false },
        rehearse: { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
        replace: { type: "boolean", default: false },
        from: { type: "string", default: join(root, "seeds") },
        "persist-to": { type: "string", default: join(root, ".wrangler/state") },
      },
    });
    if (statSync(values.from, { throwIfNoEntry: false })?.isDirectory() === true) return values;
    console.error(`${values.from} is no folder; --from names one with seeds. Nothing was changed.`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}. Nothing was changed.`);
  }
  process.exit(1);
}

async function seed(library: Library): Promise<void> {
  const target = await targetOf();
  try {
    const seen = await target.read();
    const changes = changesBetween(seen.entries, library);
    const removed = changes.reduce((sum, each) => sum + each.removed.length, 0);
    const lines = linesOf(changes, library);
    for (const line of lines) console.log(line);
    if (lines.length === 0) return console.log("Nothing changed.");
    if (removed > 0 && !options.replace)
      return stop(`${counted(removed, "entry")} would be removed; with --replace they are.`);
    // What fills an empty library takes nothing from anybody.
    if (!options.yes && seen.entries.subject !== undefined && !(await confirmed()))
      return stop("With --yes it is written without asking.");
    await target.write(library, seen);
    console.log("Readers see it with the next edition.");
  } catch (error) {
    if (!wasWrittenSince(error)) throw error;
    stop("Somebody wrote the library after it was looked at; look again.");
  } finally {
    await target.close();
  }
}

function targetOf(): SeedTarget | Promise<SeedTarget> {
  if (options.remote) return throughWrangler(["--remote"]);
  if (options.rehearse) return throughWrangler(["--local", "--persist-to", options["persist-to"]]);
  return localStores(options["persist-to"], (name) => console.log(`Migrated: ${name}`));
}

function stop(reason: string): void {
  console.error(`${reason} Nothing was changed.`);
  process.exitCode = 1;
}

/** Asks at a terminal; where there is none, nobody can say yes. */
async function confirmed(): Promise<boolean> {
  if (process.stdin.isTTY !== true) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question("Write this? [y/N] ")).trim());
  } finally {
    terminal.close();
  }
}

/** What would be different, by kind, and how many there are of a kind that becomes smaller. */
function linesOf(changes: readonly Changes[], after: Library): readonly string[] {
  return changes.flatMap(({ kind, added, changed, removed }) => {
    const parts = [some("added", added), some("changed", changed), some("removed", removed)].filter(Boolean);
    const lost = removed.length - added.length;
    const left = ((after as Entries)[kind] as readonly unknown[] | undefined)?.length ?? 0;
    const fewer = lost > 0 ? ` – ${left + lost} become ${left}` : "";
    return parts.length > 0 ? [`${kind}: ${parts.join("; ")}${fewer}`] : [];
  });
}

function some(what: string, ids: Changes["added"]): string {
  if (ids.length === 0) return "";
  const named = ids.length > 6 ? `${ids.slice(0, 6).join(", ")}, …` : ids.join(", ");
  return `${ids.length} ${what} (${named})`;
}

function countsOf(library: Library): string {
  const { articles, statements, disputes, events } = library;
  return [
    counted(articles.length, "article"),
    counted(statements.length, "statement"),
    counted(disputes.length, "dispute"),
    counted(events.length, "event"),
  ].join(", ");
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : what.replace(/y$/, "ie").concat("s")}`;
}
