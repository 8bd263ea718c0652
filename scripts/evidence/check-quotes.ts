/**
 * Whether each citation's words stand where it says. In: the citations of a library and the texts of its articles. Out: what
 * is wrong, by path: another text than the one that was read, words that are not in their paragraph or are there twice, too
 * many words, quotations that touch, and more of an article in quotations than is ours to print. Nothing is ever found by
 * likeness: what does not stand there word for word is a citation that broke.
 */
import type { Library } from "../../src/model/library.ts";
import { doubt, type Finding, mistake } from "../../src/model/parsing/finding.ts";
import { type CitedText, citedTexts } from "./cited-texts.ts";
import { folded, sha256Of, wordsIn } from "./paragraphs.ts";
import type { ArticleText } from "./read-articles.ts";

const FEWEST = 3;
const MOST = 8;
/** With a reason. */
const MOST_OF_ALL = 12;
/** Of an article's words, those of all its quotations together. */
const SHARE = 0.15;

export function checkArticles({ articles }: Library, texts: ReadonlyMap<string, ArticleText>): Finding[] {
  return articles.flatMap(({ id, file, sha256, paragraphs }): Finding[] => {
    const path = [`articles[${id}]`];
    const text = texts.get(id);
    if (text === undefined)
      return [doubt([...path, "file"], `${file} is not in the folder; nothing of it was looked at`)];
    return [
      ...(text.sha256 === sha256
        ? []
        : [mistake([...path, "sha256"], `is not that of ${file}, which has ${text.sha256}; read the text again`)]),
      ...(text.paragraphs.length === paragraphs
        ? []
        : [mistake([...path, "paragraphs"], `is ${paragraphs}, but ${file} has ${text.paragraphs.length}`)]),
    ];
  });
}

interface Quotation {
  readonly path: CitedText["path"];
  readonly article: string;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly words: number;
}

/** A citation without a quotation is told only where `all` are to have one. */
export function checkQuotes(library: Library, texts: ReadonlyMap<string, ArticleText>, all: boolean): Finding[] {
  const findings: Finding[] = [];
  const found = new Map<string, Quotation>();
  for (const { path, citations } of citedTexts(library))
    for (const [i, citation] of citations.entries()) {
      const { article, paragraph, quote, quoteReason, sha256 } = citation;
      const text = texts.get(article)?.paragraphs[paragraph - 1];
      if (text === undefined) continue;
      const at = [...path, "citations", i];
      if (sha256 !== undefined && sha256 !== sha256Of(text))
        findings.push(mistake([...at, "sha256"], `is not that of ${article} ¶${paragraph}: ${sha256Of(text)}`));
      if (quote === undefined && !all) continue;
      if (quote === undefined) {
        findings.push(
          doubt([...at, "quote"], `is missing; quote ${FEWEST} to ${MOST} words of ${article} ¶${paragraph}`),
        );
        continue;
      }
      findings.push(...checkLength([...at, "quote"], quote, quoteReason));
      const [inText, words] = [folded(text), folded(quote)];
      const from = inText.indexOf(words);
      if (from < 0)
        findings.push(
          mistake([...at, "quote"], `“${quote}” does not stand in ${article} ¶${paragraph}; read it again`),
        );
      else if (inText.includes(words, from + 1))
        findings.push(mistake([...at, "quote"], `“${quote}” stands in ${article} ¶${paragraph} more than once`));
      else {
        const place = { path: at, article, paragraph, from, to: from + words.length, words: wordsIn(quote).length };
        found.set(`${article} ${paragraph} ${from} ${place.to}`, place);
      }
    }
  return [...findings, ...checkNeighbours([...found.values()], texts), ...checkShare([...found.values()], texts)];
}

function checkLength(path: CitedText["path"], quote: string, reason: string | undefined): Finding[] {
  const words = wordsIn(quote).length;
  if (words < FEWEST)
    return [doubt(path, `has ${words} words; of fewer than ${FEWEST} nobody can tell what they bear out`)];
  if (words > MOST_OF_ALL) return [doubt(path, `has ${words} words; ${MOST_OF_ALL} are the most, with a reason`)];
  if (words > MOST && reason === undefined)
    return [doubt(path, `has ${words} words; shorten it to ${MOST}, or write quoteReason`)];
  return [];
}

/** Two that touch would be one longer quotation. */
function checkNeighbours(quotations: readonly Quotation[], texts: ReadonlyMap<string, ArticleText>): Finding[] {
  const byParagraph = Map.groupBy(quotations, ({ article, paragraph }) => `${article} ${paragraph}`);
  return [...byParagraph.values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => a.from - b.from);
    return inOrder.slice(1).flatMap((next, i): Finding[] => {
      const before = inOrder[i];
      const text = folded(texts.get(next.article)?.paragraphs[next.paragraph - 1] ?? "");
      if (before === undefined || wordsIn(text.slice(before.to, next.from)).length > 0) return [];
      const reason = `touches the other quotation of ${next.article} ¶${next.paragraph}; quote the same words, or others`;
      return [doubt([...next.path, "quote"], reason)];
    });
  });
}

function checkShare(quotations: readonly Quotation[], texts: ReadonlyMap<string, ArticleText>): Finding[] {
  return [...Map.groupBy(quotations, ({ article }) => article)].flatMap(([article, own]): Finding[] => {
    const all = (texts.get(article)?.paragraphs ?? []).reduce((sum, text) => sum + wordsIn(text).length, 0);
    const quoted = own.reduce((sum, { words }) => sum + words, 0);
    if (quoted <= all * SHARE) return [];
    const reason = `${quoted} of its ${all} words are quoted; ${Math.floor(all * SHARE)} (${SHARE * 100} %) are the most`;
    return [doubt([`articles[${article}]`], reason)];
  });
}
