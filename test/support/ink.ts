/**
 * Whether every letter left its ink. In: a page and a picture of it. Out: in one sentence each, the faces and the parts of
 * letters that are lighter or darker than their outlines say. A page may lose its letters while every program still finds
 * its words: text and outlines are two things in a PDF.
 */
import type { Page } from "../../src/model/page.ts";
import type { Colour, Template } from "../../src/model/template.ts";
import { FACES } from "../../src/typeset/text/faces.ts";
import { groundsOf } from "./grounds.ts";
import { outlineOf } from "./outlines.ts";
import type { Picture } from "./picture.ts";

/**
 * The ink found for each unit of ink that is due. On 33 sheets drawn by poppler 22.12 at 150 dpi, whole faces had from 0.99
 * to 1.04 of theirs, and single parts of letters (the dots of one ü) from 0.86 to 1.41, neighbours reaching into them.
 */
const LIMITS = { face: [0.93, 1.1], part: [0.7, 1.7] } as const;

/** Pixels above and below an outline that may be its own: programs move a line of type to the nearest row. */
const ROW = 0.6;

interface Ink {
  found: number;
  due: number;
}

export function inkComplaints(page: Page, template: Template, picture: Picture, dpi: number): readonly string[] {
  const faces = new Map<string, Ink>();
  const parts = new Map<string, Ink>();
  const scale = dpi / 72;
  for (const { item, grounds } of groundsOf(page, template)) {
    if (item.kind !== "text") continue;
    const face = FACES[item.face];
    const em = (item.size * scale) / 1000;
    const ground = lightness(grounds[0] ?? template.colours.paper);
    const depth = ground - lightness(item.colour);
    let pen = item.x * scale;
    item.glyphs.forEach((glyph, i) => {
      outlineOf(face, glyph).forEach(({ area, box }, n) => {
        const [left, right] = [pen + box.left * em, pen + box.right * em];
        const [top, bottom] = [item.y * scale - box.top * em - ROW, item.y * scale - box.bottom * em + ROW];
        const found = darkness(picture, ground, left, top, right, bottom) * Math.sign(depth);
        const due = area * em ** 2 * Math.abs(depth);
        add(faces, item.face, found, due);
        add(parts, `${item.face}: part ${n + 1} of “${item.characters[i]}”`, found, due);
      });
      pen += (face.advance(glyph) + (item.shifts[i] ?? 0)) * em;
    });
  }
  return [...complaints(faces, LIMITS.face), ...complaints(parts, LIMITS.part)];
}

function add(inks: Map<string, Ink>, key: string, found: number, due: number): void {
  const ink = inks.get(key) ?? { found: 0, due: 0 };
  inks.set(key, { found: ink.found + found, due: ink.due + due });
}

function complaints(inks: ReadonlyMap<string, Ink>, [least, most]: readonly [number, number]): readonly string[] {
  return [...inks].flatMap(([name, { found, due }]) => {
    const share = found / due;
    return share >= least && share <= most ? [] : [`${name} has ${share.toFixed(2)} of its ink`];
  });
}

/** Pixels by how much darker than the ground they are, all that lie under a rectangle. */
function darkness(picture: Picture, ground: number, ...edges: [number, number, number, number]): number {
  const [left, top, right, bottom] = edges;
  let sum = 0;
  for (let y = Math.floor(top); y < Math.ceil(bottom); y++) {
    for (let x = Math.floor(left); x < Math.ceil(right); x++) {
      sum += ground - (picture.pixels[y * picture.width + x] ?? 255) / 255;
    }
  }
  return sum;
}

/** From 0 for black to 1 for white, as programs turn RGB into gray (ISO 32000-1, 10.3.2). */
function lightness(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.3 * r + 0.59 * g + 0.11 * b;
}
