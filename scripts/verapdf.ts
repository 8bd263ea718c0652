/**
 * Asks veraPDF about every sheet: `npm run verapdf`. In go all topics, templates, languages and papers, and a hundred
 * random libraries, every other one packed as a large file is. Out comes what fails PDF/UA-1 or PDF/A-3a, and a status
 * other than 0 if anything does. A file that claims to be what it is not goes with them and must fail.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as fc from "fast-check";
import { PACKED, USUAL } from "../src/formats/pdf/savings.ts";
import { writePdf, writeWith } from "../src/formats/pdf/write-pdf.ts";
import { editionOf } from "../test/support/edition.ts";
import { libraryOf, recipes } from "../test/support/random.ts";
import { nameOf, pageOf, type Sheet, sheetsOf } from "../test/support/sheets.ts";
import { mavenJar } from "./maven-jar.ts";
import { loadSeeds } from "./read-seeds.ts";

const { library: SEEDS } = await loadSeeds(join(import.meta.dirname, "..", "seeds"));
const FLAVOURS = ["ua1", "3a"];
const RANDOM = 100;
const SEED = Number(process.env.RANDOM_SEED ?? 20261119);
const BROKEN = "broken.pdf";

if (spawnSync("java", ["-version"]).error !== undefined) {
  console.error("veraPDF needs Java 8 or newer, and there is no java on the PATH.");
  process.exit(2);
}
const jar = await mavenJar({
  artifact: "org/verapdf/apps/greenfield-apps",
  version: "1.28.2",
  sha256: "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6",
});
const folder = mkdtempSync(join(tmpdir(), "einblatt-verapdf-"));
try {
  process.exitCode = check(writeAll()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Names of the files written. */
function writeAll(): readonly string[] {
  const seeds = sheetsOf(SEEDS).map((sheet) => {
    return write(`${nameOf(sheet).replaceAll("/", "_")}.pdf`, writePdf(pageOf(editionOf(SEEDS), sheet)));
  });
  const random = fc.sample(recipes, { numRuns: RANDOM, seed: SEED }).map((recipe, i) => {
    const library = libraryOf(recipe);
    const sheets = sheetsOf(library);
    const sheet = sheets[recipe.seed % sheets.length] as Sheet;
    const packed = i % 2 === 1;
    const file = writeWith(pageOf(editionOf(library), sheet), packed ? PACKED : USUAL);
    return write(`random-${SEED}-${i}${packed ? "-packed" : ""}.pdf`, file);
  });
  const sound = writePdf(pageOf(editionOf(SEEDS), sheetsOf(SEEDS)[0] as Sheet));
  // Neither standard has a ninth part.
  const lie = Buffer.from(sound).toString("latin1").replace('pdfaid:part="3"', 'pdfaid:part="9"');
  write(BROKEN, Buffer.from(lie.replace('pdfuaid:part="1"', 'pdfuaid:part="9"'), "latin1"));
  return [...seeds, ...random];
}

function write(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}

/** Whether all is as it should be. */
function check(names: readonly string[]): boolean {
  return FLAVOURS.map((flavour) => {
    const command = ["-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "text", "-v"];
    const options = { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
    const { stdout, stderr } = spawnSync("java", [...command, ...names, BROKEN], options);
    const verdicts = new Map(
      [...stdout.matchAll(/^(PASS|FAIL) (.+\.pdf) /gm)].map(([, verdict, path = ""]) => [basename(path), verdict]),
    );
    const failed = names.filter((name) => verdicts.get(name) !== "PASS");
    const bites = verdicts.get(BROKEN) === "FAIL";
    if (failed.length > 0) console.error(`${stdout.replace(/^PASS .*\n/gm, "")}${stderr}`.trim());
    if (!bites) console.error(`veraPDF does not notice a file that lies about ${flavour}.`);
    console.log(`${flavour}: ${names.length - failed.length} of ${names.length} files pass, ${failed.length} fail`);
    for (const name of failed) console.log(`  ${verdicts.get(name) ?? "no verdict on"} ${name}`);
    return failed.length === 0 && bites;
  }).every(Boolean);
}
