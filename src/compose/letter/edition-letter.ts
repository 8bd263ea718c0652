/**
 * A letter about a whole edition: what has changed since the one before, then every topic with a line and its links. In:
 * an edition and a language. Out: a draft that can be had shorter. Of thousands of topics those stay longest on which
 * something is new; the others are counted, with the address of them all.
 */
import { urlOf } from "../../model/address.ts";
import type { ListItem, Run } from "../../model/briefing.ts";
import type { Edition } from "../../model/edition.ts";
import type { LetterDraft, LetterLimits, LetterSection } from "../../model/letter.ts";
import { CHANGES, type Topic, topicsOf } from "../../model/topic.ts";
import { type Change, changesAbout, inOrderOfKind } from "../choice/rank-changes.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { countsInWords } from "../sections/changes-listed.ts";
import { fill } from "../wording/format-words.ts";
import { closing, opening, pictureOf, remaining, tallyOf } from "./letter-frame.ts";
import { changeInShort } from "./news-in-short.ts";
import { heading, letterContext, list } from "./topic-letter.ts";

const OVERVIEW: Topic = { id: "overview", kind: "overview" };
const MOST = { changes: 8, topics: 24 } as const;

const CONCESSIONS: LetterDraft["concessions"] = [
  ["topics", 16],
  ["changes", 5],
  ["topics", 12],
  ["standfirst", 0],
  ["changes", 3],
  ["topics", 4],
  ["changes", 1],
  ["topics", 1],
  ["changes", 0],
  ["topics", 0],
  ["picture", 0],
];

export function draftDigest(edition: Edition, language: string): LetterDraft {
  const context = letterContext(edition, OVERVIEW, language);
  const { words, library, index } = context;
  const { title: subject, standfirst } = library.subject;
  const page = urlOf(edition.site, { language, edition: edition.id });
  const allChanges = urlOf(edition.site, { language, topic: CHANGES, edition: edition.id });
  const newsOn = (topic: Topic): readonly Change[] => changesAbout(edition.changes, topic, index);
  const changes = newsOn(OVERVIEW);
  const topics = topicsOf(library);
  // The library's order is kept among equals, and those that are chosen are printed in that order.
  const isNews = (topic: Topic): boolean => topic.kind === "overview" || newsOn(topic).length > 0;
  const ranked = [...topics.filter(isNews), ...topics.filter((topic) => !isNews(topic))];
  const title = context.say(subject);
  const head = opening(context, {
    kicker: [{ text: words.kit.digest, voice: "strong" }],
    title,
    page,
    below: null,
    level: 2,
  });
  const overview = urlOf(edition.site, { language, topic: OVERVIEW.id, ending: "pdf", edition: edition.id });
  const tail = closing(context, [
    [words.kit.contents, page],
    [`${words.topicKinds.overview}: ${words.kit.pdf}`, overview],
  ]);
  const picture = pictureOf(context, OVERVIEW.id, title.text, page);

  const totals: LetterLimits = {
    changes: changes.length,
    topics: topics.length,
    answers: 0,
    disputes: 0,
    sides: 0,
    standfirst: 1,
    picture: 1,
  };
  const most: LetterLimits = {
    ...totals,
    changes: Math.min(totals.changes, MOST.changes),
    topics: Math.min(totals.topics, MOST.topics),
  };
  return {
    most,
    concessions: CONCESSIONS,
    within(limits) {
      const chosen = new Set(ranked.slice(0, limits.topics));
      const sections: readonly LetterSection[] = [
        head,
        {
          kind: "standfirst",
          parts:
            limits.standfirst === 0
              ? []
              : [{ kind: "paragraph", style: "standfirst", runs: [context.say(standfirst.text)] }],
        },
        {
          kind: "changes",
          parts: [
            ...heading(changes.length > 0, fill(words.changes.heading, { id: edition.changes?.since ?? "" })),
            ...inShort(context, changes.length === 0),
            ...list(
              "changes",
              inOrderOfKind(changes.slice(0, limits.changes)).map((change) => changeInShort(context, change)),
            ),
            ...remaining(context, "changes", changes.length - limits.changes, allChanges),
          ],
        },
        {
          kind: "positions",
          parts: [
            ...heading(topics.length > 0, words.kit.topics),
            ...list(
              "statements",
              topics
                .filter((topic) => chosen.has(topic))
                // What is new on the whole is told above.
                .map((topic) => entry(context, topic, topic.kind === "overview" ? [] : newsOn(topic))),
            ),
            ...remaining(context, "topics", topics.length - limits.topics, page),
          ],
        },
        tail,
      ];
      return {
        topic: null,
        language,
        edition: edition.id,
        issued: edition.issued,
        title: title.text,
        longTitle: title.text,
        picture: limits.picture > 0 ? picture : null,
        sections: sections.filter(({ parts }) => parts.length > 0),
        tally: tallyOf(limits, totals),
        links: { page, all: page, pdf: null },
      };
    },
  };
}

/** That nothing is new, or that there is nothing to compare with; where there is news, it speaks for itself. */
function inShort({ words, edition }: ComposeContext, quiet: boolean): LetterSection["parts"] {
  if (!quiet) return [];
  const { changes } = edition;
  const found = changes?.lost ? words.changes.lost : words.changes.unchanged;
  const text = changes === null ? words.changes.first : fill(found, { id: changes.since });
  return [{ kind: "paragraph", style: "note", runs: [{ text, voice: "plain" }] }];
}

/** `Territory (1 new): Should Ukraine cede territory? PDF` */
function entry(context: ComposeContext, { id, kind }: Topic, news: readonly Change[]): ListItem {
  const { words, index, library, edition, language } = context;
  const issue = kind === "issue" ? index.issues.get(id) : undefined;
  const actor = kind === "actor" ? index.actors.get(id) : undefined;
  const title = issue?.title ?? actor?.name;
  const about = issue?.question ?? actor?.standsFor ?? library.subject.title;
  const page = urlOf(edition.site, { language, topic: id, edition: edition.id });
  const pdf = urlOf(edition.site, { language, topic: id, ending: "pdf", edition: edition.id });
  const named: Run =
    title === undefined ? { text: words.topicKinds.overview, voice: "strong" } : context.say(title, "strong");
  const counts = news.length === 0 ? "" : ` (${countsInWords(news, words, language)})`;
  return {
    kind: "item",
    anchor: `topic-${id}`,
    parts: [
      {
        kind: "paragraph",
        style: "body",
        runs: [
          { ...named, href: page },
          ...(counts === "" ? [] : [{ text: counts, voice: "flag" } as const]),
          { text: ": ", voice: "plain" },
          context.say(about),
          { text: " ", voice: "plain" },
          { text: "PDF", voice: "label", href: pdf },
        ],
      },
    ],
  };
}
