/**
 * What setting a sheet needs everywhere: the type of each style at one rung of the ladder, how voices look within it,
 * and what was set already. In: a briefing, a template and a rung. Out: a galley. It knows no paper.
 */
import type { Briefing, Run } from "../model/briefing.ts";
import type { Colour, Rung, StyleName, Template } from "../model/template.ts";
import type { Box, Type } from "./box.ts";
import type { VoiceType } from "./pieces.ts";
import type { Typecase } from "./typecase.ts";

export interface Galley {
  readonly briefing: Briefing;
  readonly template: Template;
  readonly rung: Rung;
  readonly typecase: Typecase;
  type(style: StyleName): Type;
  /** A part's box at this rung, set once a sheet for each way in which it is set: mostly the measure. */
  keep(part: object, way: number | string, set: () => Box): Box;
}

export function openGalley(briefing: Briefing, template: Template, rung: Rung, typecase: Typecase): Galley {
  const types = new Map<StyleName, Type>();
  const at = `${rung.size} ${rung.leading} ${rung.space}`;
  return {
    briefing,
    template,
    rung,
    typecase,
    keep: (part, way, set) => typecase.box(part, `${at} ${way}`, set),
    type(name) {
      let type = types.get(name);
      if (type === undefined) {
        const style = template.styles[name];
        const size =
          "points" in style.size ? style.size.points : Math.max(style.size.atLeast, style.size.em * rung.size);
        type = {
          face: style.face,
          strong: style.strong,
          size,
          leading: size * (style.leading ?? rung.leading),
          colour: template.colours[style.colour],
          above: style.above * rung.space,
        };
        types.set(name, type);
      }
      return type;
    },
  };
}

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
export function voiceColour(galley: Galley, type: Type, run: Run): Colour {
  const { colours } = galley.template;
  if (run.voice === "citation" || run.voice === "label")
    return type.colour === colours.ink ? colours.quiet : type.colour;
  return run.voice === "flag" ? colours.accent : type.colour;
}
