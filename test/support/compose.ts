/**
 * A briefing from a few lines. In: what a test puts in a small library, and what it asks for. Out: the briefing, and the
 * words of its parts as plain text. It sets nothing on paper.
 */
import assert from "node:assert/strict";
import { composeBriefing } from "../../src/compose/compose-briefing.ts";
import type { Briefing, Limits, Part } from "../../src/model/briefing.ts";
import type { Library } from "../../src/model/library.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { TEMPLATES } from "../../templates/templates.ts";
import { editionOf } from "./edition.ts";
import { smallLibrary } from "./small.ts";
import { itemsIn } from "./tally.ts";

interface Wish {
  readonly topic?: string;
  readonly language?: string;
  readonly template?: string;
  readonly limits?: Limits;
}

export function compose(
  own: Partial<Library>,
  { topic = "ceasefire", language = "en", template = "positions", limits }: Wish = {},
): Briefing {
  const library = smallLibrary(own);
  const found = topicsOf(library).find(({ id }) => id === topic);
  const used = TEMPLATES.find(({ id }) => id === template);
  assert.ok(found !== undefined && used !== undefined);
  return composeBriefing(editionOf(library), {
    topic: found,
    language,
    template: used,
    ...(limits === undefined ? {} : { limits }),
  });
}

export const textOf = (parts: readonly Part[]): string =>
  parts
    .flatMap((part) =>
      "runs" in part ? [part.runs.map(({ text }) => text).join("")] : part.kind === "group" ? [textOf(part.parts)] : [],
    )
    .join("\n");

/** The statements on the sheet, in order. */
export const shownIn = (briefing: Briefing): readonly string[] =>
  itemsIn(briefing, "statements").map((item) => item.statement ?? "");
export const sectionText = (briefing: Briefing, kind: string): string =>
  textOf(briefing.sections.find((section) => section.kind === kind)?.parts ?? []);
