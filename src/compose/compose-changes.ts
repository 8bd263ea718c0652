/**
 * The page of changes: everything that is different from an earlier edition, by issue, with what was said before. In: an
 * edition, its differences to an earlier one and a language. Out: a briefing without limits, for the formats that are
 * not bound to one sheet of paper; where that would be too long, one that counts them and leads to what is said now and
 * was said then. It does not know why that edition was chosen to compare with.
 */
import { urlOf } from "../model/address.ts";
import type { Briefing, Heading, Run, Section } from "../model/briefing.ts";
import type { Changes } from "../model/changes.ts";
import type { Edition } from "../model/edition.ts";
import { longTitle } from "../model/long-title.ts";
import { CHANGES, type Topic } from "../model/topic.ts";
import { changesAbout } from "./choice/rank-changes.ts";
import { citedIn } from "./context/cited-in.ts";
import { type ComposeContext, openContext } from "./context/compose-context.ts";
import { indexLibrary, type LibraryIndex } from "./context/library-index.ts";
import { PartCache } from "./context/part-cache.ts";
import { particularsOf, WHOLE } from "./particulars.ts";
import { changesByIssue } from "./sections/changes-by-issue.ts";
import { changesCounted } from "./sections/changes-counted.ts";
import { countable, countsInWords } from "./sections/changes-listed.ts";
import { colophon } from "./sections/colophon.ts";
import { MOST_ON_A_PAGE } from "./sections/issue-list.ts";
import { headed } from "./sections/masthead.ts";
import { sources } from "./sections/sources.ts";
import { fill } from "./wording/format-words.ts";

/** Like the overview, it is about everything. */
const TOPIC: Topic = { id: CHANGES, kind: "overview" };
const NONE = { shown: 0, total: 0 } as const;
const LIMITS = { statements: 0, disputes: 0, notes: 0, events: 0, changes: Infinity, answers: 0, viewpoints: 1 };

export function composeChanges(edition: Edition, changes: Changes | null, language: string): Briefing {
  const { library } = edition;
  const all = changes === null ? [] : countable(changes);
  const tooMany = all.length > MOST_ON_A_PAGE;
  const known = indexLibrary(library);
  const index = changes === null || tooMany ? known : withGone(known, changes);
  const request = { topic: TOPIC, language, template: { id: CHANGES, sections: [], limits: LIMITS } };
  const opened = openContext(edition, request, index, library.disputes, LIMITS, new PartCache());
  const context = { ...opened, links: linksTo(opened, changes?.since ?? null) };
  const summary = inShort(context, changes, all);
  const told =
    changes === null || all.length === 0 ? [] : tooMany ? changesCounted(context, changes) : inFull(context, changes);
  const sections = [masthead(context, summary), ...told, colophon(context)];
  const about = { name: context.say(library.subject.title).text, description: null };
  return {
    topic: CHANGES,
    language,
    template: CHANGES,
    edition: edition.id,
    issued: edition.issued,
    since: changes?.since ?? null,
    corrects: edition.correction?.corrects ?? null,
    title: context.words.changes.title,
    longTitle: longTitle(context.words.changes.title, about.name),
    summary,
    sections: sections.filter(({ parts }) => parts.length > 0),
    names: [],
    tally: {
      statements: NONE,
      disputes: NONE,
      notes: NONE,
      events: NONE,
      changes: { shown: tooMany ? 0 : all.length, total: all.length },
      answers: NONE,
      viewpoints: NONE,
    },
    links: context.links,
    particulars: particularsOf(context, WHOLE, context.words.changes.kicker, about, citedIn(library, sections)),
  };
}

/** A dispute that was settled may rest on statements that are gone. */
function withGone(known: LibraryIndex, changes: Changes): LibraryIndex {
  const gone = changes.statements.flatMap((change) => (change.kind === "withdrawn" ? [change.before] : []));
  const statements = new Map([...known.statements, ...gone.map((statement) => [statement.id, statement] as const)]);
  return { ...known, statements };
}

function inFull(context: ComposeContext, changes: Changes): readonly Section[] {
  const told = changesByIssue(context, changesAbout(changes, TOPIC, context.index));
  return [told, sources(context, citedIn(context.library, [told]))];
}

/** The comparison with the edition before has the plain address; any other one says against which edition it is. */
function linksTo({ edition, language }: ComposeContext, since: string | null): Briefing["links"] {
  const usual = since === null || since === edition.changes?.since;
  const page = { language, topic: CHANGES, ...(usual ? {} : { since }) };
  const permanent = urlOf(edition.site, { ...page, edition: edition.id });
  return { permanent, newest: urlOf(edition.site, page), all: permanent, changes: permanent };
}

function masthead(context: ComposeContext, summary: string): Section {
  const { words, library } = context;
  const kicker: Run[] = [
    { text: words.changes.kicker, voice: "strong" },
    { text: " · ", voice: "plain" },
    context.say(library.subject.title),
  ];
  const heading: Heading = { kind: "heading", level: 1, runs: [{ text: words.changes.title, voice: "plain" }] };
  return headed(context, kicker, heading, { text: summary, voice: "plain" });
}

/** One sentence: against which edition, and how much of what kind. */
function inShort(
  { words, language }: ComposeContext,
  changes: Changes | null,
  all: ReturnType<typeof countable>,
): string {
  if (changes === null) return words.changes.first;
  if (changes.lost) return fill(words.changes.lost, { id: changes.since });
  if (all.length === 0) return fill(words.changes.unchanged, { id: changes.since });
  return fill(words.changes.compared, { id: changes.since, list: countsInWords(all, words, language) });
}
