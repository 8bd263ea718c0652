/**
 * A briefing as JSON for programs. In: a briefing. Out: text in the shape that `docs/json.md` describes, its keys always
 * in the same order. It adds nothing to the briefing and leaves nothing out; `text` holds the words in the order in
 * which every other format prints them.
 */
import type { Briefing, Cell, Heading, ListItem, Paragraph, Part, Run, SourceFacts } from "../model/briefing.ts";
import { citedPlace, safeHref } from "./link-target.ts";
import { visibleText } from "./visible-text.ts";

/** Changes when a key changes its meaning or goes away; new keys may come at any time. */
export const JSON_SCHEMA = "einblatt/1";

type Json = string | number | boolean | null | readonly Json[] | Entry;
/** What has no value is left out, as `JSON.stringify` does it: cheaper than an object spread into another. */
type Entry = { readonly [key: string]: Json | undefined };

/** What is told of words: with the stretches they are made of, or their text alone. */
type Told = (runs: readonly Run[]) => Entry;

export function writeJson(briefing: Briefing): string {
  return `${JSON.stringify(jsonOf(briefing, inFull), null, 2)}\n`;
}

/** The same words on one line, without the stretches they are made of: half the size, for what is attached. */
export function writeCompactJson(briefing: Briefing): string {
  return JSON.stringify(jsonOf(briefing, asText));
}

function jsonOf(briefing: Briefing, told: Told): Entry {
  const { topic, language, template, edition, issued, since, corrects, title, summary, sections, tally, links } =
    briefing;
  const count = ({ shown, total }: { shown: number; total: number }): Entry => ({
    shown,
    total,
    omitted: total - shown,
  });
  return {
    schema: JSON_SCHEMA,
    edition: {
      id: edition,
      issued,
      ...(since === null ? {} : { since }),
      ...(corrects === null ? {} : { corrects }),
    },
    topic,
    language,
    template,
    title: visibleText(title),
    summary: visibleText(summary),
    tally: {
      statements: count(tally.statements),
      disputes: count(tally.disputes),
      notes: count(tally.notes),
      events: count(tally.events),
      ...(since === null ? {} : { changes: count(tally.changes) }),
    },
    links: {
      permanent: links.permanent,
      newest: links.newest,
      all: links.all,
      ...(links.changes === null ? {} : { changes: links.changes }),
    },
    sections: sections.map(({ kind, parts }) => ({ kind, parts: parts.map((value) => part(value, told)) })),
    // What is attached to a sheet says what is on it.
    ...(told === inFull ? { sources: briefing.particulars.sources.map(sourceOf) } : {}),
  };
}

/** Absent is what nobody knows of an article; null, what it does not say of itself. */
function sourceOf(source: SourceFacts): Entry {
  const { number, kind, language, outlet, author, date, title, description, short, marks, url, archived, accessed } =
    source;
  return {
    ...{ number, kind, language, outlet: seen(outlet), author: seen(author), date, title: seen(title) },
    ...{ description: seen(description), short: seen(short), marks: seen(marks), url, archived, accessed },
  };
}

function seen<T extends string | null | undefined>(text: T): T | string {
  return typeof text === "string" ? visibleText(text) : text;
}

/** The sections of whatever is made of such parts. */
export function sectionsInFull(sections: Briefing["sections"]): readonly Entry[] {
  return sections.map(({ kind, parts }) => ({ kind, parts: parts.map((value) => part(value, inFull)) }));
}

function part(value: Part, told: Told): Entry {
  const { kind } = value;
  switch (value.kind) {
    case "heading":
      return heading(value, told);
    case "paragraph":
      return paragraph(value, told);
    case "list":
      return { kind, style: value.style, items: value.items.map((each) => item(each, told)) };
    case "table":
      return {
        kind,
        caption: visibleText(value.caption),
        rows: value.rows.map((row) => ({
          emphasised: row.emphasised,
          cells: row.cells.map((each) => cell(each, told)),
        })),
      };
    case "timeline":
      return {
        kind,
        alt: visibleText(value.alt),
        days: value.days,
        dots: value.dots.map(({ label, day, year }) => ({ label, day, year })),
        ticks: value.ticks.map(({ day, label }) => ({ day, label })),
      };
    case "code":
      return { kind, alt: visibleText(value.alt), url: value.url };
    case "group":
      return { kind, anchor: value.anchor, parts: value.parts.map((each) => part(each, told)) };
  }
}

function heading({ kind, level, mark, runs }: Heading, told: Told): Entry {
  return { kind, level, mark, ...told(runs) };
}

function paragraph({ kind, style, answer, runs }: Paragraph, told: Told): Entry {
  return { kind, style, answer: answer === undefined ? answer : { ...answer }, ...told(runs) };
}

function item({ label, anchor, statement, change, entryChange, parts }: ListItem, told: Told): Entry {
  return {
    label: label === undefined ? label : visibleText(label),
    anchor,
    statement,
    change: change === undefined ? change : { ...change },
    entryChange: entryChange === undefined ? entryChange : { ...entryChange },
    ...references(parts, told),
    parts: parts.map((each) => paragraph(each, told)),
  };
}

function cell({ header, mark, answer, emphasised, runs }: Cell, told: Told): Entry {
  return {
    header,
    mark,
    answer: answer === undefined ? answer : { ...answer },
    emphasised,
    ...references([{ runs }], told),
    ...told(runs),
  };
}

function asText(runs: readonly Run[]): Entry {
  let text = "";
  for (const run of runs) text += run.text;
  return { text: visibleText(text) };
}

/** The words, and the stretches they are made of where these say more than the words. */
function inFull(runs: readonly Run[]): Entry {
  return runs.every(isBare) ? asText(runs) : { ...asText(runs), runs: runs.map(stretch) };
}

function isBare({ voice, lang, href, target }: Run): boolean {
  return voice === "plain" && lang === undefined && href === undefined && target === undefined;
}

function stretch(run: Run): Entry {
  const href = safeHref(run);
  return {
    text: visibleText(run.text),
    voice: run.voice,
    ...(run.lang === undefined ? {} : { lang: run.lang }),
    ...(href === null ? {} : { href }),
    ...(run.target === undefined ? {} : { target: { ...(citedPlace(run) ?? run.target), quote: undefined } }),
  };
}

/** What an item or a cell rests on, in the order of its words. */
function references(parts: readonly { readonly runs: readonly Run[] }[], told: Told): Entry {
  const citations: Entry[] = [];
  const disputes: string[] = [];
  for (const { runs } of parts) {
    for (const run of runs) {
      if (run.target === undefined) continue;
      const place = citedPlace(run);
      if (place !== null) {
        const { source, paragraph, quote } = place;
        citations.push({ source, paragraph, quote: told === inFull ? seen(quote) : undefined });
      }
      if ("dispute" in run.target) disputes.push(run.target.dispute);
    }
  }
  return { citations, disputes };
}
