/**
 * `npm run dev` as somebody who changes the program or the seeds knows it, in a copy of the program. In: changes of its
 * files. Out: what the next reload shows, mistakes included; and that none of it is stored or deployed.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { TEMPLATES } from "../../templates/templates.ts";
import { examplesOf } from "../support/addresses.ts";
import { ROOT } from "../support/edition-facts.ts";
import { copyProgram } from "../support/program-copy.ts";

const [LANGUAGE = ""] = Object.keys(LANGUAGES);
const WORDS = `templates/words/${LANGUAGE}.ts`;
const STYLE = "src/formats/html/style-base.ts";
const ENTRY = "scripts/dev/worker.ts";
const WRITER = "src/formats/html/write-html.ts";
const [TEMPLATE] = TEMPLATES;
const topic = topicsOf({ actors: [], issues: [] })[0]?.id ?? assert.fail("there is an overview");
const copy = copyProgram("dev");
const told: string[] = [];
/** What comes by the other way: faults of the Worker, and of the tools. */
const complaints: string[] = [];
let dev: ChildProcess;
let address = "";

before(async () => {
  dev = spawn(process.execPath, [join(copy.folder, "scripts/dev.ts"), "--port", "0"], {
    cwd: copy.folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines = createInterface({ input: dev.stdout ?? assert.fail("it tells nothing") });
  dev.stderr?.on("data", (text) => complaints.push(String(text)));
  lines.on("line", (line) => told.push(line));
  const [first] = (await once(lines, "line")) as [string];
  address = /^http:\/\/localhost:\d+/.exec(first)?.[0] ?? assert.fail(first);
});
after(async () => {
  if (dev.exitCode === null) dev.kill("SIGKILL");
  copy.remove();
});

async function get(path: string): Promise<readonly [status: number, text: string]> {
  const response = await fetch(address + path, { redirect: "manual" });
  assert.equal(response.headers.get("cache-control"), "no-store", path);
  return [response.status, await response.text()];
}

/** The sheet that every library has, at the next reload. */
const reloaded = (): Promise<readonly [status: number, text: string]> => get(`/${LANGUAGE}/${topic}`);

test("the same addresses are answered as by the Worker that is deployed, and cards are drawn", async () => {
  const { editions } = JSON.parse((await get("/editions.json"))[1]) as { editions: { id: string }[] };
  const edition = editions[0]?.id ?? assert.fail("an edition is there");
  for (const { path } of examplesOf({ language: LANGUAGE, topic, edition, site: address })) {
    const [status, text] = await get(path);
    const is = path === "/health" ? [200, 503] : path.startsWith("/sitemap-") ? [200, 404] : [200, 301, 302];
    assert.ok(is.includes(status), `${path} ${status} ${text.slice(0, 200)}`);
  }
  const card = await fetch(`${address}/${LANGUAGE}/${topic}.png`);
  assert.deepEqual([card.status, card.headers.get("content-type")], [200, "image/png"]);
});

test("a word, a style and a seed that were changed show at the next reload, and nothing else does", async () => {
  const [, before] = await reloaded();
  copy.change(WORDS, /contents: "[^"]*"/, 'contents: "Alle Blätter"');
  const [, worded] = await reloaded();
  assert.ok(!before.includes("Alle Blätter") && worded.includes("Alle Blätter"));
  copy.change(STYLE, "a{color:inherit;", "a{color:inherit;outline-offset:3px;");
  const [, styled] = await reloaded();
  assert.ok(!worded.includes("outline-offset:3px") && styled.includes("outline-offset:3px"));
  copy.change("seeds/subject.yaml", new RegExp(`${LANGUAGE}: ".*"`), `${LANGUAGE}: "Ein anderer Gegenstand"`);
  const [, seeded] = await reloaded();
  assert.ok(!styled.includes("Ein anderer Gegenstand") && seeded.includes("Ein anderer Gegenstand"));
  const made = told.length;
  assert.deepEqual(await reloaded(), [200, seeded]);
  assert.equal(told.length, made, "without a change nothing is made anew");
});

test("what is wrong is told by file and line, in the browser and at the terminal, until it is mended", async () => {
  const table: readonly (readonly [
    file: string,
    from: string | RegExp,
    to: string,
    told: (place: string) => string,
  ])[] = [
    ["seeds/subject.yaml", /^title:/m, "titel:", (place) => `${place} subject.titel: is not a field here`],
    ["seeds/subject.yaml", /^title:/m, "title: {", () => "seeds/subject.yaml:"],
    [WORDS, "contents:", "contents::", (place) => `${place}:`],
    [WORDS, /import type .*;/, 'import { nothing } from "../nothing.ts";', (place) => `${place}:`],
    [
      WRITER,
      /const ELEMENTS/,
      'throw new Error("when it is opened");\nconst ELEMENTS',
      () => "Error: when it is opened",
    ],
    [ENTRY, /^export default/m, 'throw new Error("when it starts");\nexport default', () => "Error: when it starts"],
    [`templates/${TEMPLATE?.id}.ts`, /ladder: LADDER/, "ladder: []", () => `templates/${TEMPLATE?.id}.ts: ladder: `],
    [
      WRITER,
      /return block\(ELEMENTS.*/,
      'throw new Error("no such section");',
      (place) => `at writeSection (${place}:`,
    ],
  ];
  for (const [file, from, to, mistake] of table) {
    const sound = readFileSync(join(copy.folder, file), "utf8");
    copy.change(file, from, to);
    const lines = readFileSync(join(copy.folder, file), "utf8").split("\n");
    const expected = mistake(`${file}:${lines.findIndex((line) => line.includes(to)) + 1}`);
    const [status, text] = await reloaded();
    assert.deepEqual(
      [status, text.includes(expected)],
      [expected.startsWith("at ") ? 500 : 503, true],
      `${expected}\n${text}`,
    );
    assert.ok(told.join("\n").includes(expected), told.join("\n"));
    copy.change(file, /[\s\S]*/, sound);
    assert.equal((await reloaded())[0], 200, `${file} is mended`);
  }
});

test("nothing is stored, and it ends when it is told to", async () => {
  assert.ok(!existsSync(join(copy.folder, ".wrangler")));
  assert.ok(!existsSync(join(copy.folder, "dist")));
  const ended = once(dev, "exit");
  complaints.length = 0;
  dev.kill("SIGTERM");
  await ended;
  await assert.rejects(fetch(address));
  assert.deepEqual(complaints, [], "its processes end without a word");
});

test("no file of it is in what is deployed", () => {
  const map = JSON.parse(readFileSync(join(ROOT, "dist/index.js.map"), "utf8")) as { sources: string[] };
  assert.ok(
    map.sources.some((name) => name.endsWith("src/http/routes.ts")),
    "the map names sources",
  );
  assert.deepEqual(
    map.sources.filter((name) => /(^|\/)scripts\//.test(name) || name.includes("/yaml/")),
    [],
  );
  const bundle = readFileSync(join(ROOT, "dist/index.js"), "utf8");
  for (const name of readdirSync(join(ROOT, "scripts/dev"))) assert.ok(!bundle.includes(name), name);
  assert.ok(!bundle.includes("seeds.invalid"));
});
