/**
 * The type of every style at the tightest rung of a template's ladder. In: a template. Out: words and blocks with their
 * faces, sizes and colours. Peers are given this size: to find one that fits is our own work alone.
 */
import type { Run } from "../src/model/briefing.ts";
import type { ColourName, FaceId, StyleName, Template } from "../src/model/template.ts";
import type { Block, Words } from "./content.ts";

export type Type = ReturnType<typeof typeOf>;

/** Peers do not divide an item between columns, and so need more room; this is taken off the space above their blocks. */
const TIGHTER = 0.5;

export function typeOf(template: Template) {
  const rung = template.ladder.at(-1) ?? { size: 8.5, leading: 1.24, space: 1 };
  const sizeOf = (name: StyleName): number => {
    const { size } = template.styles[name];
    return "points" in size ? size.points : Math.max(size.atLeast, size.em * rung.size);
  };
  const words = (name: StyleName, run: Run): Words => {
    const style = template.styles[name];
    const sans = style.face.startsWith("label");
    const small = run.voice === "plain" || run.voice === "strong" || sans ? 1 : 0.9;
    const faces: Record<Run["voice"], FaceId> = {
      plain: style.face,
      strong: style.strong,
      label: "label",
      citation: "label",
      flag: "label-bold",
    };
    const back = (run.voice === "label" || run.voice === "citation") && style.colour === "ink";
    const colour: ColourName = run.voice === "flag" ? "accent" : back ? "quiet" : style.colour;
    return {
      text: run.text,
      face: faces[run.voice],
      size: sizeOf(name) * small,
      colour: template.colours[colour],
      ...(run.href === undefined ? {} : { href: run.href }),
    };
  };
  return {
    space: rung.space,
    colours: template.colours,
    words,
    block(name: StyleName, tag: Block["tag"], runs: readonly Run[]): Block {
      const { leading = rung.leading, above } = template.styles[name];
      return {
        kind: "block",
        tag,
        words: runs.map((run) => words(name, run)),
        size: sizeOf(name),
        leading: sizeOf(name) * leading,
        above: above * rung.space * TIGHTER,
      };
    },
  };
}
