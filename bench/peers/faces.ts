/** The faces that every page is set in, ours included: the TrueType files as their packages ship them. */
import { join } from "node:path";
import type { FaceId } from "../../src/model/template.ts";

const file = (path: string): string => join(import.meta.dirname, "../../node_modules", path);

export const FACES: Readonly<Record<FaceId, string>> = {
  text: file("source-serif/TTF/SourceSerif4SmText-Regular.ttf"),
  "text-bold": file("source-serif/TTF/SourceSerif4SmText-Semibold.ttf"),
  display: file("source-serif/TTF/SourceSerif4Display-Semibold.ttf"),
  label: file("source-sans/TTF/SourceSans3-Regular.ttf"),
  "label-bold": file("source-sans/TTF/SourceSans3-Semibold.ttf"),
};
