/**
 * A library of many topics. In: the seeds and how many topics are wanted. Out: the seeds' actors and, in place of their
 * issues, copies of these under other names and numbers, each with five statements and without disputes or old names. The texts are
 * real, so that sheets are as full as sheets of few statements are.
 */
import type { Library } from "../src/model/library.ts";
import { inLanguage, type Localized } from "../src/model/localized.ts";

const STATEMENTS = 5;

/** The overview and the actors are topics too. */
export function manyTopics(library: Library, topics: number): Library {
  const copies = Array.from({ length: topics - 1 - library.actors.length }, (_, n) => n);
  const issueOf = (n: number) => library.issues[n % library.issues.length] as Library["issues"][number];
  const numbered = (text: Localized, n: number): Localized =>
    Object.fromEntries(Object.keys(text).map((language) => [language, `${inLanguage(text, language).text} ${n}`]));
  const statements = copies.flatMap((n) =>
    library.statements
      .filter(({ issue, supersedes }) => issue === issueOf(n).id && supersedes === null)
      .slice(0, STATEMENTS)
      .map((statement) => ({ ...statement, id: `${statement.id}-${n}`, issue: `${issueOf(n).id}-${n}` })),
  );
  return {
    ...library,
    issues: copies.map((n) => ({
      ...issueOf(n),
      id: `${issueOf(n).id}-${n}`,
      title: numbered(issueOf(n).title, n),
    })),
    statements,
    disputes: [],
    aliases: [],
    events: library.events.map((event) => ({ ...event, issues: [] })),
  };
}
