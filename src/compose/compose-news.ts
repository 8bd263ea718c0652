/**
 * What an edition brings on one topic, for those who follow it: what is new, changed or withdrawn since the edition
 * before, or, where it corrects one, why and what is different from that. In: an edition, a topic and a language. Out: a
 * short title and parts in reading order; null where it brings nothing. It knows no feed.
 */
import { urlOf } from "../model/address.ts";
import type { Paragraph, Part, Run, Section } from "../model/briefing.ts";
import type { Changes } from "../model/changes.ts";
import type { Edition } from "../model/edition.ts";
import { CHANGES, type Topic } from "../model/topic.ts";
import { type Change, changesAbout } from "./choice/rank-changes.ts";
import { citedIn } from "./context/cited-in.ts";
import { type ComposeContext, openContext } from "./context/compose-context.ts";
import { indexLibrary, type LibraryIndex } from "./context/library-index.ts";
import { addressRun } from "./context/links.ts";
import { PartCache } from "./context/part-cache.ts";
import { changesByIssue } from "./sections/changes-by-issue.ts";
import { countsInWords } from "./sections/changes-listed.ts";
import { correctionNote } from "./sections/masthead.ts";
import { sources } from "./sections/sources.ts";
import { count, fill } from "./wording/format-words.ts";

export interface NewsItem {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Differences that one item tells, the most important; who wants more finds all of them on the page of changes. */
const MOST = 30;
const LIMITS = { statements: 0, disputes: 0, notes: 0, events: 0, changes: MOST, answers: 0, viewpoints: 0 };

/** What all topics of an edition have in common, looked up once however many there are. */
export interface Newsroom {
  readonly edition: Edition;
  /** Against the edition that is corrected, or the one before; null for the first of all. */
  readonly changes: Changes | null;
  /** What is gone is among its statements, for a dispute that was settled may rest on it. */
  readonly index: LibraryIndex;
  readonly about: (topic: Topic) => readonly Change[];
}

export function openNewsroom(edition: Edition): Newsroom {
  const changes = edition.corrected ?? edition.changes;
  const known = indexLibrary(edition.library);
  const gone = changes?.statements.flatMap((change) => (change.kind === "withdrawn" ? [change.before] : [])) ?? [];
  const statements = new Map([...known.statements, ...gone.map((statement) => [statement.id, statement] as const)]);
  return {
    edition,
    changes,
    index: { ...known, statements },
    about: (topic) => changesAbout(changes, topic, known),
  };
}

export function composeNews(newsroom: Newsroom, topic: Topic, language: string): NewsItem | null {
  const { edition, changes, index } = newsroom;
  const all = newsroom.about(topic);
  if (all.length === 0 && changes !== null && !changes.lost && edition.correction === null) return null;
  const request = { topic, language, template: { id: CHANGES, sections: [], limits: LIMITS } };
  const disputes = index.disputesAbout(topic);
  const context = openContext(edition, request, index, disputes, LIMITS, new PartCache());
  const told = withoutOwnHeading(changesByIssue(context, all.slice(0, MOST)), topic);
  const cited = citedIn(edition.library, told);
  return {
    title: titleOf(context, changes, all),
    parts: [
      ...introduction(context, changes, all),
      ...told,
      ...(all.length <= MOST ? [] : [say(count(context.words.feed.more, all.length - MOST, language))]),
      ...(cited.length === 0 ? [] : sources(context, cited).parts),
      whereItIs(context, changes),
    ],
  };
}

function titleOf(
  { words, language, edition: { id, correction } }: ComposeContext,
  changes: Changes | null,
  all: readonly Change[],
): string {
  const list = countsInWords(all, words, language);
  if (correction !== null) return fill(words.feed.itemCorrection, { id, corrects: correction.corrects });
  if (list !== "") return fill(words.feed.item, { id, list });
  return changes === null ? fill(words.feed.itemFirst, { id }) : fill(words.edition, { id });
}

function introduction(context: ComposeContext, changes: Changes | null, all: readonly Change[]): readonly Paragraph[] {
  const { words, language, edition } = context;
  const { correction } = edition;
  const list = countsInWords(all, words, language);
  const since = changes === null || list === "" ? [] : [say(fill(words.changes.summary, { id: changes.since, list }))];
  const lost = changes?.lost ? [say(fill(words.changes.lost, { id: changes.since }))] : since;
  if (correction === null) return changes === null ? [say(words.changes.first)] : lost;
  return [correctionNote(context, correction), ...(list === "" ? [say(words.feed.unaffected)] : since)];
}

/** Whoever follows an issue need not be told at each time which. */
function withoutOwnHeading({ parts }: Section, { kind, id }: Topic): readonly Part[] {
  return parts.flatMap((part): readonly Part[] => {
    if (part.kind !== "group" || kind !== "issue" || part.anchor !== `changes-${id}`) return [part];
    return part.parts.filter((inner) => inner.kind !== "heading");
  });
}

/** The sheet of this edition, and the page that leaves no difference out. */
function whereItIs({ words, edition, language, links }: ComposeContext, changes: Changes | null): Paragraph {
  const { site, id, correction } = edition;
  const runs: Run[] = [{ text: `${words.permanent} `, voice: "strong" }, addressRun(links.permanent, "plain")];
  if (changes !== null) {
    const since = correction === null ? {} : { since: changes.since };
    const all = urlOf(site, { language, topic: CHANGES, edition: id, ...since });
    runs.push({ text: ` ${words.changes.all} `, voice: "strong" }, addressRun(all, "plain"));
  }
  return { kind: "paragraph", style: "note", runs };
}

function say(text: string): Paragraph {
  return { kind: "paragraph", style: "body", runs: [{ text, voice: "plain" }] };
}
