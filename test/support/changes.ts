/**
 * An edition with news: a library as it is, against an earlier state of it in which something of every kind was
 * otherwise. In: the library. Out: the earlier library, the edition that follows it, and which differences to look
 * for. What is withdrawn once rests on an article that is there and once on one that is gone.
 */

import type { Correction, Edition } from "../../src/model/edition.ts";
import { CAPS } from "../../src/model/fields.ts";
import type { Library, Statement } from "../../src/model/library.ts";
import { compareLibraries } from "./comparison.ts";
import { editionOf } from "./edition.ts";

export const SINCE = "2026-W46";

const everywhere = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)`, uk: `${text} (uk)` });

/** What stood in the earlier edition and stands no more. */
export const WITHDRAWN = { cited: "was-withdrawn", uncited: "was-withdrawn-with-its-article" } as const;
export const SETTLED = "was-settled";

export const CORRECTION: Correction = {
  corrects: SINCE,
  on: "2026-11-25",
  note: {
    de: "Die Forderung nach einer Abstimmung war dem Rat zugeschrieben; sie ist die der Anwohner.",
    en: "The demand for a vote was attributed to the council; it is the residents’.",
    uk: "Вимогу провести голосування було приписано раді; насправді це вимога мешканців.",
  },
};

/** As long as a note may be. */
export const LONGEST: Correction = {
  ...CORRECTION,
  note: Object.fromEntries(
    Object.entries(CORRECTION.note).map(([language, text]) => [
      language,
      `${text} `.repeat(4).slice(0, CAPS.correction),
    ]),
  ),
};

export interface News {
  readonly earlier: Library;
  readonly edition: Edition;
  /** The statements that are new and changed, of the first actor and issue that have enough. */
  readonly fresh: Statement;
  readonly changed: Statement;
  /** The dispute that was opened. */
  readonly opened: string;
}

export function newsIn(library: Library): News {
  const named = new Set([
    ...library.disputes.flatMap(({ sides }) => sides.flatMap(({ statements }) => statements)),
    ...library.statements.flatMap(({ supersedes }) => supersedes ?? []),
  ]);
  // What was not there before can have been named by nothing.
  const fresh = library.statements.find(({ id }) => !named.has(id));
  const changed = library.statements.find(({ supersedes }) => supersedes === null);
  const [opened] = library.disputes;
  if (fresh === undefined || changed === undefined || opened === undefined)
    throw new RangeError("too little in the library");
  const gone = { ...changed, supersedes: null, answer: null, priority: 1 };
  const article = { ...(library.articles[0] as Library["articles"][number]), id: "gone-article" };
  const earlier: Library = {
    ...library,
    articles: [...library.articles, article],
    statements: [
      ...library.statements.flatMap((statement): readonly Statement[] => {
        if (statement.id === fresh.id) return [];
        return [statement.id === changed.id ? { ...statement, text: everywhere("This was said before.") } : statement];
      }),
      { ...gone, id: WITHDRAWN.cited, text: everywhere("This is said no more.") },
      {
        ...gone,
        id: WITHDRAWN.uncited,
        text: everywhere("This is said no more, and its article is gone."),
        citations: [{ article: "gone-article", paragraph: 1 }],
      },
    ],
    disputes: [
      ...library.disputes.filter(({ id }) => id !== opened.id),
      {
        ...opened,
        id: SETTLED,
        issue: gone.issue,
        title: everywhere("This was in dispute"),
        sides: [WITHDRAWN.cited, changed.id].map((id) => ({ text: everywhere(`Side ${id}.`), statements: [id] })),
      },
    ],
  };
  const edition = { ...editionOf(library), changes: compareLibraries(SINCE, earlier, library) };
  return { earlier, edition, fresh, changed, opened: opened.id };
}
