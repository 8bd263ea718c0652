/**
 * Two pictures of one sheet: ours, and Typst's of the same words, type and columns. In: the seeds as they are. Out:
 * bench/pictures/einblatt.png and typst.png, at 110 dots an inch in a palette. Needs the packages of bench/peers,
 * poppler-utils and ImageMagick.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import { writePdf } from "../../src/formats/pdf/write-pdf.ts";
import { positions } from "../../templates/positions.ts";
import { contentOf } from "../content-of.ts";
import { pageOf } from "../job.ts";
import { THE_SHEET } from "../the-sheet.ts";
import { editionOf } from "../weeks.ts";
import { open } from "./typst.ts";

const DOTS_AN_INCH = "110";
const COLOURS = "48";

const { library } = await loadSeeds(join(import.meta.dirname, "../../seeds"));
const page = pageOf(library, 0);
const content = contentOf(page.briefing, positions, THE_SHEET.paper);
const typst = await (await open()).make({ edition: editionOf(library, 0), briefing: page.briefing, content });

const folder = mkdtempSync(join(tmpdir(), "einblatt-pictures-"));
for (const [name, bytes] of Object.entries({ einblatt: writePdf(page), typst })) {
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(pdf, bytes);
  execFileSync("pdftoppm", ["-r", DOTS_AN_INCH, "-png", "-singlefile", pdf, join(folder, name)], { stdio: "ignore" });
  const picture = join(import.meta.dirname, "../pictures", `${name}.png`);
  // Without its dates, so that equal pages are equal files.
  const plain = ["-colors", COLOURS, "-strip", "-define", "png:exclude-chunks=date,time", `PNG8:${picture}`];
  execFileSync("convert", [join(folder, `${name}.png`), ...plain]);
}
rmSync(folder, { recursive: true });
