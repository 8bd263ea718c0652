/**
 * The preview card of every topic in every language: nothing outside or over anything else, all its words there, the same
 * every time, and an alternative text that says what it shows. Of each kind of topic one is drawn; all of them are in the
 * deep tier.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { rasterise } from "../../src/formats/card/rasterise.ts";
import { writeSvg } from "../../src/formats/card/write-svg.ts";
import type { Card, CardAnswer } from "../../src/model/card.ts";
import type { Library } from "../../src/model/library.ts";
import type { PlacedText } from "../../src/model/page.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import {
  type CardOf,
  cardComplaints,
  cardOf,
  cardsOf,
  letters,
  lettersOn,
  pictureComplaints,
} from "../support/cards.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { bare, unspoken } from "../support/libraries.ts";
import { answer, smallLibrary, statement } from "../support/small.ts";

const CARDS = cardsOf(editionOf(HARBOUR)).map((card) => ({ ...card, svg: writeSvg(card.set) }));
/** The first topic of each kind. */
const KINDS = [...Map.groupBy(topicsOf(HARBOUR), ({ kind }) => kind).values()].flatMap((topics) => topics.slice(0, 1));

test("a card is a picture of 1200 by 630 under 300 KB, with ink where letters stand and nowhere else", async () => {
  const drawn = CARDS.filter(({ topic: { id } }) => KINDS.some((each) => each.id === id));
  assert.equal(drawn.length, 3 * Object.keys(LANGUAGES).length);
  for (const card of drawn) assert.deepEqual(await pictureComplaints(card, await rasterise(card.svg)), []);
});

test("a letter that is not drawn is noticed, and so are a mark in the margin and another size", async () => {
  const [card] = CARDS;
  assert.ok(card !== undefined);
  const told = async (items: CardOf["set"]["items"], size = {}): Promise<string> =>
    (await pictureComplaints(card, await rasterise(writeSvg({ ...card.set, ...size, items })))).join("\n");
  const word = card.set.items.find((item) => item.kind === "text");
  assert.match(await told(card.set.items.filter((item) => item !== word)), /left \d dark pixels/);
  assert.match(await told([...card.set.items, { ...word, y: 20 } as PlacedText]), /ink in its margin/);
  assert.match(await told(card.set.items, { height: 600 }), /1200 by 600/);
});

test("the same card is drawn from an equal edition, and the same picture twice", async () => {
  const edition = editionOf(structuredClone(HARBOUR));
  for (const { name, svg, topic, language } of CARDS)
    assert.equal(writeSvg(cardOf(edition, topic, language).set), svg, name);
  const svg = CARDS[0]?.svg ?? "";
  assert.ok(Buffer.from(await rasterise(svg)).equals(await rasterise(svg)));
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

test("every word of title, names and answers is on the cards, but for a name too long for its column", () => {
  const shortened: string[] = [];
  for (const { name, card, set } of CARDS) {
    const drawn = lettersOn(set);
    for (const text of textsOn(card)) if (!drawn.includes(letters(text))) shortened.push(`${name}: ${text}`);
    assert.equal(drawn.includes("…"), shortened.at(-1)?.startsWith(`${name}: `) ?? false, name);
    assert.ok(
      card.addresses.some((address) => drawn.includes(letters(address))),
      name,
    );
  }
  assert.deepEqual(shortened, ["overview/en: Shipping company", "overview/uk: Судноплавна компанія"]);
});

/** The answers of the overview's card, row by row. */
const SAID: Readonly<Record<string, string>> = {
  de: "Ja Nein ≠ Unklar Ja Bedingt Ohne Angabe Ja Bedingt Ja Nein Ohne Angabe",
  en: "Yes No ≠ Unclear Yes Conditional Not stated Yes Conditional Yes No Not stated",
  uk: "Так Ні ≠ Неясно Так За умов Не сказано Так За умов Так Ні Не сказано",
};

test("the answers of a card are said in the words of its language", () => {
  for (const { language, card } of CARDS.filter(({ topic }) => topic.kind === "overview")) {
    const said = answersOn(card).map(({ word, contested }) => (contested ? "≠" : word));
    assert.equal(said.join(" "), SAID[language]);
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
    unspoken(HARBOUR),
    bare(HARBOUR),
    { ...HARBOUR, actors: [] as Library["actors"], statements: [], disputes: [], speakers: [] },
  ]) {
    const cards = cardsOf(editionOf(library));
    assert.deepEqual(cards.flatMap(cardComplaints), []);
    for (const { card } of cards) assert.ok(card.alt.length > 0);
    const [first] = cards as [CardOf];
    assert.deepEqual(await pictureComplaints(first, await rasterise(writeSvg(first.set))), []);
  }
});

test("of 5,000 issues the answered ones are shown, and the others are counted", () => {
  const {
    issues: [issue],
    actors: [actor],
  } = HARBOUR;
  assert.ok(issue !== undefined && actor !== undefined);
  const issues = Array.from({ length: 5000 }, (_, n) => ({ ...issue, id: `issue-${n}` }));
  const statements = [4321, 17].map((n) =>
    statement(`of-${n}`, { actor: actor.id, issue: `issue-${n}`, answer: answer("yes", "A gloss") }),
  );
  const edition = editionOf({ ...HARBOUR, issues, statements, disputes: [], events: [] });
  for (const [language, words] of Object.entries(LANGUAGES)) {
    for (const topic of [{ id: "overview", kind: "overview" } as const, { id: actor.id, kind: "actor" } as const]) {
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
  const edition = { ...editionOf(HARBOUR), site };
  const issues = HARBOUR.issues.map((each) => ({ ...each, id: `${each.id}-${"x".repeat(50)}`.slice(0, 60) }));
  const library = { ...HARBOUR, issues, statements: [], disputes: [], events: [] };
  for (const topic of [{ id: issues[0]?.id ?? "", kind: "issue" } as const]) {
    const { set } = cardOf({ ...edition, library }, topic, "de");
    const drawn = lettersOn(set);
    assert.ok(drawn.includes(site.slice("https://".length)));
  }
});

test("the pictures are made of paths alone, whatever the words", () => {
  const hostile = '</svg><script>alert(1)</script>"&';
  const library = smallLibrary({});
  const subject = { ...library.subject, title: { de: hostile } };
  const { card, set } = cardOf(editionOf({ ...library, subject }), { id: "overview", kind: "overview" }, "de");
  assert.ok(card.alt.includes(hostile));
  for (const svg of [...CARDS.map((each) => each.svg), writeSvg(set)]) {
    const inside = svg.replace(/^<svg [^>]*>|<\/svg>\n$/g, "");
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
