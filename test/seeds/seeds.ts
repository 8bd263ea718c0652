/**
 * The library that this site publishes, for the tests that are about it: whoever puts another one into `seeds/` runs them
 * on that. In: `seeds/`, or the folder that `EINBLATT_SEEDS` names. Out: the library, and why the tests of what the shipped
 * one looks like do not concern it.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import { ROOT } from "../support/edition-facts.ts";

export const FOLDER = process.env.EINBLATT_SEEDS ?? join(ROOT, "seeds");

export const { library: SEEDS, warnings: WARNINGS } = await loadSeeds(FOLDER);

/** Of the shipped articles' own hashes: whoever reports on the same articles has the same library. */
const SHIPPED = "8270c946cea98cfc8217bb21a2d5bd4a874225268de06915b4d1eaffd8776c9e";

const articles = SEEDS.articles.map(({ sha256 }) => sha256).sort();

/** Goldens and pictures are of the shipped library; false where it is there, and else why they are skipped. */
export const notShipped: false | string =
  createHash("sha256").update(articles.join("\n")).digest("hex") === SHIPPED
    ? false
    : "other articles than the shipped ones are in the library, of which there are no golden files";
