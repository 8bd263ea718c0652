/**
 * The invented libraries that tests stand on, so that none asks what an adopter has put into `seeds/`. In: the folders
 * below `test/fixtures/`. Out: each as a library, all of them by name, and where they lie for tests that run commands.
 */
import { join } from "node:path";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import type { Library } from "../../src/model/library.ts";

export type FixtureName = "harbour" | "island" | "lean";

/** The folder of a library, as `npm run seed -- --from` takes it. */
export function folderOf(name: FixtureName): string {
  return join(import.meta.dirname, "..", "fixtures", name);
}

/** Every feature of the model, on four actors and three issues. */
export const { library: HARBOUR } = await loadSeeds(folderOf("harbour"));
/** German alone; neither events nor old names. */
export const { library: ISLAND } = await loadSeeds(folderOf("island"));
/** One topic of each kind, and of every kind of entry as few as can be. */
export const { library: LEAN } = await loadSeeds(folderOf("lean"));

export const FIXTURES: Readonly<Record<FixtureName, Library>> = { harbour: HARBOUR, island: ISLAND, lean: LEAN };
