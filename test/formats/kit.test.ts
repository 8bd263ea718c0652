/**
 * The newsletter kit as text: small enough whatever the library, made of nothing but what mail programs keep, the same
 * words in every format, true to its counts, and leading nowhere but to its own edition.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Change, changesAbout } from "../../src/compose/choice/rank-changes.ts";
import { indexLibrary } from "../../src/compose/context/library-index.ts";
import { countable } from "../../src/compose/sections/changes-listed.ts";
import { CAPS } from "../../src/model/fields.ts";
import { BLOCK_LIMIT, type BlockEnding } from "../../src/model/letter.ts";
import type { Library, Statement } from "../../src/model/library.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import type { Words } from "../../src/model/words.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { compareLibraries } from "../support/comparison.ts";
import { editionOf, SITE } from "../support/edition.ts";
import { HARBOUR, LEAN } from "../support/fixtures.ts";
import { wordsOf, wordsOfHtml, wordsOfJson, wordsOfMarkdown, wordsOfText } from "../support/format-words.ts";
import { ALL_KITS, addressesIn, EDITIONS, filesOf, kitOf, kitsOf } from "../support/kit.ts";
import { blockComplaints, countComplaints } from "../support/kit-complaints.ts";
import { editionAfter, libraryOf, type Recipe } from "../support/random.ts";
import { assertRandomKits } from "../support/random-kits.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { isAbout } from "../support/tally.ts";

test("every kit: under the limit, made for mails, the same words in all formats", () => {
  assert.equal(BLOCK_LIMIT, 10_000);
  for (const about of ALL_KITS) {
    const { letter, blocks } = kitOf(about);
    assert.ok(blocks.html.bytes < BLOCK_LIMIT, `${about.name}: ${blocks.html.bytes} bytes`);
    assert.deepEqual(blockComplaints(blocks.html.content), [], about.name);
    for (const { content, bytes } of Object.values(blocks)) assert.equal(bytes, Buffer.byteLength(content));

    const words = wordsOf(letter);
    assert.ok(words.length > 40, "there is something to read");
    assert.deepEqual(wordsOfHtml(`<main>${blocks.html.content}</main>`), words);
    assert.deepEqual(wordsOfText(blocks.txt.content), words);
    const [picture = "", ...rest] = blocks.md.content.split("\n\n");
    assert.match(picture, /^\[!\[.+\]\(<.+\.png>\)\]\(<.+>\)$/);
    assert.deepEqual(wordsOfMarkdown(rest.join("\n\n")), words);
    assert.deepEqual(wordsOfJson(filesOf(about).get("json") ?? ""), words);
  }
});

test("every kit: each link names the edition and carries nothing", () => {
  for (const about of ALL_KITS) {
    const { letter, blocks } = kitOf(about);
    const pinned = `${SITE}/${about.edition.id}/${about.language}/`;
    const links = addressesIn(blocks.html.content);
    assert.ok(links.length >= 4);
    const strange = links.filter(
      (link) => !link.startsWith(pinned) && !link.startsWith("https://creativecommons.org/"),
    );
    assert.deepEqual(strange, []);
    assert.deepEqual(
      links.filter((link) => /[?#]/.test(link)),
      [],
    );
    // Whoever sees no pictures and whoever has only text can follow all of them.
    for (const link of new Set(links.filter((each) => !each.endsWith(".png")))) {
      assert.ok(blocks.txt.content.includes(link), link);
      assert.ok(blocks.md.content.includes(link), link);
    }
    assert.ok(links.includes(letter.links.page));
    if (about.topic !== null) assert.ok(links.includes(`${pinned}${about.topic.id}.pdf`));
  }
});

test("every kit: says who wrote it, and who has reviewed it or that nobody has", () => {
  const { reviewedBy } = HARBOUR.subject.authorship;
  assert.ok(reviewedBy !== null && LEAN.subject.authorship.reviewedBy === null);
  for (const about of [...ALL_KITS, ...kitsOf(editionOf(LEAN))]) {
    const { byMachine, unreviewed } = LANGUAGES[about.language] as Words;
    for (const { content } of Object.values(kitOf(about).blocks)) {
      const said = content.replace(/\s+/g, " ");
      if (about.edition.library === LEAN) assert.ok(said.includes(`${byMachine} ${unreviewed}`), about.name);
      else assert.ok(said.includes(byMachine) && said.includes(reviewedBy) && !said.includes(unreviewed), about.name);
    }
  }
});

test("the page of the kit holds each block as it is, with its true size, and JSON tells the same sizes", () => {
  for (const about of ALL_KITS) {
    const files = filesOf(about);
    const { blocks } = kitOf(about);
    const told = (JSON.parse(files.get("json") ?? "") as { blocks: Record<string, { url: string; bytes: number }> })
      .blocks;
    for (const [ending, { content, bytes }] of Object.entries(blocks)) {
      assert.equal(files.get(ending), content);
      const page = files.get("page") ?? "";
      const [, shown = ""] =
        new RegExp(`<section id="${ending}">[\\s\\S]*?<textarea[^>]*>\\n([^<]*)</textarea>`).exec(page) ?? [];
      assert.equal(textOf(shown), content, `${about.name}.${ending}`);
      assert.match(page, new RegExp(`<p class="note">${bytes} `));
      assert.equal(told[ending]?.bytes, bytes);
      assert.ok(told[ending]?.url.endsWith(`/newsletter.${ending}`));
    }
  }
});

function textOf(markup: string): string {
  const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => signs[name] ?? entity);
}

test("random libraries: always under the limit, and nothing left out unsaid", async () => {
  await assertRandomKits(12);
});

/** Each sign of it takes five or six bytes in HTML, the most there is. */
const DEAREST = `"&'`;

