/**
 * The faces as the web page loads them. In: the five font files that `scripts/build-faces.ts` made. Out: each with the
 * path under which it is served, which holds the start of its SHA-256, so that a path never changes its bytes and may be
 * kept for ever. It serves nothing itself.
 */
import { createHash } from "node:crypto";
import type { FaceId } from "../../model/template.ts";
import display from "./faces/display.woff2.bin";
import label from "./faces/label.woff2.bin";
import labelBold from "./faces/label-bold.woff2.bin";
import text from "./faces/text.woff2.bin";
import textBold from "./faces/text-bold.woff2.bin";

export interface WebFace {
  readonly face: FaceId;
  readonly path: string;
  readonly bytes: ArrayBuffer;
}

const FILES: readonly (readonly [FaceId, ArrayBuffer])[] = [
  ["text", text],
  ["text-bold", textBold],
  ["display", display],
  ["label", label],
  ["label-bold", labelBold],
];

export const WEB_FACES: readonly WebFace[] = FILES.map(([face, bytes]) => {
  const hash = createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
  return { face, path: `/faces/${face}-${hash.slice(0, 8)}.woff2`, bytes };
});
