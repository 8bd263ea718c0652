/**
 * `npm run seed`: brings a folder of seeds into the library, or the library into a folder. In: options. Out: on the
 * terminal, every mistake as `file:line field: reason` and nothing changed, or what is added, changed and removed, which is
 * written once somebody has said yes. Readers see it with the next edition, which the schedule issues, or `npm run edition`.
 *
 *   (none)        the local stores of `npm start`
 *   --check       reads and judges the seeds, writes nothing; --strict refuses what else is a warning, --articles DIR
 *                 holds what is cited against the texts of the articles
 *   --remote      production, through wrangler; PUBLIC_URL and database_id in wrangler.toml must be yours
 *   --rehearse    the commands of --remote, on the local stores
 *   --history ID  says what became of an entry: when, by whom, why, and what was different
 *   --export DIR  writes what is in the library as seeds into a folder, whose files of seeds it takes the place of
 *
 * `--yes` writes without asking, `--replace` allows entries to be removed, `--onto 7` says that the folder comes from
 * revision 7 of the library. `--who` and `--why` are kept in its history. `--start` is for `npm start`: it asks nothing, and
 * where only somebody could decide, it says so and leaves the library as it is. `--from` reads another folder than `seeds/`,
 * `--persist-to` fills other local stores than those of `npm start`.
 */
import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type { StoredLibrary } from "../src/library/read-entries.ts";
import { whereIn } from "../src/library/read-library.ts";
import { type WriteFacts, wasWrittenSince } from "../src/library/write-commands.ts";
import { libraryOf } from "../src/model/entries.ts";
import type { Library } from "../src/model/library.ts";
import { pathText } from "../src/model/parsing/finding.ts";
import { parseLibrary } from "../src/model/parsing/parse-library.ts";
import { BadLibrary, BadSettings, type Problem, problemLines } from "../src/model/problem.ts";
import { checkArticles, checkQuotes } from "./evidence/check-quotes.ts";
import { checkWords } from "./evidence/check-words.ts";
import { readArticles } from "./evidence/read-articles.ts";
import { inTheWay, putSeeds } from "./export-seeds.ts";
import { loadOf } from "./load-seeds.ts";
import { loadSeeds } from "./read-seeds.ts";
import { readLocalSettings, readPublicSettings } from "./read-settings.ts";
import { historyTold } from "./seed-history.ts";
import { keepLine, lineOf } from "./seed-revisions.ts";
import { localStores, type SeedTarget } from "./seed-target.ts";
import { throughWrangler } from "./seed-wrangler.ts";
import { seedFilesOf } from "./write-seeds.ts";

const root = join(import.meta.dirname, "..");
const options = optionsGiven();
const place = options.remote ? "production" : "local";

try {
  // Nothing here needs all of them, but the edition will; so a mistake is told before anything is loaded.
  if (options.remote) readPublicSettings();
  else if (!options.check) readLocalSettings();
  if (options.export !== undefined) await exportTo(options.export);
  else if (options.history !== undefined) await tellHistory(options.history);
  else {
    const { library, warnings } = await loadSeeds(options.from);
    const problems = [...warnings, ...evidenceProblems(library)];
    const [mistakes, doubts] = [
      problems.filter(({ severity }) => options.strict || severity === "error"),
      problems.filter(({ severity }) => !options.strict && severity === "warning"),
    ];
    for (const line of problemLines(doubts)) console.warn(line);
    if (mistakes.length > 0) throw new BadLibrary(mistakes);
    console.log(`Seeds are sound: ${countsOf(library)}.`);
    if (!options.check) await withTarget(async (target) => await seed(target, library));
  }
} catch (error) {
  if (error instanceof BadSettings) stop(error.message);
  else if (error instanceof BadLibrary) {
    for (const line of problemLines(error.problems)) console.error(line);
    stop(`${counted(error.problems.length, "mistake")}; nothing was changed.`);
  } else throw error;
}

