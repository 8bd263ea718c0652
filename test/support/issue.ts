/**
 * Further editions for tests of what readers see of them. In: the stores of a test's Worker. Out: an edition issued,
 * corrected or retracted there, none of its files made yet; and its sheets on record, as if they had been pressed.
 */

import { runTogether } from "../../src/library/commands.ts";
import type { Correction, Retraction } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import { sheetsOf } from "../../src/render/describe-sheets.ts";
import { editionById } from "../../src/store/edition-index.ts";
import { freeze } from "../../src/store/freeze.ts";
import { indexCommands, keepEdition, pointToNewest } from "../../src/store/publish.ts";
import { readEdition } from "../../src/store/read-edition.ts";
import { recordSheets } from "../../src/store/sheet-index.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { compareLibraries } from "./comparison.ts";
import { deleteUnder } from "./damage.ts";
import { EDITION_FACTS } from "./edition-facts.ts";
import type { TestWorker } from "./worker.ts";

type Stores = Pick<TestWorker, "LIBRARY" | "SHEETS">;

export interface Issue {
  readonly id: string;
  readonly issued: string;
  readonly library: Library;
  /** Where the site was then, if it was elsewhere. */
  readonly site?: string;
  readonly correction?: Correction;
  /** The library of the edition that is corrected. */
  readonly wrong?: Library;
  /** The library of the edition before. */
  readonly before?: { readonly id: string; readonly library: Library };
}

export async function issueEdition(
  stores: Stores,
  { correction, wrong, before, library, ...name }: Issue,
): Promise<void> {
  const changes = before === undefined ? null : compareLibraries(before.id, before.library, library);
  const corrected =
    correction === undefined || wrong === undefined ? null : compareLibraries(correction.corrects, wrong, library);
  const frozen = freeze(library, { ...EDITION_FACTS, ...name, correction: correction ?? null, changes, corrected });
  await keepEdition(stores.SHEETS, frozen);
  await runTogether(stores.LIBRARY, indexCommands(frozen.entry));
  if ((await editionById(stores.LIBRARY, name.id)) === null) throw new Error(`${name.id} was not issued`);
}

/** Notes what the press notes of every sheet. It is not said which PDF each has, for none was made. */
export async function recordEdition({ LIBRARY, SHEETS }: Stores, id: string): Promise<void> {
  const entry = await editionById(LIBRARY, id);
  if (entry === null) throw new RangeError(`there is no edition ${id}`);
  const describe = sheetsOf(await readEdition(SHEETS, entry), entry.digest);
  const rows = Object.keys(LANGUAGES).flatMap((language) =>
    entry.topics.map((topic) => describe(topic, language, "0".repeat(64))),
  );
  await recordSheets(LIBRARY, rows);
}

export async function retractEdition({ LIBRARY }: Stores, id: string, retraction: Retraction): Promise<void> {
  const sql = "UPDATE editions SET retraction = ?1 WHERE id = ?2";
  await LIBRARY.prepare(sql).bind(JSON.stringify(retraction), id).run();
  await runTogether(LIBRARY, pointToNewest());
}

/** As before the first edition. What lies in the bucket is left there, for nobody finds it without the index. */
export async function forgetEditions(stores: Stores): Promise<void> {
  const tables = ["run_steps", "runs", "editions", "sheets", "announcements"];
  await stores.LIBRARY.batch(tables.map((table) => stores.LIBRARY.prepare(`DELETE FROM ${table}`)));
  await deleteUnder(stores, "");
}

/** A run of the press that found nothing newer than the current edition, or whatever came of it. */
export async function logRun(
  { LIBRARY }: Stores,
  finished: string,
  run: { readonly outcome?: string; readonly kind?: string } = {},
): Promise<void> {
  const sql =
    "INSERT INTO runs (id, slot, kind, edition, started, finished, outcome) " +
    "VALUES (?1, ?2, ?3, (SELECT id FROM editions WHERE is_current = 1), ?4, ?4, ?5)";
  const { outcome = "unchanged", kind = "issue" } = run;
  await LIBRARY.prepare(sql).bind(crypto.randomUUID(), null, kind, finished, outcome).run();
}
