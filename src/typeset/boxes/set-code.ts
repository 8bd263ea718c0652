/**
 * A QR code as shapes. In: the code's address and the side of its square in points. Out: a box with one path of all
 * dark modules. The modules come from `uqr`, which follows ISO/IEC 18004; the white of the paper is its quiet zone.
 */
import type { Code } from "../../model/briefing.ts";
import type { PathStep } from "../../model/page.ts";
import type { Box } from "./box.ts";
import type { SetContext } from "./set-context.ts";

export function setCode(context: SetContext, code: Code, side: number): Box {
  const data = context.texts.code(code.url);
  const size = data.length;
  const module = side / size;
  // The standard wants four light modules around; at the sides the paper's margin and the column gap give them.
  const quiet = 4 * module;
  return {
    height: side + 2 * quiet,
    place: (x, y, placed) => {
      const path: PathStep[] = [];
      data.forEach((row, r) => {
        let start = -1;
        for (let c = 0; c <= size; c++) {
          if (row[c] === true && start < 0) start = c;
          else if (row[c] !== true && start >= 0) {
            path.push(["rect", x + start * module, y + quiet + r * module, (c - start) * module, module]);
            start = -1;
          }
        }
      });
      placed.push({ kind: "shape", owner: code, path, fill: context.template.colours.ink, stroke: null });
    },
  };
}
