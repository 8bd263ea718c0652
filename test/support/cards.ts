/**
 * Preview cards for tests that look at them: set, drawn, and gone over. In: an edition, a topic and a language. Out: the
 * card, its picture as grey pixels, and in one sentence each what leaves its place, lies over something else, is too
 * small, has no glyph or leaves no ink.
 */
import sharp from "sharp";
import { composeCard } from "../../src/compose/compose-card.ts";
import type { Card, SetCard } from "../../src/model/card.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { PlacedText } from "../../src/model/page.ts";
import { type Topic, topicsOf } from "../../src/model/topic.ts";
import { setCard } from "../../src/typeset/card/set-card.ts";
import { CARD } from "../../templates/card-look.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { boxOf, describe } from "./geometry.ts";
import { overlapComplaints } from "./overlaps.ts";
import type { Picture } from "./picture.ts";

export interface CardOf {
  readonly name: string;
  readonly topic: Topic;
  readonly language: string;
  readonly card: Card;
  readonly set: SetCard;
}

/** Every topic in every language. */
export function cardsOf(edition: Edition): readonly CardOf[] {
  return topicsOf(edition.library).flatMap((topic) =>
    Object.keys(LANGUAGES).map((language) => cardOf(edition, topic, language)),
  );
}

export function cardOf(edition: Edition, topic: Topic, language: string): CardOf {
  const card = composeCard(edition, topic, language);
  return { name: `${topic.id}/${language}`, topic, language, card, set: setCard(card, CARD) };
}

/** A chat shows a card at a third of its size, where letters of 20 pixels are the smallest that can be made out. */
const SMALLEST = 20;
/** Chats leave out pictures that are much larger. */
export const MOST_BYTES = 300_000;
/** Sums of floating-point numbers stray by less. */
const HAIR = 0.02;

export function cardComplaints({ name, set }: CardOf): readonly string[] {
  const { margins, width, height } = CARD;
  return [
    ...set.items.flatMap((item) => {
      const { left, top, right, bottom } = boxOf(item);
      const inside =
        left >= margins.left - HAIR &&
        top >= margins.top - HAIR &&
        right <= width - margins.right + HAIR &&
        bottom <= height - margins.bottom + HAIR;
      return inside ? [] : [`${describe(item)} leaves the card`];
    }),
    ...set.items.flatMap((item) => {
      if (item.kind !== "text") return [];
      return [
        ...(item.glyphs.includes(0) ? [`${describe(item)} has a .notdef`] : []),
        ...(item.size < SMALLEST - HAIR ? [`${describe(item)} is set in ${item.size}`] : []),
      ];
    }),
    ...overlapComplaints(set, CARD),
  ].map((complaint) => `${name}: ${complaint}`);
}

/** What is drawn, in reading order, without the spaces and hyphens that lines put in or take away. */
export function lettersOn({ items }: SetCard): string {
  return letters(items.map((item) => (item.kind === "text" ? item.characters.join("") : "")).join(""));
}

export function letters(text: string): string {
  return text.replace(/[\s\u00ad]/g, "");
}

/** What is wrong with the picture of a card: its size, its weight, and ink where it belongs and nowhere else. */
export async function pictureComplaints({ name, set }: CardOf, png: Uint8Array): Promise<readonly string[]> {
  const { format, width, height } = await sharp(png).metadata();
  const { pixels } = await pictureOf(png);
  const darkIn = ({ x, y, width: across, size }: PlacedText): number => {
    let dark = 0;
    for (let row = Math.floor(y - 0.75 * size); row < y; row++)
      for (let column = Math.floor(x); column < x + across; column++)
        if ((pixels[row * width + column] ?? 255) < 160) dark++;
    return dark;
  };
  const margin = pixels.subarray(0, width * (CARD.margins.top - 1));
  return [
    ...(format === "png" && width === 1200 && height === 630 ? [] : [`is a ${format} of ${width} by ${height}`]),
    ...(png.length < MOST_BYTES ? [] : [`has ${png.length} bytes`]),
    ...set.items.flatMap((item) => {
      if (item.kind !== "text" || letters(item.characters.join("")) === "") return [];
      const dark = darkIn(item);
      return dark > 4 ? [] : [`“${item.characters.join("")}” left ${dark} dark pixels`];
    }),
    ...(margin.every((pixel) => pixel > 240) ? [] : ["has ink in its margin"]),
  ].map((complaint) => `${name}: ${complaint}`);
}

export async function pictureOf(png: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(png).flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: Uint8Array.from(data) };
}
