/**
 * The preview card of every topic in every language: of its size and weight, nothing outside or over anything else, all
 * its words there, the same bytes every time, and an alternative text that says what it shows.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { composeCard } from "../../src/compose/compose-card.ts";
import { rasterise } from "../../src/formats/card/rasterise.ts";
import { writeSvg } from "../../src/formats/card/write-svg.ts";
import type { Card, CardAnswer } from "../../src/model/card.ts";
import type { Library } from "../../src/model/library.ts";
import { CARD } from "../../templates/card-look.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { cardComplaints, cardOf, cardsOf, letters, lettersOn, pictureOf } from "../support/cards.ts";
import { editionOf } from "../support/edition.ts";
import { bare, unspoken } from "../support/libraries.ts";
import { SEEDS } from "../support/sheets.ts";
import { answer, smallLibrary, statement } from "../support/small.ts";

const CARDS = cardsOf(editionOf(SEEDS));
const MOST_BYTES = 300_000;

test("every card is a picture of 1200 by 630 under 300 KB, and the same twice", async () => {
  for (const { name, set, topic, language } of CARDS) {
    const png = await rasterise(writeSvg(set));
    const { format, width, height } = await sharp(png).metadata();
    assert.deepEqual({ format, width, height }, { format: "png", width: 1200, height: 630 }, name);
    assert.ok(png.length < MOST_BYTES, `${name} has ${png.length} bytes`);
    const again = await rasterise(writeSvg(cardOf(editionOf(structuredClone(SEEDS)), topic, language).set));
    assert.ok(Buffer.from(png).equals(again), `${name} is drawn otherwise the second time`);
  }
});

test("nothing stands outside or over anything else, and every character has its glyph", () => {
  assert.deepEqual(CARDS.flatMap(cardComplaints), []);
});

test("the defects that the test above looks for would be found", () => {
  const [card] = CARDS;
  assert.ok(card !== undefined);
  const texts = card.set.items.flatMap((item) => (item.kind === "text" ? [item] : []));
  const [first, second] = texts;
  assert.ok(first !== undefined && second !== undefined);
  const defects = {
    "leaves the card": { ...first, x: first.x + 1100 },
    "lies over": { ...second, y: first.y, x: first.x },
    ".notdef": { ...first, glyphs: first.glyphs.map(() => 0) },
    "is set in 19": { ...first, size: 19 },
  };
  for (const [defect, item] of Object.entries(defects)) {
    const items = card.set.items.map((each) => (each === (defect === "lies over" ? second : first) ? item : each));
    const found = cardComplaints({ ...card, set: { ...card.set, items } });
    assert.ok(
      found.some((complaint) => complaint.includes(defect)),
      defect,
    );
  }
});

test("our own cards shorten nothing, and every word of title, names and answers is on them", () => {
  for (const { name, card, set } of CARDS) {
    const drawn = lettersOn(set);
    assert.ok(!drawn.includes("…"), name);
    for (const text of textsOn(card)) assert.ok(drawn.includes(letters(text)), `${name} lacks “${text}”`);
    assert.ok(
      card.addresses.some((address) => drawn.includes(letters(address))),
      name,
    );
  }
});

test("no word of an answer or a name of ours is cut where no hyphen may stand", () => {
  for (const { name, card, set } of CARDS) {
    const lines = set.items.flatMap((item) => (item.kind === "text" ? [item.characters.join("").trim()] : []));
    for (const word of answersOn(card).flatMap((each) => each.word.split(" "))) {
      assert.ok(
        lines.some((line) => line.split(" ").includes(word)),
        `${name} cuts “${word}”`,
      );
    }
  }
});

test("the alternative text says all that the card says", () => {
  for (const { name, card } of CARDS) {
    const alt = letters(card.alt);
    for (const text of [...textsOn(card), ...glossesOn(card)])
      assert.ok(alt.includes(letters(text)), `${name}: ${text}`);
  }
});

test("letters leave ink where they stand, and none where nothing does", async () => {
  for (const { name, set } of CARDS.filter(({ language }) => language === "uk")) {
    const { pixels, width, height } = await pictureOf(await rasterise(writeSvg(set)));
    for (const item of set.items) {
      if (item.kind !== "text" || letters(item.characters.join("")) === "") continue;
      let dark = 0;
      for (let y = Math.floor(item.y - 0.75 * item.size); y < item.y; y++) {
        for (let x = Math.floor(item.x); x < item.x + item.width; x++) if ((pixels[y * width + x] ?? 255) < 160) dark++;
      }
      assert.ok(dark > 4, `${name}: “${item.characters.join("")}” left ${dark} dark pixels`);
    }
    const margin = pixels.subarray(0, width * (CARD.margins.top - 1));
    assert.ok(
      margin.every((pixel) => pixel > 240),
      `${name} has ink in its margin`,
    );
    assert.equal(height, CARD.height);
  }
});

test("where sources differ the card says so, and never shows one side alone", () => {
  const library = smallLibrary({
    statements: [
      statement("one", { answer: answer("yes", "So says one"), priority: 1 }),
      statement("two", { answer: answer("no", "So says another") }),
    ],
  });
  for (const topic of ["overview", "kyiv", "ceasefire"]) {
    for (const [language, words] of Object.entries(LANGUAGES)) {
      const kind = topic === "overview" ? "overview" : topic === "kyiv" ? "actor" : "issue";
      const { card, set } = cardOf(editionOf(library), { id: topic, kind }, language);
      assert.ok(lettersOn(set).includes("≠"), `${topic}/${language}`);
      assert.ok(card.alt.includes(`${words.contested}: ${words.answers.no}`), card.alt);
    }
  }
});

test("a library without answers, statements or anything at all has cards too", async () => {
  for (const library of [
    unspoken(SEEDS),
    bare(SEEDS),
    { ...SEEDS, actors: [] as Library["actors"], statements: [], disputes: [], speakers: [] },
  ]) {
    for (const card of cardsOf(editionOf(library))) {
      assert.deepEqual(cardComplaints(card), []);
      assert.ok((await rasterise(writeSvg(card.set))).length < MOST_BYTES);
      assert.ok(card.card.alt.length > 0);
    }
  }
});

test("of 5,000 issues the answered ones are shown, and the others are counted", () => {
  const issue = SEEDS.issues[0];
  assert.ok(issue !== undefined);
  const issues = Array.from({ length: 5000 }, (_, n) => ({ ...issue, id: `issue-${n}` }));
  const statements = [4321, 17].map((n) =>
    statement(`of-${n}`, { issue: `issue-${n}`, answer: answer("yes", "A gloss") }),
  );
  const edition = editionOf({ ...SEEDS, issues, statements, disputes: [], events: [] });
  for (const [language, words] of Object.entries(LANGUAGES)) {
    for (const topic of [{ id: "overview", kind: "overview" } as const, { id: "kyiv", kind: "actor" } as const]) {
      const found = cardOf(edition, topic, language);
      assert.deepEqual(cardComplaints(found), []);
      const { body } = found.card;
      const shown = body.kind === "matrix" ? body.rows.length : body.entries.length;
      const stated =
        body.kind === "matrix" ? body.rows.flatMap(({ answers }) => answers) : body.entries.map((e) => e.answer);
      assert.equal(stated.filter(({ answer: { value } }) => value === "yes").length, 2);
      assert.ok(shown < 10);
      assert.match(lettersOn(found.set), new RegExp(String(5000 - shown)), words.name);
      assert.match(found.card.alt, new RegExp(String(5000 - shown)));
    }
  }
});

test("a title that is too long ends in an ellipsis on the card and is whole in the alternative text", () => {
  const long = `${"Donaudampfschifffahrtsgesellschaft ".repeat(3)}Ende`;
  const library = smallLibrary({});
  const subject = { ...library.subject, title: { de: long, en: long, uk: long } };
  const issues = library.issues.map((each) => ({ ...each, question: { de: "W".repeat(140) } }));
  for (const found of cardsOf(editionOf({ ...library, subject, issues }))) {
    assert.deepEqual(cardComplaints(found), []);
    if (found.topic.kind === "actor") continue;
    assert.ok(lettersOn(found.set).includes("…"), found.name);
    assert.ok(found.card.alt.includes(found.topic.kind === "overview" ? long : "W".repeat(140)), found.name);
  }
});

test("what the faces lack is drawn as an empty box, and what is invisible not at all", () => {
  const library = smallLibrary({});
  const title = { de: "停火 \u202eWaffen\u200bruhe 👍🏽" };
  const topic = { id: "overview", kind: "overview" } as const;
  const { set } = cardOf(editionOf({ ...library, subject: { ...library.subject, title } }), topic, "de");
  const drawn = set.items.flatMap((item) => (item.kind === "text" ? item.glyphs : []));
  assert.ok(drawn.length > 0 && !drawn.includes(0));
  assert.ok(lettersOn(set).includes("Waffenruhe"));
});

test("an address too long for the card gives way to the site, never to half of itself", () => {
  const site = `https://${"sehr-langer-name.".repeat(4)}example`;
  const edition = { ...editionOf(SEEDS), site };
  const issues = SEEDS.issues.map((each) => ({ ...each, id: `${each.id}-${"x".repeat(50)}`.slice(0, 60) }));
  const library = { ...SEEDS, issues, statements: [], disputes: [], events: [] };
  for (const topic of [{ id: issues[0]?.id ?? "", kind: "issue" } as const]) {
    const { set } = cardOf({ ...edition, library }, topic, "de");
    const drawn = lettersOn(set);
    assert.ok(drawn.includes(site.slice("https://".length)));
  }
});

test("the pictures are made of paths alone, whatever the words", () => {
  const hostile = '</svg><script>alert(1)</script>"&';
  const library = smallLibrary({});
  const card = composeCard(
    editionOf({ ...library, subject: { ...library.subject, title: { de: hostile } } }),
    { id: "overview", kind: "overview" },
    "de",
  );
  assert.ok(card.alt.includes(hostile));
  for (const { set } of [
    ...CARDS,
    cardOf(
      editionOf({ ...library, subject: { ...library.subject, title: { de: hostile } } }),
      { id: "overview", kind: "overview" },
      "de",
    ),
  ]) {
    const inside = writeSvg(set).replace(/^<svg [^>]*>|<\/svg>\n$/g, "");
    assert.equal(inside.replace(/<path [^<>&]*\/>/g, ""), "");
  }
});

function answersOn({ body }: Card): readonly CardAnswer[] {
  return body.kind === "entries"
    ? body.entries.map(({ answer }) => answer)
    : body.rows.flatMap(({ answers }) => answers);
}

function textsOn(card: Card): readonly string[] {
  const { body, title, below } = card;
  const names =
    body.kind === "entries"
      ? body.entries.map(({ name }) => name.text)
      : [...body.actors.map(({ name }) => name.text), ...body.rows.map((row) => row.title.text)];
  return [title.text, ...(below === null ? [] : [below.text]), ...names, ...answersOn(card).map(({ word }) => word)];
}

function glossesOn(card: Card): readonly string[] {
  return card.body.kind === "matrix"
    ? []
    : answersOn(card).flatMap(({ gloss }) => (gloss === null ? [] : [gloss.text]));
}
