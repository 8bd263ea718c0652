/**
 * Fills a database and a bucket with a library and freezes it as the current edition. In: both stores, a library, the
 * moment and the public address. Out: what changed and which edition was issued. `npm run seed` and the tests call
 * this same function.
 */
import { currentEdition, type EditionEntry } from "../src/editions/edition-index.ts";
import { freeze, type Moment } from "../src/editions/freeze.ts";
import { publish } from "../src/editions/publish.ts";
import { type Changes, writeLibrary } from "../src/library/write-library.ts";
import type { Library } from "../src/model/library.ts";

export interface SeedReport {
  readonly changes: readonly Changes[];
  /** Null where the current edition already says the same. */
  readonly issued: EditionEntry | null;
}

export async function seedStores(
  stores: { readonly LIBRARY: D1Database; readonly SHEETS: R2Bucket },
  library: Library,
  moment: Moment,
  site: string,
): Promise<SeedReport> {
  const changes = await writeLibrary(stores.LIBRARY, library);
  const frozen = await freeze(library, moment, site, await currentEdition(stores.LIBRARY));
  if (frozen !== null) await publish(stores.LIBRARY, stores.SHEETS, frozen);
  return { changes, issued: frozen?.entry ?? null };
}
