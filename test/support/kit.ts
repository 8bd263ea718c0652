/**
 * The newsletter kits of an edition, for tests that loop over all of them. In: an edition. Out: every letter there is, of
 * the whole and of each topic, in each language, made as the press makes it; and what a reader would find in a block.
 */
import { draftDigest } from "../../src/compose/letter/edition-letter.ts";
import { draftTopicLetter } from "../../src/compose/letter/topic-letter.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Kit } from "../../src/model/letter.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import { fitLetter } from "../../src/render/fit-letter.ts";
import { renderEach } from "../../src/render/render.ts";
import { LETTERS } from "../../src/render/variant.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { newsIn } from "./changes.ts";
import { editionOf } from "./edition.ts";
import { HARBOUR } from "./fixtures.ts";

export interface AboutKit {
  readonly name: string;
  readonly edition: Edition;
  /** Null is the whole edition. */
  readonly topic: Topic | null;
  readonly language: string;
}

/** The first of all, with nothing to compare it with, and one with news of every kind. */
export const EDITIONS: Readonly<Record<string, Edition>> = { first: editionOf(HARBOUR), news: newsIn(HARBOUR).edition };

export function kitsOf(edition: Edition, name = edition.id): readonly AboutKit[] {
  return Object.keys(LANGUAGES).flatMap((language) =>
    [null, ...topicsOf(edition.library)].map((topic) => ({
      name: `${name}/${topic?.id ?? "digest"}/${language}`,
      edition,
      topic,
      language,
    })),
  );
}

export const ALL_KITS = Object.entries(EDITIONS).flatMap(([name, edition]) => kitsOf(edition, name));

export function kitOf({ edition, topic, language }: Omit<AboutKit, "name">): Kit {
  return fitLetter(topic === null ? draftDigest(edition, language) : draftTopicLetter(edition, topic, language));
}

/** Every file of a kit by its name, as it is stored. */
export function filesOf({ edition, topic, language }: AboutKit): ReadonlyMap<string, string> {
  const variants = [
    { kind: "kit", language, topic, ending: "html" } as const,
    ...LETTERS.map((ending) => ({ kind: "letter", language, topic, ending }) as const),
  ];
  return new Map(
    [...renderEach(edition, variants)].map(({ variant, content }) => [
      variant.kind === "kit" ? "page" : variant.ending,
      String(content),
    ]),
  );
}

/** Attributes that hold an address, with entities resolved. */
export function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));
}
