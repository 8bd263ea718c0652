/**
 * A letter about one topic: what is asked, what is answered, what has changed, what is disputed. In: an edition, a topic
 * and a language. Out: a draft that can be had shorter. What it has no room for is counted in it, with the address where
 * it is.
 */
import { urlOf } from "../../model/address.ts";
import type { Heading, Run } from "../../model/briefing.ts";
import type { Edition } from "../../model/edition.ts";
import type { LetterDraft, LetterLimits, LetterSection } from "../../model/letter.ts";
import { longTitle } from "../../model/long-title.ts";
import { CHANGES, type Topic } from "../../model/topic.ts";
import { changesAbout, inOrderOfKind } from "../choice/rank-changes.ts";
import { type ComposeContext, openContext } from "../context/compose-context.ts";
import { indexLibrary } from "../context/library-index.ts";
import { PartCache } from "../context/part-cache.ts";
import { titleOf } from "../sections/masthead.ts";
import { fill } from "../wording/format-words.ts";
import { answerLines } from "./answers-in-short.ts";
import { closing, opening, pictureOf, remaining, tallyOf } from "./letter-frame.ts";
import { changeInShort, disputeInShort } from "./news-in-short.ts";

/** A letter is read between others; whoever wants more has the sheet. */
const MOST = { answers: 12, changes: 6, disputes: 6 } as const;

const CONCESSIONS: LetterDraft["concessions"] = [
  ["sides", 0],
  ["changes", 3],
  ["disputes", 3],
  ["answers", 6],
  ["changes", 1],
  ["disputes", 1],
  ["answers", 4],
  ["changes", 0],
  ["disputes", 0],
  ["picture", 0],
  ["answers", 0],
];

export function draftTopicLetter(edition: Edition, topic: Topic, language: string): LetterDraft {
  const context = letterContext(edition, topic, language);
  const { words, index } = context;
  const changes = changesAbout(edition.changes, topic, index);
  const disputes = index.disputesAbout(topic);
  const answers = answerLines(context);
  const { title, below } = titleOf(context);
  const page = urlOf(edition.site, { language, topic: topic.id, edition: edition.id });
  const pdf = urlOf(edition.site, { language, topic: topic.id, ending: "pdf", edition: edition.id });
  const all = context.links.all;
  const allChanges = urlOf(edition.site, { language, topic: CHANGES, edition: edition.id });
  const kicker = kickerOf(context);
  const head = opening(context, { kicker, title, page, below, level: 2 });
  const tail = closing(context, [
    [words.kit.read, page],
    [words.kit.pdf, pdf],
    [words.page.allStatements, all],
  ]);
  const picture = pictureOf(context, topic.id, title.text, page);

  const totals: LetterLimits = {
    answers: answers.length,
    changes: changes.length,
    disputes: disputes.length,
    sides: disputes.length,
    topics: 0,
    standfirst: 0,
    picture: 1,
  };
  const most: LetterLimits = {
    ...totals,
    answers: Math.min(totals.answers, MOST.answers),
    changes: Math.min(totals.changes, MOST.changes),
    disputes: Math.min(totals.disputes, MOST.disputes),
    sides: Math.min(totals.sides, MOST.disputes),
  };
  return {
    most,
    concessions: CONCESSIONS,
    within(limits) {
      const sides = Math.min(limits.sides, limits.disputes);
      const sections: readonly LetterSection[] = [
        head,
        {
          kind: "matrix",
          parts: [
            ...heading(topic.kind === "overview" && answers.length > 0, words.headings.matrix),
            ...list(
              "statements",
              answers.slice(0, limits.answers).map((compose) => compose()),
            ),
            ...remaining(context, "answers", answers.length - limits.answers, all),
          ],
        },
        {
          kind: "changes",
          parts: [
            ...heading(changes.length > 0, fill(words.changes.heading, { id: edition.changes?.since ?? "" })),
            ...list(
              "changes",
              inOrderOfKind(changes.slice(0, limits.changes)).map((change) => changeInShort(context, change)),
            ),
            ...remaining(context, "changes", changes.length - limits.changes, allChanges),
          ],
        },
        {
          kind: "disputes",
          parts: [
            ...heading(disputes.length > 0, words.kit.disputes),
            ...list(
              "disputes",
              disputes.slice(0, limits.disputes).map((dispute, i) => disputeInShort(context, dispute, i < sides)),
            ),
            ...remaining(context, "disputes", disputes.length - limits.disputes, all),
          ],
        },
        tail,
      ];
      return {
        topic: topic.id,
        language,
        edition: edition.id,
        issued: edition.issued,
        title: title.text,
        longTitle: longTitle(title.text, context.say(edition.library.subject.title).text),
        picture: limits.picture > 0 ? picture : null,
        sections: sections.filter(({ parts }) => parts.length > 0),
        tally: tallyOf({ ...limits, sides }, totals),
        links: { page, all, pdf },
      };
    },
  };
}

/** `Contested issue · The subject`: what the title below is the title of. */
export function kickerOf({ words, topic, library, say }: ComposeContext): readonly Run[] {
  const kind: Run = { text: words.topicKinds[topic.kind], voice: "strong" };
  if (topic.kind === "overview") return [kind];
  return [kind, { text: " · ", voice: "plain" }, say(library.subject.title)];
}

const LIMITS = { statements: 0, disputes: 0, notes: 0, events: 0, changes: 0, answers: 0, viewpoints: 0 };

/** Words and look-ups as for a sheet; nothing is flagged or numbered in a letter. */
export function letterContext(edition: Edition, topic: Topic, language: string): ComposeContext {
  const request = { topic, language, template: { id: "newsletter", sections: [], limits: LIMITS } };
  return openContext(edition, request, indexLibrary(edition.library), [], LIMITS, new PartCache());
}

/** Heads a section that has anything to tell. */
export function heading(any: boolean, text: string): readonly Heading[] {
  return any ? [{ kind: "heading", level: 3, runs: [{ text, voice: "plain" }] }] : [];
}

type Lists = Extract<LetterSection["parts"][number], { kind: "list" }>;

export function list(style: Lists["style"], items: Lists["items"]): readonly Lists[] {
  return items.length === 0 ? [] : [{ kind: "list", style, items }];
}
