/**
 * What setting a sheet needs everywhere: the type of each style at one rung of the ladder, and the boxes set in it so
 * far. In: a template, a rung and the texts cast so far. Out: a context, and one whose lines stand on a grid. It knows no paper, and
 * lives as long as one fit.
 */
import type { Look, Rung, StyleName } from "../../model/template.ts";
import { Memo } from "../memo.ts";
import type { TextCache } from "../text/text-cache.ts";
import { type Box, dropOf, type Type } from "./box.ts";

export interface SetContext {
  readonly template: Look;
  readonly rung: Rung;
  readonly texts: TextCache;
  /** Points from one baseline to the next where all lines stand on a grid; null where each style has its own leading. */
  readonly grid: number | null;
  type(style: StyleName): Type;
  /** A part's box at this rung, set once a sheet for each way in which it is set: mostly the measure. */
  keep(part: object, way: number | string, set: () => Box): Box;
  /** The same context with the leading of one style for all, so that lines side by side share their baselines. */
  onGridOf(style: StyleName): SetContext;
}

export function openSetContext(template: Look, rung: Rung, texts: TextCache): SetContext {
  const grids = new Map<StyleName, SetContext>();
  const free: SetContext = {
    ...setContextOf(template, rung, texts, null),
    onGridOf(style) {
      let context = grids.get(style);
      if (context === undefined) {
        context = setContextOf(template, rung, texts, free.type(style));
        grids.set(style, context);
      }
      return context;
    },
  };
  return free;
}

function setContextOf(template: Look, rung: Rung, texts: TextCache, grid: Type | null): SetContext {
  const types = new Map<StyleName, Type>();
  const boxes = new Memo<object, number | string, Box>();
  const context: SetContext = {
    template,
    rung,
    texts,
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
    onGridOf: () => context,
  };
  return context;
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
