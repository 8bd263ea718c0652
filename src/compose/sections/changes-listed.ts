/**
 * What is different from the edition before, as far as it concerns the topic: each difference with what is said now. In:
 * the context, all differences on the topic and how many of them have room. Out: the section; a line of counts where none
 * has room, a quiet line where there is nothing to tell, and nothing in the first edition of all.
 */
import type { ListItem, Paragraph, Run, Section, Voice } from "../../model/briefing.ts";
import type { Changes } from "../../model/changes.ts";
import type { Words } from "../../model/words.ts";
import { type Change, inOrderOfKind } from "../choice/rank-changes.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { addressRun } from "../context/links.ts";
import { count, fill } from "../wording/format-words.ts";
import { changeItem } from "./change-item.ts";
import { sectionHeading } from "./section-head.ts";

export function changes(context: ComposeContext, about: readonly Change[], shown: number): Section {
  const { since, lost } = context.edition.changes ?? {};
  if (since === undefined) return { kind: "changes", parts: [] };
  const { words } = context;
  if (about.length === 0) {
    const sentence = lost ? words.changes.lost : words.changes.nothing;
    const nothing: Run = { text: fill(sentence, { id: since }), voice: "plain" };
    return { kind: "changes", parts: [{ kind: "paragraph", style: "note", runs: [nothing] }] };
  }
  if (shown === 0) {
    const list = countsInWords(about, words, context.language);
    const summary: Run = { text: `${fill(words.changes.summary, { id: since, list })} `, voice: "plain" };
    const runs = [summary, ...whereAllAre(context, "strong")];
    return { kind: "changes", parts: [{ kind: "paragraph", style: "note", runs }] };
  }
  const heading = sectionHeading(context, fill(words.changes.heading, { id: since }));
  const legend = context.cache.keep(
    "legend of changes",
    (): Paragraph => ({ kind: "paragraph", style: "legend", runs: whereAllAre(context, "label") }),
  );
  const items = inOrderOfKind(about.slice(0, shown)).map((change): ListItem => changeItem(context, change, "sheet"));
  return { kind: "changes", parts: [heading, legend, { kind: "list", style: "changes", items }] };
}

/** `3 new, 1 changed`: how many of each kind, those that are none left out. */
export function countsInWords(about: readonly { readonly kind: Change["kind"] }[], words: Words, language: string) {
  const { counts } = words.changes;
  return (Object.keys(counts) as (keyof typeof counts)[])
    .map((kind) => ({ kind, n: about.filter((change) => change.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => count(counts[kind], n, language))
    .join(", ");
}

/** All differences of an edition, as far as they are counted. */
export function countable({
  statements,
  disputes,
  entries = [],
}: Changes): readonly { readonly kind: Change["kind"] }[] {
  return [...statements, ...disputes, ...entries.map(() => ({ kind: "entry" }) as const)];
}

function whereAllAre({ words, links }: ComposeContext, voice: Voice): readonly Run[] {
  if (links.changes === null) return [];
  return [{ text: `${words.changes.all} `, voice: "label" }, addressRun(links.changes, voice)];
}
