/**
 * The five faces of the product by name. In: the containers that scripts/build-faces.ts made. Out: opened faces.
 * Opening them is a few microseconds, so it is done when the module loads. It refuses to choose: which face sets what
 * is for the template and the typesetter to say.
 */
import type { FaceId } from "../../model/template.ts";
import type { Face } from "./face.ts";
import { openFace } from "./face.ts";
import display from "./faces/display.bin";
import label from "./faces/label.bin";
import labelBold from "./faces/label-bold.bin";
import text from "./faces/text.bin";
import textBold from "./faces/text-bold.bin";

export type { FaceId };

/** Source Serif 4 SmText for running text, its Display cut for titles, Source Sans 3 for labels. */
export const FACES: Readonly<Record<FaceId, Face>> = {
  text: openFace(text),
  "text-bold": openFace(textBold),
  display: openFace(display),
  label: openFace(label),
  "label-bold": openFace(labelBold),
};