test("a library of nothing but signs that HTML has to spell out, at every cap", () => {
  const recipe: Recipe = {
    seed: 7,
    actors: CAPS.actors,
    issues: 12,
    articles: 8,
    statements: 120,
    disputes: 12,
    events: 5,
    scripts: ["german"],
    length: 1,
    languages: ["de", "en", "uk"],
    longIds: true,
  };
  const dear = (library: Library): Library =>
    JSON.parse(
      JSON.stringify(library, (key, value: unknown) => {
        const isText = typeof value === "string" && ["de", "en", "uk", "author", "outlet", "reviewedBy"].includes(key);
        return isText ? DEAREST.repeat(value.length).slice(0, value.length) : value;
      }),
    ) as Library;
  const edition = editionAfter(dear(libraryOf(recipe)), recipe, {
    before: { seed: 8, statements: 40, disputes: 12 },
    corrected: true,
  });
  for (const about of kitsOf(edition)) {
    const { letter, blocks } = kitOf(about);
    assert.ok(blocks.html.bytes < BLOCK_LIMIT, `${about.name}: ${blocks.html.bytes}`);
    assert.deepEqual(countComplaints(letter), []);
  }
});

test("of thousands of topics the digest tells what has changed first, and how many more there are and where", () => {
  const base = smallLibrary({});
  const many: Library = {
    ...base,
    issues: Array.from({ length: 3000 }, (_, i) => ({
      ...(base.issues[0] as Library["issues"][number]),
      id: `issue-${i}`,
    })),
  };
  const later: Library = {
    ...many,
    statements: Array.from({ length: 500 }, (_, i) => statement(`s-${i}`, { issue: `issue-${2999 - i * 3}` })),
  };
  const edition = { ...editionOf(later), changes: compareLibraries("2026-W46", many, later) };
  const { letter, blocks } = kitOf({ edition, topic: null, language: "en" });
  assert.ok(blocks.html.bytes < BLOCK_LIMIT);
  assert.deepEqual(countComplaints(letter), []);
  const at = (kind: string): number => letter.sections.findIndex((section) => section.kind === kind);
  assert.ok(at("changes") < at("positions"));
  assert.ok(letter.tally.changes.shown >= 3 && letter.tally.topics.shown >= 4);
  // Those that something is new on stay longest: all that are shown but the overview and the one actor.
  const { topics } = letter.tally;
  const text = blocks.txt.content.replace(/\s+/g, " ");
  assert.equal(text.match(/ \(1 new\): /g)?.length, topics.shown - 2);
  assert.match(text, new RegExp(`${topics.total - topics.shown} more topics <${SITE}/2026-W47/en/>`));
});

