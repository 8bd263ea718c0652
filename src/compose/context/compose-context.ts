/**
 * What every section is composed from: the edition, the topic, the words, and how sources and disputes are pointed to. In:
 * an edition and a request. Out: one `ComposeContext` for one briefing. It decides
 * nothing about what is said; the sections do.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { urlOf } from "../../model/address.ts";
import type { Briefing, Limits, Run, Voice } from "../../model/briefing.ts";
import type { Edition } from "../../model/edition.ts";
import type { Citation, Dispute, Library } from "../../model/library.ts";
import { inLanguage, type Localized } from "../../model/localized.ts";
import type { Template } from "../../model/template.ts";
import type { Topic } from "../../model/topic.ts";
import type { Words } from "../../model/words.ts";
import type { LibraryIndex } from "./library-index.ts";
import { linksOf } from "./links.ts";
import { type News, newsOf } from "./news.ts";
import type { PartCache } from "./part-cache.ts";

/** What composing needs of a template: which sections in which order, and the most that goes on the sheet. */
export type Composition = Pick<Template, "id" | "sections" | "limits">;

export interface Request {
  readonly topic: Topic;
  readonly language: string;
  readonly template: Composition;
  readonly limits?: Limits;
}

export interface ComposeContext {
  readonly edition: Edition;
  readonly library: Library;
  readonly topic: Topic;
  readonly language: string;
  readonly template: Composition;
  readonly limits: Limits;
  readonly words: Words;
  readonly index: LibraryIndex;
  /** Those that are on the sheet. */
  readonly disputes: readonly Dispute[];
  /** All that the library holds on the topic, on the sheet or not. */
  readonly about: readonly Dispute[];
  readonly links: Briefing["links"];
  /** What is marked where it stands, for it was not there before or not like this. */
  readonly news: News;
  readonly cache: PartCache;
  /** The text in the briefing's language, or marked with the language it is in. */
  say(text: Localized, voice?: Voice): Run;
  /** The citations as runs, in the order of sources. What was withdrawn may cite an article that is gone, and then has none. */
  cite(citations: readonly Citation[]): readonly Run[];
  /** A sheet never shows one side of a dispute as if there were no other: the sign of each that a statement is part of. */
  flag(statement: string): readonly Run[];
  /** The sign of one dispute; where that is not on the sheet, it leads to the page that has it. */
  flagOf(dispute: Dispute): Run;
}

export function openContext(
  edition: Edition,
  request: Omit<Request, "limits">,
  index: LibraryIndex,
  about: readonly Dispute[],
  limits: Limits,
  cache: PartCache,
): ComposeContext {
  const { library } = edition;
  const { language, topic, template } = request;
  const words = LANGUAGES[language];
  if (words === undefined) throw new RangeError(`no words for language ${language}`);
  const disputes = about.slice(0, limits.disputes);
  const onSheet = new Set(template.sections.some(({ section }) => section === "disputes") ? disputes : []);
  const flagOf = (dispute: Dispute): Run => {
    const letter = index.letters.get(dispute.id) ?? "";
    const flag = { text: `≠${letter}`, voice: "flag", target: { dispute: letter } } as const;
    if (onSheet.has(dispute)) return flag;
    const anchor = `dispute-${letter}`;
    const page = { language, topic: dispute.issue, below: "all", edition: edition.id, anchor } as const;
    return { ...flag, href: urlOf(edition.site, page) };
  };
  return {
    edition,
    library,
    topic,
    language,
    template,
    limits,
    words,
    index,
    disputes,
    about,
    links: cache.keep("links", () => linksOf(edition, topic.id, language)),
    news: newsOf(edition),
    cache,
    say: (text, voice = "plain") => said(text, language, voice),
    cite: (citations) =>
      citations
        .flatMap(({ article: id, paragraph, quote }): { source: number; paragraph: number; quote?: string }[] => {
          const source = index.sources.get(id);
          return source === undefined ? [] : [{ source, paragraph, ...(quote === undefined ? {} : { quote }) }];
        })
        .sort((a, b) => a.source - b.source || a.paragraph - b.paragraph)
        .map(({ paragraph, ...target }) => ({ text: `${target.source}¶${paragraph}`, voice: "citation", target })),
    flag: (statement) => (index.disputesOf.get(statement) ?? []).map(flagOf),
    flagOf,
  };
}

/** A missing translation is shown to be one, to every reader and in every format. */
export function said(text: Localized, language: string, voice: Voice): Run {
  const shown = inLanguage(text, language);
  return shown.lang === language
    ? { text: shown.text, voice }
    : { text: `[${shown.lang}] ${shown.text}`, voice, lang: shown.lang };
}

/** Words and what vouches for them, kept together; what was withdrawn may have nothing that does. */
export function withReferences(words: Run, references: readonly Run[]): readonly Run[] {
  return references.length === 0 ? [words] : [words, { text: NO_BREAK, voice: "citation" }, ...spaced(references)];
}

/** The space before the first citation: it stays with the words it vouches for. */
export const NO_BREAK = "\u00a0";

/** Runs one after the other, with `gap` between those that are not empty. */
export function join(groups: readonly (readonly Run[])[], gap: string): readonly Run[] {
  const full = groups.filter((runs) => runs.length > 0);
  return full.flatMap((runs, i) =>
    i === 0 ? runs : [{ text: gap, voice: runs[0]?.voice ?? "plain" } as Run, ...runs],
  );
}

/** The runs with `spacer` between neighbours, for citations that stand in a row. */
export function spaced(runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run, i) => (i === 0 ? [run] : [{ text: " ", voice: run.voice } as Run, run]));
}
