/**
 * The bench: `npm run bench`, or `npm run bench -- morning` for one table of it. In: the seeds and the code as they are.
 * Out: our own figures, where our time goes, how fast a stored file is served, a newsletter's morning, what pressing costs,
 * and the same sheet by Typst and Chromium side by side, as tables in Markdown. Only figures of one run compare.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadSeeds } from "../scripts/read-seeds.ts";
import type { Library } from "../src/model/library.ts";
import { jobOf } from "./job.ts";
import { largestFigures } from "./largest-figures.ts";
import { memoryFigures } from "./memory-figures.ts";
import { morningFigures } from "./morning.ts";
import { ourFigures, ourProfile } from "./our-figures.ts";
import { pressFigures } from "./press-figures.ts";
import { servingFigures } from "./serving.ts";
import { type Contender, type Measured, sideBySide } from "./side-by-side.ts";
import { mean, median, milliseconds, table } from "./table.ts";

const here = (path: string): string => join(import.meta.dirname, path);

const OURS: readonly Contender[] = [
  { name: "Einblatt, words given", module: here("ours/words-given.ts") },
  { name: "Einblatt, from the library on", module: here("ours/whole.ts") },
];
const PEERS: readonly Contender[] = [
  { name: "Typst", module: here("peers/typst.ts") },
  { name: "Chromium", module: here("peers/chromium.ts") },
];
const FIGURES = {
  ours: ourFigures,
  profile: ourProfile,
  serving: servingFigures,
  morning: morningFigures,
  press: pressFigures,
  memory: memoryFigures,
  largest: largestFigures,
  peers: peersFigures,
} as const;
const BROWSER = "/usr/bin/chromium";

const { library } = await loadSeeds(here("../seeds"));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(FIGURES, name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}, but ${Object.keys(FIGURES).join(", ")}.`);
// Each table as soon as it is there: what comes later takes many minutes.
for (const [name, figures] of Object.entries(FIGURES)) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(`${await figures(library)}\n`);
}

async function peersFigures(seeds: Library): Promise<string> {
  if (!existsSync(here("peers/node_modules")))
    return "For the same sheet by Typst and Chromium, install once: npm ci --prefix bench/peers";
  const peers = PEERS.filter(({ name }) => name !== "Chromium" || existsSync(BROWSER));
  return comparison(await sideBySide([...OURS, ...peers], (week) => jobOf(seeds, week)));
}

function comparison(measured: readonly Measured[]): string {
  const warmest = median(measured[0]?.warm ?? []);
  const smallest = mean(measured[0]?.bytes ?? []);
  const times = (ratio: number): string => ratio.toFixed(1);
  return table([
    ["the same sheet by", "warm ms", "mean", "warm ×", "load ms", "first ms", "bytes", "bytes ×", "pages", "tagged"],
    ...measured.map(({ name, warm, load, first, bytes, pages, tagged }) => [
      name,
      milliseconds(median(warm)),
      milliseconds(mean(warm)),
      times(median(warm) / warmest),
      milliseconds(median(load)),
      milliseconds(median(first)),
      mean(bytes).toFixed(0),
      times(mean(bytes) / smallest),
      String(pages),
      tagged ? "yes" : "no",
    ]),
  ]);
}
