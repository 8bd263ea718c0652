/**
 * Asks the programs and libraries that read our PDFs for their words: `npm run readers`. In go all topics, templates,
 * languages and papers. Out comes what a reader did not find, found where nothing is, or found in another order than the
 * page's if it follows the file's; the same once more after Ghostscript wrote the files anew. What is not on the machine
 * (Python, Rust, Go, Java) is named and counts as a failure.
 */
import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePdf } from "../src/formats/pdf/write-pdf.ts";
import type { Page } from "../src/model/page.ts";
import { editionOf } from "../test/support/edition.ts";
import { READERS } from "../test/support/readers.ts";
import { readingComplaints } from "../test/support/reading-complaints.ts";
import { nameOf, pageOf, sheetsOf } from "../test/support/sheets.ts";
import { mavenJar } from "./maven-jar.ts";
import { loadSeeds } from "./read-seeds.ts";

const PARTS = join(import.meta.dirname, "readers");
const CACHE = join(import.meta.dirname, "..", "node_modules/.cache/readers");
const PYTHON = join(CACHE, "python");
const CARGO = join(CACHE, "cargo");
const GO = join(CACHE, "ledongthuc");
const PDFBOX = {
  artifact: "org/apache/pdfbox/pdfbox-app",
  version: "3.0.5",
  sha256: "d076467fd02214ebc7b5b9d5b3b9ac0891ef768168114ed8a4811b5d16606285",
};

interface Asked {
  /** Whether it gives the words in the order of the file, and not of their places. */
  readonly inOrder: boolean;
  /** Fetches and builds it; the command that takes paths and writes what it finds beside each. */
  readonly command: () => string[] | Promise<string[]>;
}

const library = (name: string, inOrder: boolean): [string, Asked] => [
  name,
  { inOrder, command: () => [join(PYTHON, "bin/python"), join(PARTS, "read.py"), name] },
];

const FETCHED: Readonly<Record<string, Asked>> = {
  ...Object.fromEntries([
    library("pdfminer", false),
    library("pdfplumber", false),
    library("pypdf", true),
    library("pymupdf", true),
    library("pdfium", true),
  ]),
  "pdf-extract": {
    inOrder: true,
    command: () => {
      const manifest = join(PARTS, "pdf-extract/Cargo.toml");
      run(["cargo", "build", "--quiet", "--release", "--locked", "--manifest-path", manifest, "--target-dir", CARGO]);
      return [join(CARGO, "release/pdf-extract-reader")];
    },
  },
  "ledongthuc/pdf": {
    inOrder: true,
    command: () => {
      run(["go", "build", "-o", GO, "."], { cwd: join(PARTS, "ledongthuc") });
      return [GO];
    },
  },
  PDFBox: {
    inOrder: true,
    command: async () => ["java", "-cp", await mavenJar(PDFBOX), join(PARTS, "Pdfbox.java")],
  },
};

const folder = mkdtempSync(join(tmpdir(), "einblatt-asked-"));
try {
  const { library: seeds } = await loadSeeds(join(import.meta.dirname, "..", "seeds"));
  const files = sheetsOf(seeds).map((sheet, i) => {
    const page = pageOf(editionOf(seeds), sheet);
    const path = join(folder, `${i}.pdf`);
    writeFileSync(path, writePdf(page));
    return { name: nameOf(sheet), page, path };
  });
  run(["python3", "-m", "venv", PYTHON]);
  run([join(PYTHON, "bin/pip"), "install", "--quiet", "--requirement", join(PARTS, "requirements.txt")]);
  for (const [name, { inOrder, command }] of Object.entries(FETCHED)) {
    await attempt(name, async () => {
      run([...(await command()), ...files.map(({ path }) => path)]);
      return files.map(({ path, ...file }) => ({ ...file, text: readFileSync(`${path}.txt`, "utf8"), inOrder }));
    });
  }
  for (const name of ["poppler", "mupdf", "pdf.js"]) {
    await attempt(name, async () => await readBy(name, (path) => readFileSync(path), true));
  }
  await attempt("poppler, after Ghostscript", async () => {
    const anew = (path: string): Uint8Array => {
      run(["gs", "-q", "-sDEVICE=pdfwrite", "-o", `${path}.anew`, path]);
      return readFileSync(`${path}.anew`);
    };
    return await readBy("poppler", anew, false);
  });

  async function readBy(name: string, bytes: (path: string) => Uint8Array, inOrder: boolean) {
    const readings = await READERS[name]?.read(files.map(({ path }) => bytes(path)));
    return files.map((file, i) => ({ ...file, text: readings?.[i]?.text ?? "", inOrder }));
  }
} finally {
  rmSync(folder, { recursive: true });
}

interface Reading {
  readonly name: string;
  readonly page: Page;
  readonly text: string;
  readonly inOrder: boolean;
}

async function attempt(reader: string, read: () => Promise<readonly Reading[]>): Promise<void> {
  try {
    const readings = await read();
    const wrong = readings
      .map(({ name, page, text, inOrder }) => ({ name, complaints: readingComplaints(page, text, inOrder) }))
      .filter(({ complaints }) => complaints.length > 0);
    console.log(`${reader}: ${readings.length - wrong.length} of ${readings.length} sheets as they are`);
    for (const { name, complaints } of wrong) console.log(`  ${name}: ${complaints.slice(0, 5).join("; ")}`);
    if (wrong.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(`${reader}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

function run([program = "", ...options]: readonly string[], more: { readonly cwd?: string } = {}): void {
  const how: SpawnSyncOptionsWithStringEncoding = { encoding: "utf8", maxBuffer: 2 ** 26, ...more };
  const { status, stderr, error } = spawnSync(program, options, how);
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ends with ${status}: ${stderr.trim().split("\n").slice(-3).join(" ")}`);
}
