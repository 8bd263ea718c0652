/**
 * What bears a citation out, one press away: who reported it and when, the words themselves in their language, and the way
 * to their place in the source. In: a briefing. Out: for each citation that has any of it the name of its card, and the
 * cards, as popovers that need no script. They stand behind the sheet and are none of its words; paper has none of them.
 */
import type { Briefing, CitedPlace, ListItem, Run, SourceFacts } from "../../model/briefing.ts";
import { runsIn } from "../../model/runs-in.ts";
import type { Words } from "../../model/words.ts";
import { citedPlace, placeIn } from "../link-target.ts";
import { visibleText } from "../visible-text.ts";
import { directionOf } from "./direction.ts";
import { block, element, escapeHtml, type Markup, together } from "./markup.ts";

/** A citation with what is known of its source. */
interface Card {
  readonly id: string;
  readonly place: CitedPlace & { readonly paragraph: number };
  readonly source: SourceFacts;
}

/** Cards by what they show, so that two citations of the same words share one. */
export type Evidence = ReadonlyMap<string, Card>;

export function evidenceOf({ sections, particulars }: Briefing): Evidence {
  const sources = new Map(particulars.sources.map((source) => [source.number, source]));
  const cards = new Map<string, Card>();
  for (const run of runsIn(sections)) {
    const key = keyOf(run);
    const place = citedPlace(run);
    const source = sources.get(place?.source ?? 0);
    if (key === null || place === null || place.paragraph === null || source === undefined || cards.has(key)) continue;
    if (place.quote === undefined && source.url === undefined) continue;
    const { paragraph } = place;
    cards.set(key, { id: `evidence-${cards.size + 1}`, place: { ...place, paragraph }, source });
  }
  return cards;
}

/** The card that a citation opens, if it has one. */
export function cardOf(evidence: Evidence, run: Run): string | null {
  return evidence.get(keyOf(run) ?? "")?.id ?? null;
}

export function writeEvidence(evidence: Evidence, { sections }: Briefing, words: Words): Markup {
  const lists = sections.flatMap(({ parts }) => parts).filter((part) => part.kind === "list");
  const entries = lists.find(({ style }) => style === "sources")?.items ?? [];
  const entryOf = new Map(entries.map((entry) => [entry.label, entry]));
  const cards = [...evidence.values()].map((card) => writeCard(card, entryOf.get(String(card.place.source)), words));
  return together(cards);
}

function keyOf(run: Run): string | null {
  const place = citedPlace(run);
  return place === null || place.paragraph === null ? null : `${place.source} ${place.paragraph} ${place.quote ?? ""}`;
}

function writeCard({ id, place, source }: Card, entry: ListItem | undefined, words: Words): Markup {
  const { evidence, page } = words;
  const name = page.citationName
    .replace("{source}", String(place.source))
    .replace("{paragraph}", String(place.paragraph));
  const { language: lang, url, archived } = source;
  const quote =
    place.quote === undefined
      ? ""
      : block("blockquote", { lang, dir: directionOf(lang) }, element("q", {}, escapeHtml(visibleText(place.quote))));
  const links = [
    ...(url === undefined
      ? []
      : place.quote === undefined
        ? [[url, evidence.source] as const]
        : [[placeIn(url, place.quote), evidence.place] as const]),
    ...(archived === undefined ? [] : [[archived, evidence.archived] as const]),
  ].map(([href, text]) => element("li", {}, element("a", { href }, escapeHtml(text))));
  const close = { type: "button", popovertarget: id, popovertargetaction: "hide", class: "close" };
  return block(
    "div",
    { id, popover: "auto", class: "evidence", role: "dialog", "aria-label": name },
    block("p", {}, element("a", { href: `#source-${place.source}` }, escapeHtml(name))),
    entry === undefined ? "" : block("p", {}, escapeHtml(firstWords(entry))),
    quote,
    links.length === 0 ? "" : block("ul", { role: "list" }, ...links),
    element("button", close, escapeHtml(evidence.close)),
  );
}

/** The entry of the source as far as it says whose text it is and of when. */
function firstWords({ parts }: ListItem): string {
  const runs = parts.flatMap((part) => part.runs);
  const end = runs.findIndex(({ text }) => text.startsWith(". "));
  const words = (end < 0 ? runs : runs.slice(0, end)).map(({ text }) => visibleText(text)).join("");
  return words.replace(/\.$/, "");
}
