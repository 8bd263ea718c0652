/**
 * Every stretch of words of what has been composed, in reading order. In: sections, parts or items. Out: their runs. It
 * knows what is made of what, so that whoever asks for words need not.
 */
import type { ListItem, Part, Run, Section } from "./briefing.ts";

export function* runsIn(composed: Iterable<Section | Part | ListItem>): Generator<Run> {
  for (const each of composed) {
    if ("parts" in each) yield* runsIn(each.parts);
    else if ("runs" in each) yield* each.runs;
    else if (each.kind === "list") yield* runsIn(each.items);
    else if (each.kind === "table") for (const { cells } of each.rows) for (const { runs } of cells) yield* runs;
  }
}
