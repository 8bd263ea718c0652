/**
 * Makes the colour profile: `node scripts/build-profile.ts`. In: what defines sRGB (IEC 61966-2-1): primaries, white
 * and curve. Out: the smallest ICC profile (version 4, ICC.1:2010) that says so, already deflated, as
 * `src/formats/pdf/srgb.bin`. It is computed from the definition; no one else's profile is in it.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

const xyz = ([x, y]: readonly [number, number]): Vector => [x / y, 1, (1 - x - y) / y];
const times = (m: Matrix, v: Vector): Vector => m.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as never;
const transposed = (m: Matrix): Matrix => [0, 1, 2].map((i) => m.map((row) => row[i])) as never;
const product = (a: Matrix, b: Matrix): Matrix => transposed(transposed(b).map((column) => times(a, column)) as never);
const scaled = (m: Matrix, by: Vector): Matrix => m.map((row) => row.map((value, i) => value * by[i as 0])) as never;

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const cofactors = [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return cofactors.map((row) => row.map((value) => value / determinant)) as never;
}

/** sRGB's primaries and white; the white of ICC's connection space; how Bradford turns light into cones. */
const PRIMARIES = transposed([xyz([0.64, 0.33]), xyz([0.3, 0.6]), xyz([0.15, 0.06])]);
const D65 = xyz([0.3127, 0.329]);
const D50: Vector = [0.9642, 1, 0.8249];
const BRADFORD: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

const [from, to] = [times(BRADFORD, D65), times(BRADFORD, D50)];
const gains: Vector = [to[0] / from[0], to[1] / from[1], to[2] / from[2]];
const adaptation = product(inverse(BRADFORD), transposed(scaled(transposed(BRADFORD), gains)));
const [red, green, blue] = transposed(product(adaptation, scaled(PRIMARIES, times(inverse(PRIMARIES), D65))));

/** Fixed point with sixteen binary places, as ICC counts. */
function numbers(type: string, values: readonly number[], head: readonly number[] = []): Buffer {
  const bytes = Buffer.alloc(8 + head.length + 4 * values.length);
  bytes.write(type, "latin1");
  bytes.set(head, 8);
  values.forEach((value, i) => {
    bytes.writeInt32BE(Math.round(value * 65536), 8 + head.length + 4 * i);
  });
  return bytes;
}

/** One language is enough for a name. */
function words(text: string): Buffer {
  const bytes = Buffer.alloc(28 + 2 * text.length);
  bytes.write("mluc", "latin1");
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt32BE(12, 12);
  bytes.write("enUS", 16, "latin1");
  bytes.writeUInt32BE(2 * text.length, 20);
  bytes.writeUInt32BE(28, 24);
  bytes.write(text, 28, "utf16le");
  bytes.subarray(28).swap16();
  return bytes;
}

/** ((x + 0.055) / 1.055) ^ 2.4 from 0.04045 on, x / 12.92 below. */
const curve = numbers("para", [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045], [0, 3, 0, 0]);
const tags: readonly (readonly [string, Buffer])[] = [
  ["desc", words("sRGB")],
  ["cprt", words("CC0")],
  ["wtpt", numbers("XYZ ", D50)],
  ["chad", numbers("sf32", adaptation.flat())],
  ["rXYZ", numbers("XYZ ", red)],
  ["gXYZ", numbers("XYZ ", green)],
  ["bXYZ", numbers("XYZ ", blue)],
  ["rTRC", curve],
  ["gTRC", curve],
  ["bTRC", curve],
];

const directory = Buffer.alloc(4 + 12 * tags.length);
directory.writeUInt32BE(tags.length);
const bodies: Buffer[] = [];
const places = new Map<Buffer, number>();
let end = 128 + directory.length;
tags.forEach(([name, body], i) => {
  if (!places.has(body)) {
    places.set(body, end);
    bodies.push(body, Buffer.alloc(-body.length & 3));
    end += (body.length + 3) & ~3;
  }
  directory.write(name, 4 + 12 * i, "latin1");
  directory.writeUInt32BE(places.get(body) ?? 0, 8 + 12 * i);
  directory.writeUInt32BE(body.length, 12 + 12 * i);
});

const header = Buffer.alloc(128);
header.writeUInt32BE(end);
header.writeUInt32BE(0x04200000, 8);
header.write("mntrRGB XYZ ", 12, "latin1");
[2026, 1, 1, 0, 0, 0].forEach((part, i) => {
  header.writeUInt16BE(part, 24 + 2 * i);
});
header.write("acsp", 36, "latin1");
D50.forEach((value, i) => {
  header.writeInt32BE(Math.round(value * 65536), 68 + 4 * i);
});

const profile = Buffer.concat([header, directory, ...bodies]);
writeFileSync(join(import.meta.dirname, "..", "src/formats/pdf/srgb.bin"), deflateSync(profile, { level: 9 }));
