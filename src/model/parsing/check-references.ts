/**
 * What entries of a library say of one another: everything pointed to exists, is of the right kind and makes sense. In:
 * a draft of well-formed entries. Out: all mistakes. Fields on their own are `parse-shape.ts`; words and letters are
 * `check-texts.ts`.
 */

import type { Citation } from "../library.ts";
import { checkDisputes } from "./check-disputes.ts";
import { checkSpeakers, checkStatements } from "./check-statements.ts";
import { doubt, type Finding, mistake } from "./finding.ts";
import { type Draft, type Entry, KINDS } from "./parse-shape.ts";
import { unlessKnown } from "./unless-known.ts";

/** First parts of URLs that are not topics; an actor or issue of that name could never be reached. */
export const RESERVED = [
  "overview",
  "all",
  "changes",
  "editions",
  "health",
  "newsletter",
  "faces",
  "feed",
  "card",
  "oembed",
  "embed",
  "api",
  "index",
  "robots",
  "sitemap",
  "llms",
  "favicon",
];

export function checkReferences(draft: Draft, languages: readonly string[]): Finding[] {
  return [
    ...checkIds(draft, languages),
    ...checkCitations(draft),
    ...checkReview(draft),
    ...checkShortNames(draft),
    ...checkSpeakers(draft),
    ...checkStatements(draft),
    ...checkDisputes(draft),
    ...draft.entries.events.flatMap(({ path, value }) => [
      ...value.issues.flatMap((issue, i) => unlessKnown(draft, "issues", issue, [...path, "issues", i])),
      ...(value.until !== undefined && value.until <= value.date
        ? [
            mistake(
              [...path, "until"],
              `is ${value.until}, not after ${value.date}; write the last day, or leave it out`,
            ),
          ]
        : []),
    ]),
    ...checkMarks(draft),
  ];
}

function checkIds(draft: Draft, languages: readonly string[]): Finding[] {
  const twice = KINDS.flatMap((kind) =>
    [...draft.ids[kind]].flatMap(([id, paths]) =>
      paths.slice(1).map((path) => mistake([...path, "id"], `${id} is used twice among ${kind}; rename one of them`)),
    ),
  );
  const shared = [...draft.ids.issues].flatMap(([id, paths]) =>
    draft.ids.actors.has(id)
      ? paths.map((path) => mistake([...path, "id"], `${id} is also an actor; both would have the URL /de/${id}`))
      : [],
  );
  const taken = (["actors", "issues"] as const).flatMap((kind) =>
    [...draft.ids[kind]].flatMap(([id, paths]) =>
      RESERVED.includes(id) || languages.includes(id)
        ? paths.map((path) => mistake([...path, "id"], `${id} is reserved for a URL of its own; choose another name`))
        : [],
    ),
  );
  return [...twice, ...shared, ...taken];
}

function checkReview({ subject }: Draft): Finding[] {
  if (subject === null || subject.authorship.reviewedOn === null || subject.authorship.reviewedBy !== null) return [];
  return [
    mistake(["subject", "authorship", "reviewedOn"], "has a date, but reviewedBy names nobody; fill both or neither"),
  ];
}

/** Two actors of one mark cannot be told apart where names have no room. */
function checkMarks({ entries }: Draft): Finding[] {
  return [...Map.groupBy(entries.actors, ({ value }) => value.mark).values()].flatMap((alike) =>
    alike
      .slice(1)
      .map(({ path, value }) =>
        doubt([...path, "mark"], `is ${value.mark}, as of ${alike[0]?.value.id}; choose another`),
      ),
  );
}

/** A short name stands for one article; where two have it, no text that says it can be followed. */
function checkShortNames({ entries }: Draft): Finding[] {
  const names = entries.articles.flatMap(({ path, value }) =>
    Object.entries(value.short ?? {}).map(([language, name]) => ({
      path: [...path, "short", language],
      key: `${language} ${name}`,
    })),
  );
  return [...Map.groupBy(names, ({ key }) => key).values()].flatMap((alike) =>
    alike
      .slice(1)
      .map(({ path }) => doubt(path, "is the short name of another article too; call each by one of its own")),
  );
}

function checkCitations(draft: Draft): Finding[] {
  const { actors, issues, statements, events } = draft.entries;
  const lists: Entry<readonly Citation[]>[] = [
    ...[...statements, ...events].map(({ path, value }) => ({
      path: [...path, "citations"],
      value: value.citations,
    })),
    ...[...actors, ...issues].map(({ path, value }) => ({
      path: [...path, "standfirst", "citations"],
      value: value.standfirst.citations,
    })),
  ];
  if (draft.subject !== null)
    lists.push({ path: ["subject", "standfirst", "citations"], value: draft.subject.standfirst.citations });
  const articles = new Map(draft.entries.articles.map(({ value }) => [value.id, value]));

  return lists.flatMap(({ path, value: citations }) =>
    citations.flatMap((citation, i): Finding[] => {
      const at = [...path, i];
      const article = articles.get(citation.article);
      if (article === undefined) return unlessKnown(draft, "articles", citation.article, [...at, "article"]);
      if (citation.paragraph > article.paragraphs)
        return [
          mistake(
            [...at, "paragraph"],
            `is ${citation.paragraph}, but ${article.id} has ${article.paragraphs} paragraphs; count its non-empty lines`,
          ),
        ];
      const same = (other: Citation) => other.article === citation.article && other.paragraph === citation.paragraph;
      if (citations.findIndex(same) < i) return [mistake(at, `cites ${citation.article} ¶${citation.paragraph} twice`)];
      return [];
    }),
  );
}
