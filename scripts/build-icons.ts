/**
 * Draws the mark that tabs, bookmarks and home screens show: a sheet with its thick rule, and the disc of an answer that
 * depends. In: the house's colours. Out: `favicon.ico` with three sizes, and the larger picture that phones ask for. Equal
 * packages give equal bytes. The drawing is ours; no face is used.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { COLOURS } from "../src/formats/html/colours.ts";

const FOLDER = join(import.meta.dirname, "../src/pages");
const { paper, tint, ink, accent } = COLOURS.light;

/** On a field of 32; even numbers, so that it is sharp at 16 pixels. */
const SHEET = `
  <path fill="${ink}" d="M4 2h24v28H4z"/>
  <path fill="${paper}" d="M6 8h20v20H6z"/>
  <circle cx="16" cy="18" r="6" fill="${paper}" stroke="${accent}" stroke-width="2"/>
  <path fill="${accent}" d="M16 12a6 6 0 0 0 0 12z"/>`;

function drawing(content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content}</svg>`);
}

async function png(svg: Buffer, size: number): Promise<Buffer> {
  const picture = sharp(svg, { density: (72 * size) / 16 }).resize(size, size);
  return await picture.png({ palette: true, compressionLevel: 9 }).toBuffer();
}

/** A header, an entry of 16 bytes for each picture, the pictures: PNG, which every program of this century reads. */
function ico(pictures: readonly { readonly size: number; readonly bytes: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [i, { size, bytes }] of pictures.entries()) {
    const entry = head.subarray(6 + 16 * i);
    entry.writeUInt8(size, 0);
    entry.writeUInt8(size, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(bytes.length, 8);
    entry.writeUInt32LE(at, 12);
    at += bytes.length;
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

const small = [16, 32, 48].map(async (size) => ({ size, bytes: await png(drawing(SHEET), size) }));
writeFileSync(join(FOLDER, "favicon.ico.bin"), ico(await Promise.all(small)));
// A home screen rounds the corners of whatever it gets, so the sheet lies on a ground.
const ground = `<path fill="${tint}" d="M0 0h32v32H0z"/><g transform="translate(5 5) scale(.6875)">${SHEET}</g>`;
writeFileSync(join(FOLDER, "apple-touch-icon.png.bin"), await png(drawing(ground), 180));
