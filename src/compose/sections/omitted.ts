/**
 * What is not on the sheet: how much of each kind, and the address of the page that leaves nothing out. In: the context and
 * the tally of the sheet. Out: the section, empty where everything is there. Nothing is ever left out without it.
 */
import type { Briefing, Limits, Section } from "../../model/briefing.ts";
import type { Plural } from "../../model/plural.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { addressRun } from "../context/links.ts";
import { count, fill } from "../wording/format-words.ts";

export function omitted(context: ComposeContext, tally: Briefing["tally"]): Section {
  const { words, language } = context;
  const forms: Readonly<Record<keyof Limits, Plural>> = {
    statements: words.omittedStatements,
    disputes: words.omittedDisputes,
    notes: words.omittedNotes,
    events: words.omittedEvents,
    changes: words.omittedChanges,
    answers: words.omittedAnswers,
    viewpoints: words.omittedViewpoints,
  };
  const missing = (Object.keys(forms) as (keyof Limits)[])
    .map((kind) => ({ kind, n: tally[kind].total - tally[kind].shown }))
    .filter(({ n }) => n > 0);
  if (missing.length === 0) return { kind: "omitted", parts: [] };
  const list = missing.map(({ kind, n }) => count(forms[kind], n, language)).join(", ");
  const sentence = { text: `${fill(words.omitted, { list })} `, voice: "plain" } as const;
  return {
    kind: "omitted",
    parts: [{ kind: "paragraph", style: "omitted", runs: [sentence, addressRun(context.links.all, "strong")] }],
  };
}
