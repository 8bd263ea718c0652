/**
 * How the voices of a paragraph look within it. In: the paragraph's type and a run. Out: face, relative size and colour.
 * It decides nothing about what is said in which voice.
 */
import type { Run } from "../../model/briefing.ts";
import type { Colour, Look } from "../../model/template.ts";
import type { Type } from "../boxes/box.ts";
import type { VoiceType } from "./copy.ts";

/** Sans serif beside serif of the same size looks larger; this brings their x-heights together. */
const SANS = 0.9;

/** The face and relative size of a run's voice within a style; labels are never set below the plot's floor. */
export function voiceType(type: Type, run: Run): VoiceType {
  const sans = type.face === "label" || type.face === "label-bold" ? 1 : SANS;
  switch (run.voice) {
    case "plain":
      return { face: type.face, scale: 1 };
    case "strong":
      return { face: type.strong, scale: 1 };
    case "label":
      return { face: "label", scale: sans };
    case "citation":
      return { face: "label", scale: sans };
    case "flag":
      return { face: "label-bold", scale: sans };
  }
}

/** Citations stand back and flags stand out; the rest has its style's colour. */
export function voiceColour({ colours }: Look, type: Type, run: Run): Colour {
  if (run.voice === "citation" || run.voice === "label")
    return type.colour === colours.ink ? colours.quiet : type.colour;
  return run.voice === "flag" ? colours.accent : type.colour;
}
