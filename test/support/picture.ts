/**
 * A page as a grey picture. In: a PDF's bytes and a resolution. Out: pixels as poppler draws them, means over parts of
 * them, and pictures in PNG for the repository. It knows nothing of what is drawn. Whoever draws has asked `needTool`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync, inflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0 is black, 255 is white; row by row. */
  readonly pixels: Uint8Array;
}

export function draw(pdf: Uint8Array, dpi: number): Picture {
  return drawnBy(pdf, "pdftoppm", ["-gray", "-r", String(dpi), "-singlefile", "page.pdf", "page"]);
}

/** The same by another program, to see how far two sound programs differ. */
export function drawnByMupdf(pdf: Uint8Array, dpi: number): Picture {
  return drawnBy(pdf, "mutool", ["draw", "-q", "-N", "-r", String(dpi), "-F", "pgm", "-o", "page.pgm", "page.pdf"]);
}

function drawnBy(pdf: Uint8Array, program: string, options: readonly string[]): Picture {
  const cwd = mkdtempSync(join(tmpdir(), "einblatt-picture-"));
  try {
    writeFileSync(join(cwd, "page.pdf"), pdf);
    execFileSync(program, options, { cwd });
    return readPgm(readFileSync(join(cwd, "page.pgm")));
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** Binary PGM of one byte a pixel, with or without comments. */
function readPgm(bytes: Uint8Array): Picture {
  const header = /^P5\s(?:#.*\n)?\s*(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 256)).toString("latin1"));
  if (header === null) throw new TypeError("this is no gray picture in PGM");
  const [width, height] = [Number(header[1]), Number(header[2])];
  const start = header[0].length;
  // A copy: what Node calls slice() of a Buffer is none.
  return { width, height, pixels: Uint8Array.from(bytes.subarray(start, start + width * height)) };
}

/**
 * Smaller by a whole factor, each pixel the mean of those it stands for, in sixteen shades; what is left over is cut
 * off.
 */
export function reduced({ width, height, pixels }: Picture, factor: number): Picture {
  const [across, down] = [Math.floor(width / factor), Math.floor(height / factor)];
  const small = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy++) {
        for (let dx = 0; dx < factor; dx++) sum += pixels[(y * factor + dy) * width + x * factor + dx] ?? 0;
      }
      small[y * across + x] = Math.round(sum / factor ** 2 / 17) * 17;
    }
  }
  return { width: across, height: down, pixels: small };
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** PNG of four bits a pixel, without filters (ISO/IEC 15948): two pixels a byte, and a zero before each row. */
export function toPng({ width, height, pixels }: Picture): Uint8Array {
  const stride = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(stride * height);
  pixels.forEach((pixel, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const at = y * stride + 1 + (x >> 1);
    rows[at] = (rows[at] ?? 0) | (Math.round(pixel / 17) << (x % 2 === 0 ? 4 : 0));
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 0, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Reads what `toPng` wrote, and refuses any other PNG. */
export function fromPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (!file.subarray(0, 8).equals(SIGNATURE) || file[24] !== 4 || file.toString("latin1", 37, 41) !== "IDAT") {
    throw new TypeError("this is no picture of ours; npm run golden writes it anew");
  }
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  const stride = 1 + Math.ceil(width / 2);
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const x = i % width;
    const both = rows[Math.floor(i / width) * stride + 1 + (x >> 1)] ?? 0;
    pixels[i] = (x % 2 === 0 ? both >> 4 : both & 15) * 17;
  }
  return { width, height, pixels };
}
