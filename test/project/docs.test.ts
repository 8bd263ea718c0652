/**
 * Keeps the documents true: every script, setting, parameter, format, template, language, topic and folder is in them,
 * and every file they link exists. In: the documents and the tables of the code. Out: what is missing, by name.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadSeeds } from "../../scripts/read-seeds.ts";
import { CITATION_ENDINGS } from "../../src/formats/cite/citation-endings.ts";
import { TOPIC_ENDINGS } from "../../src/formats/endings.ts";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { PAPERS } from "../../src/model/template.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { TEMPLATES } from "../../templates/templates.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const file = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const readme = file("README.md");
const architecture = file("ARCHITECTURE.md");

function missing(document: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => !document.includes(name));
}

test("the README names what a user can ask for", async () => {
  const { library } = await loadSeeds(join(ROOT, "seeds"));
  assert.deepEqual(
    missing(
      readme,
      topicsOf(library).map(({ id }) => `\`${id}\``),
    ),
    [],
    "topics",
  );
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

test("the map has every folder", () => {
  const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(
    missing(
      architecture,
      folders.map(({ name }) => `\`src/${name}/\``),
    ),
    [],
  );
  assert.deepEqual(missing(architecture, ["templates/", "seeds/", "migrations/", "scripts/", "test/", "bench/"]), []);
});

test("every file that a document names exists", () => {
  for (const name of [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "licences/README.md",
    "bench/README.md",
  ]) {
    const text = file(name);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => join(name, "..", path));
    const paths = [...text.matchAll(/`((?:src|templates|scripts|test|docs|licences)\/[\w./-]+\.\w+)`/g)].map(
      ([, path = ""]) => path,
    );
    assert.deepEqual(
      [...links, ...paths].filter((path) => !existsSync(join(ROOT, path))),
      [],
      name,
    );
  }
});

test("the documents speak of the project alone", () => {
  for (const name of readdirSync(ROOT).filter((each) => each.endsWith(".md"))) {
    assert.doesNotMatch(file(name), /\/home\/|\/tmp\/|registry\.|TODO|FIXME/, name);
  }
});
