/**
 * The frame in which another site shows a card of ours. In: the card's address, a title and how much room there is. Out:
 * markup for that site, and how large the frame is. It does not know who asks: the newsletter kit offers the same to
 * people as oEmbed does to programs.
 */
import { visibleText } from "../visible-text.ts";
import { element } from "./markup.ts";

/** CSS pixels; null where there is no limit. */
export interface Room {
  readonly width: number | null;
  readonly height: number | null;
}

export interface Frame {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

const WIDEST = 600;
/** In a narrower frame lines are shorter and more. */
const NARROW = 560;
const HEIGHTS = { wide: 480, narrow: 660 } as const;

export function writeFrame(card: string, title: string, room: Room): Frame {
  const width = Math.min(WIDEST, room.width ?? WIDEST);
  const height = Math.min(width < NARROW ? HEIGHTS.narrow : HEIGHTS.wide, room.height ?? Infinity);
  const look = { src: card, width, height, title: visibleText(title), frameborder: 0, loading: "lazy" };
  return { markup: element("iframe", look), width, height };
}
