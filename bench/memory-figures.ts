/**
 * How much memory a large library takes to press: the smallest limit, of those tried, under which an isolate of workerd
 * gets through. In: the seeds. Out: a table. What is measured is V8's old space, where everything lies that lives long;
 * buffers and what draws the cards lie beside it, and the platform's 128 MB are for all of these together.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Library } from "../src/model/library.ts";
import { keepLibrary } from "./kept-library.ts";
import { manyTopics } from "./many-topics.ts";
import { pressUntil } from "./press-until.ts";
import { table } from "./table.ts";

const TOPICS = [1000, 2000, 5000];
/** One statement in so many has changed since the week before. */
const ONE_IN = [10, 1];
/** Megabytes. */
const LIMITS = [48, 56, 64, 72, 80, 88, 96, 112, 128];
/** With the overview's and the actors' pages, the contents and the page of changes: what takes most. */
const STEPS = { freezing: "freeze", "first batch": "set 1" } as const;

export async function memoryFigures(seeds: Library): Promise<string> {
  const rows: (readonly string[])[] = [];
  const folder = mkdtempSync(join(tmpdir(), "einblatt-"));
  try {
    for (const topics of TOPICS)
      for (const oneIn of ONE_IN) {
        const library = manyTopics(seeds, topics);
        const stores = join(folder, `${topics}-${oneIn}`);
        await keepLibrary(stores, library, oneIn);
        const changed = oneIn === 1 ? "all" : `1 in ${oneIn}`;
        rows.push([String(topics), String(library.statements.length), changed, ...(await smallest(stores))]);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return table([["topics", "statements", "changed", ...Object.keys(STEPS)], ...rows]);
}

/** For each step, by halving what is left to try; a step needs no less than one before it. */
async function smallest(stores: string): Promise<readonly string[]> {
  let least = 0;
  const found: string[] = [];
  for (const step of Object.values(STEPS)) {
    let most = LIMITS.length;
    while (least < most) {
      const middle = Math.floor((least + most) / 2);
      if (await fits(stores, LIMITS[middle] ?? 0, step)) most = middle;
      else least = middle + 1;
    }
    found.push(LIMITS[least] === undefined ? `more than ${LIMITS.at(-1)}` : String(LIMITS[least]));
  }
  return found;
}

/** Each attempt on a copy, for what it leaves behind would make the next one shorter. */
async function fits(stores: string, megabytes: number, step: string): Promise<boolean> {
  const copy = `${stores}-copy`;
  cpSync(stores, copy, { recursive: true });
  const done = await pressUntil(copy, megabytes, step).then(
    () => true,
    () => false,
  );
  rmSync(copy, { recursive: true });
  return done;
}