test("by topic, every change is told where a sheet would tell it", () => {
  for (const { library, changes } of Object.values(EDITIONS)) {
    const index = indexLibrary(library);
    const gone = changes?.statements.flatMap((change) => ("before" in change ? [change.before] : [])) ?? [];
    const saying = (id: string): readonly Statement[] =>
      [...library.statements.filter((each) => each.id === id), ...gone.filter((each) => each.id === id)].slice(0, 1);
    const concerns = (change: Change, topic: Topic): boolean => {
      if (change.kind === "entry") return false;
      if (!("dispute" in change)) {
        const told = [...("now" in change ? [change.now] : []), ...("before" in change ? [change.before] : [])];
        return told.some((each) => isAbout(each, topic));
      }
      const { issue, sides } = change.dispute;
      if (topic.kind === "issue") return issue === topic.id;
      return sides.some(({ statements }) => statements.flatMap(saying).some((each) => isAbout(each, topic)));
    };
    const [overview, ...topics] = topicsOf(library);
    assert.ok(overview !== undefined);
    const all = changesAbout(changes, overview, index);
    assert.equal(all.length, changes === null ? 0 : countable(changes).length);
    for (const topic of topics) {
      const expected = all.filter((change) => concerns(change, topic));
      assert.deepEqual(changesAbout(changes, topic, index), expected, topic.id);
    }
  }
});

test("an assessment is its author's, in a letter too", () => {
  const own = { kind: "assessment", actor: "moscow", text: { en: "They will wait." } } as const;
  const library = smallLibrary({
    statements: [
      statement("named", own),
      statement("unnamed", { ...own, citations: [{ article: "unsigned", paragraph: 1 }] }),
    ],
  });
  const edition = { ...editionOf(library), changes: compareLibraries("2026-W46", smallLibrary({}), library) };
  const { blocks } = kitOf({ edition, topic: null, language: "en" });
  const text = blocks.txt.content.replace(/\s+/g, " ");
  assert.match(text, /Assessment by Ada Autor: They will wait\./);
  assert.match(text, /Assessment in one of the sources: They will wait\./);
});

test("what a newsletter program would take for a command is text", () => {
  const command = "{{ .Subscriber.Email }} {% if x %} {{{y}}} *|EMAIL|*";
  const library = smallLibrary({});
  const issues = library.issues.map((issue) => ({ ...issue, question: { en: command } }));
  const about = kitsOf(editionOf({ ...library, issues })).find(
    ({ topic, language }) => language === "en" && topic?.kind === "issue",
  );
  assert.ok(about !== undefined);
  const { html, md, txt } = kitOf(about).blocks;
  for (const { content } of [html, md]) assert.doesNotMatch(content, /\{[{%]|\*\|/);
  const shown = html.content.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  assert.ok(shown.includes(command));
  assert.deepEqual(wordsOfMarkdown(md.content).join(" ").includes(command), true);
  assert.ok(txt.content.replace(/\s+/g, " ").includes(command));
});

test("the faults would be found", () => {
  const about = ALL_KITS[0];
  assert.ok(about !== undefined);
  const { html } = kitOf(about).blocks;
  const defects: readonly ((sound: string) => string)[] = [
    (sound) => sound.replace("<p ", "<style>p{}</style><p "),
    (sound) => sound.replace("<p ", '<p class="x" '),
    (sound) => sound.replace("<img ", "<svg></svg><img "),
    (sound) => sound.replace(/ alt="[^"]*"/, ' alt=""'),
    (sound) => sound.replace(/<a [^>]*>(<img[^>]*>)<\/a>/, "$1"),
    (sound) => sound.replace(/(<a [^>]*) style="[^"]*"/, "$1"),
    (sound) => sound.replace('role="presentation" lang', "lang"),
  ];
  for (const spoil of defects) {
    assert.notEqual(spoil(html.content), html.content);
    assert.notDeepEqual(blockComplaints(spoil(html.content)), [], spoil.toString());
  }
});

test("equal editions, equal blocks", () => {
  const endings: readonly BlockEnding[] = ["html", "md", "txt"];
  for (const about of ALL_KITS.filter((_, i) => i % 7 === 0))
    for (const ending of endings)
      assert.equal(kitOf(about).blocks[ending].content, kitOf(about).blocks[ending].content);
});
