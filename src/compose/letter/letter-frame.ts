/**
 * How every letter begins and ends: of when it is and about what, then where to read on and who answers for it. In: the
 * context and what the letter is about. Out: sections. All addresses name the edition, so that a letter kept for years
 * still leads to what it told of.
 */
import { urlOf } from "../../model/address.ts";
import type { Paragraph, Run } from "../../model/briefing.ts";
import type { Letter, LetterLimits, LetterSection, Picture } from "../../model/letter.ts";
import { LICENCE } from "../../model/licence.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { authorshipInWords } from "../sections/colophon.ts";
import { correctionNote } from "../sections/masthead.ts";
import { count, dateInWords, fill } from "../wording/format-words.ts";

export interface Opening {
  readonly kicker: readonly Run[];
  readonly title: Run;
  /** Where the title leads. */
  readonly page: string;
  readonly below: Run | null;
  /** 1 where the letter is a page of its own. */
  readonly level: 1 | 2;
}

export function opening(context: ComposeContext, { kicker, title, page, below, level }: Opening): LetterSection {
  const { words, edition, language } = context;
  const asOf =
    edition.asOf === null ? words.asOfUnknown : fill(words.asOf, { date: dateInWords(edition.asOf, words, "long") });
  const home = urlOf(edition.site, { language, edition: edition.id });
  const dateline = `${fill(words.edition, { id: edition.id })} · ${asOf}`;
  return {
    kind: "masthead",
    parts: [
      {
        kind: "paragraph",
        style: "running-head",
        runs: [
          { text: "Einblatt", voice: "strong", href: home },
          { text: ` · ${dateline}`, voice: "plain" },
        ],
      },
      { kind: "paragraph", style: "kicker", runs: kicker },
      { kind: "heading", level, runs: [{ ...title, href: page }] },
      ...(below === null ? [] : [{ kind: "paragraph", style: "question", runs: [below] } as const]),
      ...(edition.correction === null ? [] : [correctionNote(context, edition.correction)]),
    ],
  };
}

/** Where to read on: words and the address they lead to. */
export type Link = readonly [text: string, href: string];

export function closing(context: ComposeContext, links: readonly Link[]): LetterSection {
  const { words, library } = context;
  const leading = links.flatMap(([text, href], i): readonly Run[] => [
    ...(i === 0 ? [] : [{ text: " · ", voice: "label" } as const]),
    { text, voice: "strong", href },
  ]);
  return {
    kind: "colophon",
    parts: [
      { kind: "paragraph", style: "lead", runs: leading },
      {
        kind: "paragraph",
        style: "colophon",
        runs: [
          { text: `${authorshipInWords(library, words)} `, voice: "strong" },
          { text: `${words.kit.cited} `, voice: "plain" },
          { text: words.licence, voice: "plain", href: LICENCE },
        ],
      },
    ],
  };
}

/** What had no room is counted, and is where the words lead; nothing where all of it had. */
export function remaining(
  { words, language }: ComposeContext,
  kind: keyof ComposeContext["words"]["kit"]["more"],
  left: number,
  href: string,
): readonly Paragraph[] {
  if (left <= 0) return [];
  const text = count(words.kit.more[kind], left, language);
  return [{ kind: "paragraph", style: "omitted", runs: [{ text, voice: "plain", href }] }];
}

/** How much is told of how much there is, in the order in which the totals name it. */
export function tallyOf(shown: LetterLimits, totals: LetterLimits): Letter["tally"] {
  const kinds = Object.keys(totals) as (keyof LetterLimits)[];
  const counted = kinds.map((kind) => [kind, { shown: shown[kind], total: totals[kind] }]);
  return Object.fromEntries(counted) as Letter["tally"];
}

/** The preview card of a topic (`/{lang}/{topic}.png`), as a link to the page it shows. */
export function pictureOf(
  { edition, language, words }: ComposeContext,
  topic: string,
  title: string,
  href: string,
): Picture {
  return {
    src: urlOf(edition.site, { language, topic, ending: "png", edition: edition.id }),
    href,
    alt: fill(words.kit.pictureAlt, { title, id: edition.id }),
    width: 1200,
    height: 630,
  };
}
