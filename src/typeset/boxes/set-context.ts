/**
 * What setting a sheet needs everywhere: the type of each style at one rung of the ladder, and the boxes set in it so
 * far. In: a template, a rung and a typecase. Out: a galley, and one whose lines stand on a grid. It knows no paper, and
 * lives as long as one fit.
 */
import type { Look, Rung, StyleName } from "../../model/template.ts";
import { Memory } from "../memo.ts";
import type { Typecase } from "../text/text-cache.ts";
import { type Box, dropOf, type Type } from "./box.ts";

export interface Galley {
  readonly template: Look;
  readonly rung: Rung;
  readonly typecase: Typecase;
  /** Points from one baseline to the next where all lines stand on a grid; null where each style has its own leading. */
  readonly grid: number | null;
  type(style: StyleName): Type;
  /** A part's box at this rung, set once a sheet for each way in which it is set: mostly the measure. */
  keep(part: object, way: number | string, set: () => Box): Box;
  /** The same galley with the leading of one style for all, so that lines side by side share their baselines. */
  onGridOf(style: StyleName): Galley;
}

export function openGalley(template: Look, rung: Rung, typecase: Typecase): Galley {
  const grids = new Map<StyleName, Galley>();
  const free: Galley = {
    ...galleyOf(template, rung, typecase, null),
    onGridOf(style) {
      let galley = grids.get(style);
      if (galley === undefined) {
        galley = galleyOf(template, rung, typecase, free.type(style));
        grids.set(style, galley);
      }
      return galley;
    },
  };
  return free;
}

function galleyOf(template: Look, rung: Rung, typecase: Typecase, grid: Type | null): Galley {
  const types = new Map<StyleName, Type>();
  const boxes = new Memory<object, number | string, Box>();
  const galley: Galley = {
    template,
    rung,
    typecase,
    grid: grid?.leading ?? null,
    keep: (part, way, set) => boxes.find(part, way, set),
    type(name) {
      let type = types.get(name);
      if (type === undefined) {
        type = typeOf(template, rung, name, grid);
        types.set(name, type);
      }
      return type;
    },
    onGridOf: () => galley,
  };
  return galley;
}

/** On a grid every line is as high as every other, its baseline at the same place, and spaces are whole lines. */
function typeOf(template: Look, rung: Rung, name: StyleName, grid: Type | null): Type {
  const style = template.styles[name];
  const size = "points" in style.size ? style.size.points : Math.max(style.size.atLeast, style.size.em * rung.size);
  const above = style.above * rung.space;
  const own = size * (style.leading ?? rung.leading);
  return {
    style: name,
    face: style.face,
    strong: style.strong,
    size,
    leading: grid?.leading ?? own,
    drop: grid?.drop ?? dropOf(own, size),
    colour: template.colours[style.colour],
    above: grid === null ? above : Math.round(above / grid.leading) * grid.leading,
  };
}
