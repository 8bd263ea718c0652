/**
 * Keeps the documents true: every script, setting, parameter, format, template, language and folder is in them, every
 * file that they or a comment name exists, and ARCHITECTURE.md stays short. In: the documents, the comments and the
 * tables of the code. Out: what is missing, by name. No document has to name a topic: those are the adopter's.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { test } from "node:test";
import { CITATION_ENDINGS } from "../../src/formats/cite/citation-endings.ts";
import { TOPIC_ENDINGS } from "../../src/formats/endings.ts";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { DEFAULTS, parseSettings, SECRET } from "../../src/model/settings.ts";
import { PAPERS } from "../../src/model/template.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { TEMPLATES } from "../../templates/templates.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** What is installed, built or kept by tools is no part of the project. */
const ELSEWHERE = /(^|\/)(node_modules|dist|\.git|\.wrangler)(\/|$)/;
const file = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const readme = file("README.md");
const architecture = file("ARCHITECTURE.md");

const FOLDERS = ["src", "templates", "scripts", "test", "bench", "docs", "licences", "migrations", "seeds", ".ci"];
const files = [
  ...readdirSync(ROOT).filter((name) => statSync(join(ROOT, name)).isFile()),
  ...FOLDERS.flatMap(filesIn),
  // Written before each build.
  "generated/program.ts",
];
const documents = files.filter((name) => name.endsWith(".md"));

/** Paths from the root, with slashes. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (ELSEWHERE.test(path)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function missing(document: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => !document.includes(name));
}

test("the README names what a user can ask for", () => {
  assert.deepEqual(
    missing(
      readme,
      [...TOPIC_ENDINGS, ...Object.keys(FEED_ENDINGS), ...Object.keys(CITATION_ENDINGS)].map((ending) => `.${ending}`),
    ),
    [],
    "formats",
  );
  assert.deepEqual(
    missing(
      readme,
      TEMPLATES.map(({ id }) => `\`${id}\``),
    ),
    [],
    "templates",
  );
  assert.deepEqual(
    missing(
      readme,
      Object.keys(PAPERS).map((paper) => `\`${paper}\``),
    ),
    [],
    "papers",
  );
  assert.deepEqual(
    missing(
      readme,
      Object.keys(LANGUAGES).map((language) => `/${language}/`),
    ),
    [],
    "languages",
  );
});

test("the README names every parameter that the routes read, and no other", () => {
  const read = [...file("src/http/ask/parse-request.ts").matchAll(/query\.get\("(\w+)"\)/g)].map(
    ([, name]) => `| \`${name}\` |`,
  );
  assert.ok(read.length >= 3, "the routes read parameters at all");
  assert.deepEqual(missing(readme, read), []);
});

test("the README names every route by its first segment", () => {
  const routes = [...file("src/http/routes.ts").matchAll(/app\.get\("(\/[a-z]+)/g)].map(([, path]) => `\`${path}`);
  assert.ok(routes.length >= 2, "there are routes to read");
  assert.deepEqual(missing(readme, routes), []);
});

test("every setting has a parser, and one row that tells its default", () => {
  const vars = /\[vars\]([\s\S]*?)\n\[/.exec(file("wrangler.toml"))?.[1] ?? "";
  const shipped = Object.fromEntries(
    [...vars.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, name = "", value]) => [name, value]),
  );
  const rows = [...file("docs/operations.md").matchAll(/^\| `([A-Z_]+)` \| (\S.*?) \| (.*) \| (.*) \|$/gm)];
  const told = rows.map(([, name = "", absent = ""]) => [name, absent.replaceAll("`", "")]);
  const names = [...Object.keys(shipped), ...SECRET].sort();
  assert.deepEqual(told.map(([name]) => name).sort(), names, "the table has those of wrangler.toml, and the secrets");
  const parsed = parseSettings(Object.fromEntries(names.map((name) => [name, {}])));
  assert.deepEqual(
    parsed.problems.map(({ name }) => name).sort(),
    names,
    "what is no text is wrong, where it is parsed",
  );
  assert.deepEqual(
    Object.fromEntries(told),
    Object.fromEntries(
      Object.entries({ PUBLIC_URL: "none", ...DEFAULTS }).map(([name, text]) => [name, text || "empty"]),
    ),
  );
  const { PUBLIC_URL, ...others } = shipped;
  const secrets = Object.fromEntries([...SECRET].map((name) => [name, ""]));
  assert.deepEqual(
    { ...others, ...secrets },
    DEFAULTS,
    "wrangler.toml ships the defaults, but no variable where a secret may be",
  );
  assert.ok([...SECRET].every((name) => !(name in shipped)));
  assert.equal(PUBLIC_URL, "", "nobody prints an address that was not chosen");
});

test("the README names every command and setting", () => {
  const { scripts } = JSON.parse(file("package.json")) as { scripts: Record<string, string> };
  const commands = Object.keys(scripts).map((name) =>
    ["start", "test"].includes(name) ? `npm ${name}` : `npm run ${name}`,
  );
  assert.deepEqual(missing(readme, commands), []);
  const vars = /\[vars\]([\s\S]*?)\n\[/.exec(file("wrangler.toml"))?.[1] ?? "";
  const settings = [...vars.matchAll(/^([A-Z_]+) =/gm)].map(([, name]) => `\`${name}\``);
  assert.ok(settings.length > 0, "there are settings to read");
  assert.deepEqual(missing(readme, settings), []);
});

/** The rows of the map, by the folders that their first column names. */
function rowOf(folder: string): string {
  return architecture.split("\n").find((line) => line.startsWith("|") && line.split("|")[1]?.includes(folder)) ?? "";
}

