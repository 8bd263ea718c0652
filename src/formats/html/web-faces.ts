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
  /** Where earlier programs had it: pages that were published ask there for ever, and these bytes have all it had. */
  readonly formerPaths: readonly string[];
  readonly bytes: ArrayBuffer;
}

/** Each with the hashes of its former files; whoever changes a face adds the one it had. */
const FILES: readonly (readonly [FaceId, ArrayBuffer, former: readonly string[]])[] = [
  ["text", text, ["4d849f19"]],
  ["text-bold", textBold, ["ea8d7dea"]],
  ["display", display, ["f458b47b"]],
  ["label", label, ["44656328"]],
  ["label-bold", labelBold, ["67520a26"]],
];

const pathOf = (face: FaceId, hash: string): string => `/faces/${face}-${hash}.woff2`;

export const WEB_FACES: readonly WebFace[] = FILES.map(([face, bytes, former]) => {
  const hash = createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
  return {
    face,
    path: pathOf(face, hash.slice(0, 8)),
    formerPaths: former.map((each) => pathOf(face, each)),
    bytes,
  };
});
