/**
 * Whether a plot's alternative text says what the plot says. In: the text, the plot as it was drawn (where each dot stands
 * with its number, and each date over what stretch) and the words of the language. Out: in one sentence each, what one says
 * and the other does not. It reads the dates back out of the text, so that a text of other events would not pass.
 */
import type { Page as BrowserPage } from "playwright-core";
import { dateInWords } from "../../src/compose/wording/format-words.ts";
import type { Briefing, Timeline } from "../../src/model/briefing.ts";
import type { Page } from "../../src/model/page.ts";
import type { Words } from "../../src/model/words.ts";
import { boxOf } from "./geometry.ts";

export function plotIn(briefing: Briefing): Timeline | undefined {
  return briefing.sections.flatMap(({ parts }) => parts).find((part) => part.kind === "timeline");
}

export interface Drawn {
  readonly dots: readonly { readonly label: string; readonly x: number }[];
  readonly dates: readonly { readonly words: string; readonly from: number; readonly to: number }[];
}

/** On the page: a number inside of a filled shape is a dot's, any other text is a date. */
export function drawnOnPage(page: Page, plot: Timeline): Drawn {
  const own = page.items.filter(({ owner }) => owner === plot);
  const discs = own.flatMap((item) => (item.kind === "shape" && item.fill !== null ? [boxOf(item)] : []));
  const dots: { label: string; x: number }[] = [];
  const dates: { words: string; from: number; to: number }[] = [];
  for (const item of own) {
    if (item.kind !== "text") continue;
    const { left, right, top, bottom } = boxOf(item);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const disc = discs.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    const words = item.characters.join("").trim();
    if (disc === undefined) dates.push({ words, from: left, to: right });
    else dots.push({ label: words, x: (disc.left + disc.right) / 2 });
  }
  return { dots, dates };
}

/** As a web page's markup has it, in percent of the drawing, whatever a browser makes of that. */
export function drawnInMarkup(html: string): Drawn {
  const [svg = ""] = /<svg role="img".*?<\/svg>/s.exec(html) ?? [];
  const marks = (kind: string): readonly { readonly x: number; readonly words: string }[] =>
    [...svg.matchAll(new RegExp(`<g class="${kind}[^>]*>.*?</g>`, "gs"))].map(([mark]) => ({
      x: Number(/ (?:cx|x1|x)="([\d.]+)%"/.exec(mark)?.[1]),
      words: mark.replaceAll(/<[^>]*>/g, "").trim(),
    }));
  return {
    dots: marks("dot").map(({ x, words: label }) => ({ label, x })),
    dates: marks("date").map(({ x, words }) => ({ words, from: x, to: x })),
  };
}

/** In a browser, measured where they are shown; a date's tick is part of its stretch. */
export async function drawnInHtml(page: BrowserPage): Promise<{ readonly alt: string; readonly drawn: Drawn }> {
  return page.evaluate<{ alt: string; drawn: Drawn }>(`(() => {
    const svg = document.querySelector(".timeline-plot svg");
    const shown = (selector) => [...svg.querySelectorAll(selector)].filter((g) => g.getClientRects().length > 0);
    return { alt: svg.getAttribute("aria-label"), drawn: {
      dots: shown(".dot").map((g) => {
        const { left, right } = g.querySelector("circle").getBoundingClientRect();
        return { label: g.textContent, x: (left + right) / 2 };
      }),
      dates: shown(".date").map((g) => {
        const { left, right } = g.getBoundingClientRect();
        return { words: g.textContent, from: left, to: right };
      }),
    } };
  })()`);
}

/** How far a dot may be from its place on the scale: a hundredth of the axis. */
const ASTRAY = 0.01;

export function plotComplaints(alt: string, drawn: Drawn, plot: Timeline, words: Words): readonly string[] {
  const events = eventsIn(alt, words);
  if (events === null) return [`“${alt}” is no list of events`];
  const told = events.map(({ label }) => label).join(" ");
  const seen = drawn.dots.map(({ label }) => label).join(" ");
  if (told !== seen) return [`the text tells of ${told}, the plot shows ${seen}`];
  const placed = events.map((event, i) => ({ ...event, x: drawn.dots[i]?.x ?? 0, day: plot.dots[i]?.day ?? null }));
  const axis = placed.filter(({ day }) => day !== null);
  const [first, last] = [axis[0], axis.at(-1)];
  const complaints: string[] = [];
  placed.forEach((event, i) => {
    const next = placed[i + 1];
    if (next !== undefined && (event.date > next.date || event.x > next.x)) {
      complaints.push(`${event.label} (${event.date}) does not come before ${next.label} (${next.date})`);
    }
    if (event.day === null || first === undefined || last === undefined) return;
    const due = share(dayOf(event.date), dayOf(first.date), dayOf(last.date));
    const found = share(event.x, first.x, last.x);
    if (!(Math.abs(due - found) <= ASTRAY)) complaints.push(`${event.label} (${event.date}) stands in a wrong place`);
  });
  for (const { words: label, from, to } of drawn.dates) {
    const fits = placed.some(
      ({ date, x }) =>
        from - 2 <= x && x <= to + 2 && [dateInWords(date, words, "short"), date.slice(0, 4)].includes(label),
    );
    if (!fits) complaints.push(`“${label}” stands where no such event is`);
  }
  if (drawn.dates.length === 0) complaints.push("the plot has no dates");
  return complaints;
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const share = (value: number, from: number, to: number): number => (to === from ? 0 : (value - from) / (to - from));

interface Told {
  readonly label: string;
  /** As precise as it was told: `2025-08-15`, `2025-08` or `2025`. */
  readonly date: string;
}

/** The events of a text, or null where it has another form than the language gives it. */
function eventsIn(alt: string, words: Words): readonly Told[] | null {
  const [before = "", after = ""] = words.timelineAlt.split("{events}");
  if (!alt.startsWith(before) || !alt.endsWith(after)) return null;
  const events = alt
    .slice(before.length, alt.length - after.length)
    .split("; ")
    .map((event) => {
      const [, label, phrase = ""] = /^(\d+): (.+)$/.exec(event) ?? [];
      // Behind the first day stand the last one, that it was inferred, and what happened.
      const date = dateOf(phrase.split(/ – | \(|, /)[0] ?? "", words);
      return label === undefined || date === null ? null : { label, date };
    });
  return events.includes(null) ? null : (events as Told[]);
}

function dateOf(phrase: string, words: Words): string | null {
  for (const pattern of [words.dates.day, words.dates.month, "{y}"]) {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parts = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "(\\S+)")}$`).exec(phrase);
    if (parts === null) continue;
    const value = (name: string): string | undefined => parts[names.indexOf(name) + 1 || parts.length];
    const month = value("month") ?? words.months[Number(value("mm") ?? 0) - 1];
    const number = month === undefined ? [] : [String(words.months.indexOf(month) + 1).padStart(2, "0")];
    const day = value("d")?.padStart(2, "0");
    return [value("y"), ...number, ...(day === undefined ? [] : [day])].join("-");
  }
  return null;
}