/** What is misspelt, or a folder that is not there, is told in a sentence. */
function optionsGiven() {
  const yes = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      options: {
        ...{ check: yes, strict: yes, articles: text, remote: yes, rehearse: yes, yes, replace: yes, start: yes },
        ...{
          onto: text,
          export: text,
          history: text,
          who: { ...text, default: userInfo().username },
          why: { ...text, default: "" },
        },
        from: { ...text, default: join(root, "seeds") },
        "persist-to": { ...text, default: join(root, ".wrangler/state") },
      },
    });
    const isFolder = statSync(values.from, { throwIfNoEntry: false })?.isDirectory() === true;
    if (values.onto !== undefined && !/^\d+$/.test(values.onto))
      console.error(`--onto ${values.onto}: write the number of a revision. Nothing was changed.`);
    else if (isFolder || values.export !== undefined || values.history !== undefined) return values;
    else console.error(`${values.from} is no folder; --from names one with seeds. Nothing was changed.`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}. Nothing was changed.`);
  }
  process.exit(1);
}

async function withTarget(work: (target: SeedTarget) => Promise<void>): Promise<void> {
  const target = await targetOf();
  try {
    await work(target);
  } catch (error) {
    if (!wasWrittenSince(error)) throw error;
    stop("Somebody wrote the library after it was looked at; look again. Nothing was changed.");
  } finally {
    await target.close();
  }
}

function targetOf(): SeedTarget | Promise<SeedTarget> {
  if (options.remote) return throughWrangler(["--remote"]);
  if (options.rehearse) return throughWrangler(["--local", "--persist-to", options["persist-to"]]);
  return localStores(options["persist-to"], (name) => console.log(`Migrated: ${name}`));
}

async function seed(target: SeedTarget, library: Library): Promise<void> {
  const there = await target.read();
  const facts = factsOf(library);
  const from = options.onto === undefined ? lineOf(options.from, there.store) : Number(options.onto);
  const load = await loadOf(target, there, library, from, facts);
  if (load.found === "equal") {
    await noteRevision(target, there, options.from);
    return console.log("Nothing changed.");
  }
  if (load.found === "clashes") {
    for (const line of load.lines) console.error(line);
    return left("Make one of both in the folder, then say --onto with the revision above", there);
  }
  for (const line of load.told.lines) console.log(line);
  if (load.found === "no base")
    return left("Nobody knows which revision of this library the folder comes from; if it is this one, say so", there);
  if (load.commands.length === 0) return console.log("The folder has nothing new; others wrote the library since.");
  if (load.told.removed > 0 && !(options.replace || options.start))
    return stop(
      `${counted(load.told.removed, "entry")} would be removed; with --replace they are. Nothing was changed.`,
    );
  // What fills an empty library takes nothing from anybody.
  if (!(options.yes || options.start || there.entries.length === 0)) {
    if (process.stdin.isTTY !== true) return stop("With --yes it is written without asking. Nothing was changed.");
    if (!(await confirmed())) return stop("Nothing was changed.");
  }
  await target.write(load.commands);
  const written = { store: there.store, revision: there.revision + 1, at: facts.at };
  keepLine(options.from, place, written);
  console.log(`Written as revision ${written.revision}. Readers see it with the next edition.`);
  if (options.remote) console.log("Commit .revision with the seeds: it says which revision they are.");
}

function factsOf({ subject }: Library): WriteFacts {
  const { who, why } = options;
  return { at: new Date().toISOString(), who, why, way: "import", writer: subject.authorship.writtenBy };
}

/** Only somebody can decide; until then, `npm start` goes on with what is there. */
function left(what: string, { revision }: StoredLibrary): void {
  const told = `${what}: --onto ${revision}. --export takes the library into a folder. Nothing was changed.`;
  if (options.start) console.warn(`${told} The library is served as it is.`);
  else stop(told);
}

/** A folder that is equal to the library is as far as the library. */
async function noteRevision(target: SeedTarget, { store, revision }: StoredLibrary, folder: string): Promise<void> {
  const known = lineOf(folder, store);
  const [write] = await target.writesFrom(revision);
  if (write !== undefined && (known?.revision !== revision || known.at !== write.at))
    keepLine(folder, place, { store, revision, at: write.at });
}

async function exportTo(dir: string): Promise<void> {
  const other = inTheWay(dir);
  if (other !== null)
    return stop(`${dir} has ${other}, which is no file of seeds; name another folder. Nothing was changed.`);
  await withTarget(async (target) => {
    const there = await target.read();
    if (there.entries.length === 0) return stop("There is no library yet. Nothing was changed.");
    const input = libraryOf(there.entries);
    const { library } = parseLibrary(input, whereIn(input));
    putSeeds(dir, seedFilesOf(library));
    await noteRevision(target, there, dir);
    console.log(`${dir} has revision ${there.revision}: ${countsOf(library)}.`);
  });
}

async function tellHistory(id: string): Promise<void> {
  await withTarget(async (target) => {
    const revisions = await target.history(id);
    for (const line of historyTold(revisions)) console.log(line);
    if (revisions.length === 0) stop(`The library never had an entry called ${id}.`);
  });
}

function stop(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}

async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question("Write this? [y/N] ")).trim());
  } finally {
    terminal.close();
  }
}

/** What the articles' own texts say of the library, where they are here. */
function evidenceProblems(library: Library): readonly Problem[] {
  if (options.articles === undefined) return [];
  const texts = readArticles(options.articles, library.articles);
  const findings = [
    ...checkArticles(library, texts),
    ...checkQuotes(library, texts, options.strict),
    ...checkWords(library, texts),
  ];
  return findings.map(({ path, reason, severity }) => ({
    file: options.from,
    field: pathText(path),
    reason,
    severity,
  }));
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