test("the map has every folder, and of `src/` every room", () => {
  for (const folder of foldersIn("src")) {
    assert.notEqual(rowOf(`\`src/${folder}/\``), "", folder);
    // Folders within rooms hold files of data.
    const rooms = foldersIn(`src/${folder}`).map((room) => `\`${room}/\``);
    assert.deepEqual(missing(rowOf(`\`src/${folder}/\``), rooms), [], folder);
  }
  for (const folder of ["templates", "seeds", "migrations", "scripts", "test", "bench"])
    assert.notEqual(rowOf(`\`${folder}/\``), "", folder);
});

test("ARCHITECTURE.md has at most 1,500 words", () => {
  const words = architecture.split(/\s+/).length;
  assert.ok(words <= 1500, `${words} words; what was decided and why has pages of its own in docs/decisions/`);
});

/** What a document links to within the project. */
function linksOf(document: string): readonly string[] {
  return [...file(document).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = ""]) =>
    normalize(join(document, "..", path)),
  );
}

/** Names of files in backticks: those that have only one meaning, or say in which folder they are. */
function namedIn(text: string): readonly string[] {
  const names =
    /`([\w-][\w./-]*\.(?:ts|sql|toml|md|bin))`|`((?:src|templates|scripts|test|docs|licences)\/[\w./-]+\.\w+)`/g;
  return [...text.matchAll(names)].map(([, name, path]) => name ?? path ?? "");
}

function exists(name: string): boolean {
  return files.some((path) => path === name || path.endsWith(`/${name}`));
}

test("every file that a document links or names exists", () => {
  for (const name of documents) {
    const dead = linksOf(name).filter((path) => !exists(path) && !FOLDERS.includes(path.replace(/\/$/, "")));
    assert.deepEqual([...dead, ...namedIn(file(name)).filter((each) => !exists(each))], [], name);
  }
});

test("every place within a document that is linked exists", () => {
  for (const name of documents) {
    const links = [...file(name).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    for (const [, path = "", anchor = ""] of links) {
      const target = path === "" ? name : normalize(join(name, "..", path));
      const anchors = [...file(target).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
      assert.ok(anchors.includes(anchor), `${name} leads to ${target}#${anchor}`);
    }
  }
});

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

test("every file of docs/ is linked from some document", () => {
  const linked = new Set(documents.flatMap(linksOf));
  assert.deepEqual(
    files.filter((name) => name.startsWith("docs/") && !linked.has(name)),
    [],
  );
});

test("every file that a comment names exists", () => {
  const sources = files.filter((name) => /^(src|templates|scripts|test|bench)\/.*\.ts$/.test(name));
  const dead = sources.flatMap((name) =>
    (file(name).match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm) ?? [])
      .flatMap(namedIn)
      .filter((each) => !exists(each))
      .map((each) => `${name}: ${each}`),
  );
  assert.deepEqual(dead, []);
});

test("the documents speak of the project alone", () => {
  for (const name of documents) assert.doesNotMatch(file(name), /\/home\/|\/tmp\/|registry\.|TODO|FIXME/, name);
});
