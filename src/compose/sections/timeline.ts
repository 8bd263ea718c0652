/**
 * What happened when: a line of days with a numbered dot an event, and the events in words below it. In: the context and
 * the events chosen. Out: the section; the plot's alternative text is made from the same events. Events long before the
 * others stand before a break in the line, for a scale that held them all would press the rest into one dot.
 */
import type { ListItem, Section, Timeline, TimelineDot } from "../../model/briefing.ts";
import type { LibraryEvent } from "../../model/library.ts";
import { type ComposeContext, NO_BREAK, spaced } from "../context/compose-context.ts";
import { dateInWords, fill } from "../wording/format-words.ts";
import { sectionHeading } from "./section-head.ts";

/** Days that the line after the break may span. */
const SPAN = 45;
const DAY = 86_400_000;

export function timeline(context: ComposeContext, events: readonly LibraryEvent[]): Section {
  const { words } = context;
  const heading = sectionHeading(context, words.headings.timeline);
  if (events.length === 0) return { kind: "timeline", parts: [] };
  const items = events.map((event, i) => {
    const label = String(i + 1);
    return context.cache.keep(`event ${event.id} ${label}`, () => eventItem(context, event, label));
  });
  const drawn = context.cache.keep(`plot ${events.map(({ id }) => id).join(" ")}`, () => plot(context, events));
  return { kind: "timeline", parts: [heading, drawn, { kind: "list", style: "events", items }] };
}

function eventItem(context: ComposeContext, event: LibraryEvent, label: string): ListItem {
  return {
    kind: "item",
    label,
    anchor: `event-${event.id}`,
    parts: [
      {
        kind: "paragraph",
        style: "body",
        runs: [
          { text: `${daysOf(context, event, "short")}: `, voice: "strong" },
          context.say(event.text),
          { text: NO_BREAK, voice: "citation" },
          ...spaced(context.cite(event.citations)),
        ],
      },
    ],
  };
}

/** From its first day to its last; a date that the text does not tell says so. */
function daysOf(context: ComposeContext, { date, until, dated }: LibraryEvent, length: "long" | "short"): string {
  const days = [date, ...(until === undefined ? [] : [until])].map((day) => dateInWords(day, context.words, length));
  return days.join(" – ") + (dated === "inferred" ? ` (${context.words.inferred})` : "");
}

/** What happened then, where it has a name that is short enough. */
function labelled(context: ComposeContext, { label }: LibraryEvent): string {
  return label === undefined ? "" : `, ${context.say(label).text}`;
}

function plot(context: ComposeContext, events: readonly LibraryEvent[]): Timeline {
  const { words } = context;
  const days = events.map(({ date }) => (date.length === 10 ? Date.parse(`${date}T00:00:00Z`) / DAY : null));
  const last = Math.max(...days.map((day) => day ?? Number.NEGATIVE_INFINITY));
  const near = days.map((day) => (day !== null && last - day <= SPAN ? day : null));
  const first = Math.min(...near.map((day) => day ?? Number.POSITIVE_INFINITY));
  const dots = events.map(
    ({ date }, i): TimelineDot => ({
      label: String(i + 1),
      day: near[i] == null ? null : (near[i] ?? first) - first,
      year: date.slice(0, 4),
    }),
  );
  const seen = new Set<number>();
  const ticks = events.flatMap(({ date }, i) => {
    const day = dots[i]?.day ?? null;
    if (day === null || seen.has(day)) return [];
    seen.add(day);
    return [{ day, label: dateInWords(date, words, "short") }];
  });
  const list = events
    .map((event, i) => `${i + 1}: ${daysOf(context, event, "long")}${labelled(context, event)}`)
    .join("; ");
  return {
    kind: "timeline",
    alt: fill(words.timelineAlt, { events: list }),
    dots,
    days: Number.isFinite(first) ? Math.max(1, last - first) : 1,
    ticks,
  };
}
