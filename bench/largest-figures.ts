/**
 * What the largest library costs that there may be, pressed to its end in workerd with the memory that one isolate has. In:
 * the seeds. Out: a table of one row. It takes half an hour.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CAPS } from "../src/model/fields.ts";
import type { Library } from "../src/model/library.ts";
import { keepLibrary } from "./kept-library.ts";
import { manyTopics } from "./many-topics.ts";
import { pressUntil } from "./press-until.ts";
import { table } from "./table.ts";

/** Megabytes of V8's old space: what is left of 128 beside buffers and what draws the cards. */
const MEMORY = 96;
/** One statement in so many has changed since the week before. */
const ONE_IN = 10;
const MINUTE = 60_000;

export async function largestFigures(seeds: Library): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "einblatt-"));
  try {
    const library = manyTopics(seeds, CAPS.issues);
    await keepLibrary(folder, library, ONE_IN);
    const began = Date.now();
    const { steps, cpu } = await pressUntil(folder, MEMORY, null);
    const minutes = (Date.now() - began) / MINUTE;
    const sum = (of: "files" | "bytes") => steps.reduce((total, step) => total + step[of], 0);
    return table([
      [`topics, within ${MEMORY} MB`, "statements", "minutes", "CPU s", "CPU ms a topic", "files", "MB", "steps"],
      [
        String(CAPS.issues),
        String(library.statements.length),
        minutes.toFixed(1),
        ((cpu ?? 0) / 1000).toFixed(0),
        ((cpu ?? 0) / CAPS.issues).toFixed(0),
        String(sum("files")),
        (sum("bytes") / 1e6).toFixed(0),
        String(steps.length),
      ],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
