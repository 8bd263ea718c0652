/**
 * `npm run seed`: fills the library from `seeds/`. In: the folder and options. Out: on the terminal, every mistake as
 * `file:line field: reason` and nothing changed, or what was added, changed and removed. Readers see it with the next
 * edition, which the schedule issues, or `npm run edition`.
 *
 *   (none)      the local stores of `npm start`
 *   --check     reads and judges the seeds, writes nothing
 *   --remote    production, through wrangler; PUBLIC_URL and database_id in wrangler.toml must be yours
 *   --rehearse  the commands of --remote, on the local stores
 *
 * `--from` reads another folder than `seeds/`, `--persist-to` fills other local stores than those of `npm start`.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Changes, writeLibrary } from "../src/library/write-library.ts";
import type { Library } from "../src/model/library.ts";
import { BadLibrary, BadSettings, problemLines } from "../src/model/problem.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { openDatabase } from "./local-worker.ts";
import { loadSeeds } from "./read-seeds.ts";
import { readLocalSettings, readPublicSettings } from "./read-settings.ts";
import { seedThroughWrangler } from "./seed-wrangler.ts";

const root = join(import.meta.dirname, "..");
const options = optionsGiven();

try {
  // Nothing here needs all of them, but the edition will; so a mistake is told before anything is loaded.
  if (options.remote) readPublicSettings();
  else if (!options.check) readLocalSettings();
  const { library, warnings } = await loadSeeds(options.from);
  for (const line of problemLines(warnings)) console.warn(line);
  console.log(`Seeds are sound: ${countsOf(library)}.`);
  if (!options.check) tell(await seed(library));
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

async function seed(library: Library): Promise<readonly Changes[]> {
  if (options.remote) return await seedThroughWrangler(library, ["--remote"]);
  if (options.rehearse) return await seedThroughWrangler(library, ["--local", "--persist-to", options["persist-to"]]);

  const local = openDatabase(join(options["persist-to"], "v3"));
  try {
    const { LIBRARY } = await local.getBindings<Pick<Env, "LIBRARY">>();
    for (const name of await applyMigrations(LIBRARY, join(root, "migrations"))) console.log(`Migrated: ${name}`);
    return await writeLibrary(LIBRARY, library);
  } finally {
    await local.dispose();
  }
}

function tell(changes: readonly Changes[]): void {
  const lines = changes.flatMap(({ kind, added, changed, removed }) => {
    const parts = [some("added", added), some("changed", changed), some("removed", removed)].filter(Boolean);
    return parts.length > 0 ? [`${kind}: ${parts.join("; ")}`] : [];
  });
  for (const line of lines) console.log(line);
  if (lines.length === 0) console.log("Nothing changed.");
  else console.log("Readers see it with the next edition.");
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
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
