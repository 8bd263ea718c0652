/**
 * Holds the house to its plan: imports run one way, some packages have one door, the core is pure, every file says what
 * it is for and stays short. In: the sources as text. Out: the names of files that break a rule.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");

interface Source {
  readonly path: string;
  readonly text: string;
  /** Everything it imports, at the top, when it is needed, or for a type alone. */
  readonly imports: readonly string[];
  /** What is imported at the top, and so is opened with every isolate. */
  readonly atTop: readonly string[];
}

const sources = ["src", "templates"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => read(join(folder, name))),
);

function read(path: string): Source {
  return sourceOf(path, readFileSync(join(ROOT, path), "utf8"));
}

function sourceOf(path: string, text: string): Source {
  const found = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, from, bare]) => resolve(path, from ?? bare ?? ""));
  const atTop = found(/^(?:import|export)\b[^;]*?from ["']([^"']+)["'];|^import ["']([^"']+)["'];/gms);
  const later = found(/\b(?:import|require)\(\s*["'`]([^"'`]+)["'`]/g);
  return { path, text, imports: [...atTop, ...later], atTop };
}

function resolve(path: string, specifier: string): string {
  return specifier.startsWith(".") ? normalize(join(dirname(path), specifier)) : specifier;
}

/** `src/formats/pdf/tags.ts` is in phase `formats`; templates and the generated program name stand by themselves. */
function phase(path: string): string {
  if (path === "src/index.ts") return "index";
  return /^src\/(\w+)\//.exec(path)?.[1] ?? path.split("/")[0] ?? path;
}

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: ["model"],
  templates: ["templates", "model"],
  library: ["library", "model"],
  downloads: ["downloads", "library", "model"],
  compose: ["compose", "model", "templates"],
  typeset: ["typeset", "model"],
  formats: ["formats", "typeset", "model", "templates"],
  store: ["store", "library", "downloads", "formats", "model", "templates"],
  pages: ["pages", "store", "downloads", "formats", "compose", "model", "templates"],
  render: ["render", "pages", "store", "formats", "typeset", "compose", "model", "templates"],
  press: ["press", "render", "store", "formats", "library", "model", "templates", "generated"],
  http: ["http", "press", "render", "pages", "store", "downloads", "formats", "compose", "model", "templates"],
  index: ["http", "press", "render", "model", "generated"],
};

function astray({ path, imports }: Source): readonly string[] {
  return imports
    .filter((target) => /^(src|templates|generated|scripts|test|bench)\//.test(target))
    .filter((target) => !(ALLOWED[phase(path)] ?? []).includes(phase(target)))
    .map((target) => `${path} → ${target}`);
}

test("the map of ARCHITECTURE.md says the same", () => {
  const rows = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8").matchAll(
    /^\| `(?:src\/)?(\w+)\/` \|[^|]*\|([^|]*)\|[^|]*\|$/gm,
  );
  const told: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
    [...rows].map(([, folder, may = ""]) => [folder, may.split(",").map((each) => each.trim())]),
  );
  for (const [folder, may] of Object.entries(ALLOWED)) {
    if (folder === "index") continue;
    const others = may.filter((each) => each !== folder && each !== "generated");
    assert.deepEqual(told[folder]?.filter((each) => each !== "").sort(), others.sort(), folder);
  }
});

function offenders(rule: (source: Source) => boolean): readonly string[] {
  return sources.filter((source) => !rule(source)).map(({ path }) => path);
}

test("imports run one way", () => {
  assert.deepEqual(sources.flatMap(astray), []);
  assert.ok(
    sources.some(({ imports }) => imports.length > 3),
    "the test reads imports at all",
  );
});

const keeps =
  (pattern: RegExp, doors: RegExp) =>
  ({ path, imports, text }: Source): boolean =>
    doors.test(path) || !(imports.some((name) => pattern.test(name)) || pattern.test(text));
const PDF_LIB = keeps(/^pdf-lib(\/|$)/, /^src\/formats\/pdf\//);

test("pdf-lib, Hono and the stores have one door each", () => {
  const only = (pattern: RegExp, doors: RegExp): readonly string[] => offenders(keeps(pattern, doors));
  assert.deepEqual(offenders(PDF_LIB), []);
  assert.deepEqual(only(/^hono(\/|$)/, /^src\/(http\/|index\.ts)/), []);
  assert.deepEqual(only(/\b(D1Database|R2Bucket)\b/, /^src\/(library|downloads|store|render|press)\//), []);
});

test("cards are drawn by the press alone, and what draws them is opened when it is needed", () => {
  const named = (pattern: RegExp): readonly string[] =>
    sources.filter(({ path, text }) => !pattern.test(path) && pattern.test(text)).map(({ path }) => path);
  assert.deepEqual(named(/\brender-card\.ts/), ["src/press/render-set.ts"]);
  assert.deepEqual(named(/\bcard\/rasterise\.ts/), ["src/render/render-card.ts"]);
  assert.deepEqual(named(/@resvg\/resvg-wasm/), ["src/formats/card/rasterise.ts"]);
  assert.deepEqual(
    offenders(({ atTop }) => !atTop.some((name) => name.startsWith("@resvg/"))),
    [],
    "an import at the top would be opened with every isolate",
  );
});

test("an import that comes late, deep or for a type alone is seen too", () => {
  for (const text of [
    'const { routes } = await import("../http/routes.ts");',
    'type App = typeof import("../http/routes.ts");',
    "import { routes } from '../http/routes.ts';",
  ])
    assert.deepEqual(astray(sourceOf("src/model/x.ts", text)), ["src/model/x.ts → src/http/routes.ts"]);
  assert.ok(!PDF_LIB(sourceOf("src/http/x.ts", 'import PDFContext from "pdf-lib/cjs/core/PDFContext.js";')));
  assert.ok(!PDF_LIB(sourceOf("src/http/x.ts", 'const lib = await import("pdf-lib");')));
});

test("no two files have one name", () => {
  const names = sources.map(({ path }) => basename(path));
  assert.deepEqual(
    names.filter((name, i) => names.indexOf(name) !== i),
    [],
  );
});

test("the core knows no clock, no chance and no network", () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.randomUUID|\bperformance\.now|\bfetch\(/;
  const core = /^(src\/(model|compose|typeset|formats)|templates)\//;
  assert.deepEqual(
    offenders(({ path, text }) => !core.test(path) || !impure.test(text)),
    [],
  );
});

test("every file says what it is for, and none is long", () => {
  assert.deepEqual(
    offenders(({ text }) => text.startsWith("/**")),
    [],
  );
  assert.deepEqual(
    offenders(({ text }) => text.split("\n").length <= 301),
    [],
  );
  const lengths = sources.map(({ text }) => text.split("\n").length).sort((a, b) => a - b);
  assert.ok((lengths[lengths.length >> 1] ?? 0) <= 90, `the median file has ${lengths[lengths.length >> 1]} lines`);
});

test("no barrels, no drawers, no default export but the Worker's", () => {
  assert.deepEqual(
    offenders(({ path }) => !/(^|\/)(utils?|helpers|common|misc)(\/|\.ts$)/.test(path)),
    [],
  );
  assert.deepEqual(
    offenders(({ path }) => path === "src/index.ts" || !/\/index\.ts$/.test(path)),
    [],
  );
  assert.deepEqual(
    offenders(({ path, text }) => path === "src/index.ts" || !/^export default/m.test(text)),
    [],
  );
});

test("templates are data: what JSON keeps of them is all there is", async () => {
  const { TEMPLATES } = await import("../../templates/templates.ts");
  const { LANGUAGES } = await import("../../templates/languages.ts");
  for (const data of [...TEMPLATES, ...Object.values(LANGUAGES)]) {
    assert.deepEqual(JSON.parse(JSON.stringify(data)), data);
  }
});
