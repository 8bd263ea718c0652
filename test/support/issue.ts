/**
 * Further editions for tests of what readers see of them. In: the stores of a test's Worker. Out: an edition issued,
 * corrected or retracted there, none of its files made yet.
 */

import { runTogether } from "../../src/library/commands.ts";
import type { Correction, Retraction } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import { editionById } from "../../src/store/edition-index.ts";
import { freeze } from "../../src/store/freeze.ts";
import { keepEdition, pointToNewest, publishCommands } from "../../src/store/publish.ts";
import { compareLibraries } from "./comparison.ts";
import { EDITION_FACTS, type TestWorker } from "./worker.ts";

type Stores = Pick<TestWorker, "LIBRARY" | "SHEETS">;

export interface Issue {
  readonly id: string;
  readonly issued: string;
  readonly library: Library;
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
  const current = await stores.LIBRARY.prepare("SELECT id FROM editions WHERE is_current = 1").first<string>("id");
  await runTogether(stores.LIBRARY, publishCommands(frozen.entry, current));
  if ((await editionById(stores.LIBRARY, name.id)) === null) throw new Error(`${name.id} was not issued`);
}

export async function retractEdition({ LIBRARY }: Stores, id: string, retraction: Retraction): Promise<void> {
  const sql = "UPDATE editions SET retraction = ?1 WHERE id = ?2";
  await LIBRARY.prepare(sql).bind(JSON.stringify(retraction), id).run();
  await runTogether(LIBRARY, pointToNewest());
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
