/**
 * Runs of words as inline HTML. In: runs and the page they stand on. Out: phrasing markup in which names and lead-ins
 * are bold, words about words are labels, citations and flags lead to their entries, and a change of language is marked.
 * It decides no size and no colour.
 */
import type { Run } from "../../model/briefing.ts";
import { citedPlace, safeHref } from "../link-target.ts";
import { visibleText } from "../visible-text.ts";
import { directionOf } from "./direction.ts";
import { cardOf } from "./evidence.ts";
import { heldTogether } from "./held-together.ts";
import { type Attributes, element, type Markup, together } from "./markup.ts";
import type { SheetContext } from "./sheet-context.ts";

export function writeRuns(runs: readonly Run[], context: SheetContext): Markup {
  return together(runs.map((run) => writeRun(run, context)));
}

function writeRun(run: Run, context: SheetContext): Markup {
  const text = heldTogether(run.text, run.lang ?? context.language);
  const lang: Attributes = run.lang === undefined ? {} : { lang: run.lang, dir: directionOf(run.lang) };
  const card = run.target === undefined ? null : cardOf(context.evidence, run);
  if (card !== null) {
    const name = nameOf(run, context.words)?.name ?? "";
    const opens = {
      type: "button",
      class: "cite",
      popovertarget: card,
      "aria-label": `${visibleText(run.text)}: ${name}`,
    };
    return element("button", { ...opens, ...lang }, text);
  }
  const reference = run.target === undefined ? null : referenceOf(run, context);
  if (reference !== null) return element("a", { class: CLASSES[run.voice], ...reference, ...lang }, text);
  const href = safeHref(run);
  if (href !== null) {
    const linked = element("a", { href, ...lang }, text);
    return run.voice === "strong" ? element("b", {}, linked) : linked;
  }
  if (run.voice === "strong") return element("b", lang, text);
  const plain = run.voice === "plain" || text.trim() === "";
  if (plain && run.lang === undefined) return text;
  return element("span", { class: plain ? undefined : CLASSES[run.voice], ...lang }, text);
}

const CLASSES = { plain: undefined, strong: undefined, label: "label", citation: "cite", flag: "flag" } as const;

/** Where a citation or a flag leads and what it is called in full: to its entry on the page, or on another one. */
function referenceOf(run: Run, { words, anchors }: SheetContext): Attributes | null {
  const named = nameOf(run, words);
  if (named === null) return null;
  const href = safeHref(run) ?? (anchors.has(named.anchor) ? `#${named.anchor}` : null);
  if (href === null) return null;
  // The full name begins with the words that are seen, since whoever speaks to a browser says these.
  return { href, "aria-label": `${visibleText(run.text)}: ${named.name}`, title: named.name };
}

function nameOf(run: Run, { page }: SheetContext["words"]): { readonly anchor: string; readonly name: string } | null {
  const place = citedPlace(run);
  if (place !== null) {
    const pattern = place.paragraph === null ? page.sourceName : page.citationName;
    const name = fill(pattern, { source: `${place.source}`, paragraph: `${place.paragraph}` });
    return { anchor: `source-${place.source}`, name };
  }
  if (run.target === undefined || !("dispute" in run.target)) return null;
  const letter = run.target.dispute;
  return { anchor: `dispute-${letter}`, name: fill(page.disputeName, { letter }) };
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (gap, key: string) => values[key] ?? gap);
}
