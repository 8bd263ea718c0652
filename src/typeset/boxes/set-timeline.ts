/**
 * The timeline as a drawing: a line of days with a numbered dot an event, dots of one day stacked, earlier events before
 * a break. In: the plot's data and a measure. Out: a box whose shapes and figures all belong to the figure, whose
 * alternative text says the same. Labels that would touch are left out; the list below has every date.
 */
import type { Timeline } from "../../model/briefing.ts";
import type { PathStep, Placed } from "../../model/page.ts";
import type { Box } from "./box.ts";
import { circlePath } from "./marks.ts";
import type { SetContext } from "./set-context.ts";
import { setRuns, widthOf } from "./set-runs.ts";

const STEP = 21;
const DOT = 5.2;

export function setTimeline(context: SetContext, plot: Timeline, measure: number): Box {
  const type = context.type("plot");
  const { colours } = context.template;
  const earlier = plot.dots.filter(({ day }) => day === null);
  const room = earlier.length === 0 ? 0 : Math.min(earlier.length * STEP + 14, measure * 0.5);
  const from = room + DOT * 2;
  const scale = (measure - DOT * 2 - from) / plot.days;
  const places = stacked(plot.dots.map(({ day }) => (day === null ? null : from + day * scale)));
  const tallest = 1 + Math.max(0, ...places.map((place) => place?.level ?? 0));
  const step = DOT * 2 + 1.2;
  const above = tallest * step;
  const height = above + 6 + type.leading;

  const label = (text: string, cx: number, top: number, placed: Placed[], colour = type.colour): void => {
    const runs = [{ text, voice: "plain" }] as const;
    const width = widthOf(context, runs, type);
    const left = Math.min(Math.max(cx - width / 2, 0), measure - width);
    setRuns(context, runs, plot, { ...type, colour }, width + 1).place(left, top, placed);
  };

  const draw = (): readonly Placed[] => {
    const placed: Placed[] = [
      stroke([
        ["move", room, above + 3],
        ["line", measure, above + 3],
      ]),
    ];
    const spread = earlier.length === 0 ? 0 : (room - 14) / earlier.length;
    if (room > 0) {
      placed.push(
        stroke([
          ["move", 0, above + 3],
          ["line", room - 8, above + 3],
        ]),
      );
      for (const x of [room - 8, room - 4])
        placed.push(
          stroke([
            ["move", x - 1.5, above + 7],
            ["line", x + 1.5, above - 1],
          ]),
        );
    }
    let seen = 0;
    let free = 0;
    const text = (words: string, cx: number): void => {
      const width = widthOf(context, [{ text: words, voice: "plain" }], type);
      const left = Math.min(Math.max(cx - width / 2, 0), measure - width);
      if (left < free) return;
      label(words, cx, above + 6, placed);
      free = left + width + 4;
    };
    plot.dots.forEach((dot, i) => {
      const place = places[i];
      const cx = place == null ? (seen++ + 0.5) * spread : place.x;
      const cy = above + 3 - DOT - 1.4 - (place?.level ?? 0) * step;
      placed.push({ kind: "shape", owner: plot, path: circlePath(cx, cy, DOT), fill: colours.accent, stroke: null });
      label(dot.label, cx, cy - type.leading / 2, placed, colours.paper);
      if (place == null) text(dot.year, cx);
    });
    for (const tick of plot.ticks) text(tick.label, from + tick.day * scale);
    return placed;
  };

  const stroke = (path: readonly PathStep[]): Placed => ({
    kind: "shape",
    owner: plot,
    path,
    fill: null,
    stroke: { colour: colours.ink, width: 0.6 },
  });

  return {
    height,
    place(x, y, placed) {
      for (const item of draw()) placed.push(moved(item, x, y));
    },
  };
}

/** Dots of one day, or too near to one another to stand side by side, are stacked. */
function stacked(xs: readonly (number | null)[]): readonly ({ x: number; level: number } | null)[] {
  const placed: { x: number; level: number }[] = [];
  return xs.map((x) => {
    if (x === null) return null;
    const near = new Set(placed.filter((other) => Math.abs(other.x - x) < DOT * 2 + 0.8).map(({ level }) => level));
    let level = 0;
    while (near.has(level)) level += 1;
    placed.push({ x, level });
    return { x, level };
  });
}

function moved(item: Placed, dx: number, dy: number): Placed {
  if (item.kind === "text") return { ...item, x: item.x + dx, y: item.y + dy };
  return { ...item, path: item.path.map((step) => movedStep(step, dx, dy)) };
}

function movedStep(step: PathStep, dx: number, dy: number): PathStep {
  switch (step[0]) {
    case "move":
    case "line":
      return [step[0], step[1] + dx, step[2] + dy];
    case "rect":
      return ["rect", step[1] + dx, step[2] + dy, step[3], step[4]];
    case "curve":
      return ["curve", step[1] + dx, step[2] + dy, step[3] + dx, step[4] + dy, step[5] + dx, step[6] + dy];
    case "close":
      return step;
  }
}
