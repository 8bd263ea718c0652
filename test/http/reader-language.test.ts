/**
 * Which of our languages a reader's header means, and which a tag in an address or in the data does. In: headers and tags as
 * clients and people write them.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLanguage } from "../../src/http/ask/negotiate.ts";
import { lookUpLanguage } from "../../src/model/language-tag.ts";

const OURS = ["de", "en", "uk"];
const chosen = (header: string): string => chooseLanguage(header, OURS, "de");

test("a header with an underscore is understood like one with a hyphen", () => {
  for (const [header, language] of [
    ["en_US", "en"],
    ["en-GB-oxendict", "en"],
    ["uk_UA,uk;q=0.9", "uk"],
    ["UA", "uk"],
    ["ukr", "uk"],
    ["fr-FR,fr;q=0.9,en;q=0.3", "en"],
    ["ja", "de"],
    ["*", "de"],
    ["", "de"],
  ] as const)
    assert.equal(chosen(header), language, header);
});

test("what is refused by q=0 is not served while anything else is there", () => {
  for (const [header, language] of [
    ["de;q=0, *;q=0.5", "en"],
    ["de;q=0", "en"],
    ["de;q=0, en;q=0", "uk"],
    ["de;q=0, ja", "en"],
    ["de;q=0, de-AT", "en"],
    ["*;q=0, uk;q=0.2", "uk"],
    // What is named is not meant by the star, and counts as little as it says.
    ["de;q=0.1, *;q=0.5", "en"],
    // One way to write a language refuses no other.
    ["de-AT;q=0, *", "de"],
    // Where all is refused, something has to be said.
    ["*;q=0", "de"],
    ["de;q=0, en;q=0, uk;q=0", "de"],
  ] as const)
    assert.equal(chosen(header), language, header);
});

test("a tag is looked up by its first part", () => {
  for (const [tag, language] of [
    ["de-DE", "de"],
    ["de_AT", "de"],
    ["de-Latn-DE-1996", "de"],
    ["UK-ua", "uk"],
    ["ua", "uk"],
    ["deu", "de"],
    ["ger", "de"],
    ["eng", "en"],
    ["fr", null],
    ["english", null],
    ["closing", null],
    ["", null],
    ["d", null],
  ] as const)
    assert.equal(lookUpLanguage(tag, OURS), language, tag);
});
