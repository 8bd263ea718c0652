/**
 * What a scanner reads in a picture with a QR code. In: the bytes of a picture, in PNG or PGM. Out: the text of the code,
 * or nothing where zbar finds none. Whoever calls this has asked `needTool` for zbarimg.
 */
import { spawnSync } from "node:child_process";
import type { Box } from "./geometry.ts";
import type { Picture } from "./picture.ts";

export function scanned(image: Uint8Array): string {
  const only = ["-Sdisable", "-Sqrcode.enable"];
  const { stdout, error } = spawnSync("zbarimg", ["--quiet", "--raw", "--nodbus", ...only, "-"], { input: image });
  if (error !== undefined) throw error;
  return stdout.toString("utf8").trim();
}

/** A part of a picture as PGM, for the scanner; the box is in pixels. */
export function cutOut({ width, height, pixels }: Picture, box: Box): Uint8Array {
  const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(width, Math.ceil(box.right))];
  const [top, bottom] = [Math.max(0, Math.floor(box.top)), Math.min(height, Math.ceil(box.bottom))];
  const rows = Array.from({ length: bottom - top }, (_, i) =>
    pixels.subarray((top + i) * width + left, (top + i) * width + right),
  );
  return Buffer.concat([Buffer.from(`P5\n${right - left} ${bottom - top}\n255\n`), ...rows]);
}
