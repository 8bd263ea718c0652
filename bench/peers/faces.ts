/** The faces that every page is set in, ours included: the TrueType files as their packages ship them, and their names. */
import { join } from "node:path";
import type { FaceId } from "../../src/model/template.ts";

const PACKAGES = join(import.meta.dirname, "../../node_modules");

export interface PeerFace {
  readonly file: string;
  readonly family: string;
  readonly weight: 400 | 600;
}

const face = (path: string, family: string, weight: PeerFace["weight"]): PeerFace => ({
  file: join(PACKAGES, path),
  family,
  weight,
});

export const FACES: Readonly<Record<FaceId, PeerFace>> = {
  text: face("source-serif/TTF/SourceSerif4SmText-Regular.ttf", "Source Serif 4 SmText", 400),
  "text-bold": face("source-serif/TTF/SourceSerif4SmText-Semibold.ttf", "Source Serif 4 SmText", 600),
  display: face("source-serif/TTF/SourceSerif4Display-Semibold.ttf", "Source Serif 4 Display", 600),
  label: face("source-sans/TTF/SourceSans3-Regular.ttf", "Source Sans 3", 400),
  "label-bold": face("source-sans/TTF/SourceSans3-Semibold.ttf", "Source Sans 3", 600),
};
