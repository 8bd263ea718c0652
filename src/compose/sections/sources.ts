/**
 * The articles cited on this sheet by their numbers, with what each text says about itself and what it does not. In: the
 * context and the articles. Out: the section.
 */
import type { ListItem, Run, Section } from "../../model/briefing.ts";
import type { Article } from "../../model/library.ts";
import { type ComposeContext, join } from "../context/compose-context.ts";
import { dateInWords } from "../wording/format-words.ts";
import { sectionHeading, sectionLegend } from "./section-head.ts";

export function sources(context: ComposeContext, cited: readonly Article[]): Section {
  const { words } = context;
  const heading = sectionHeading(context, words.headings.sources);
  if (cited.length === 0) {
    return {
      kind: "sources",
      parts: [heading, { kind: "paragraph", style: "note", runs: [{ text: words.noSources, voice: "plain" }] }],
    };
  }
  const items = cited.map((article) => {
    const label = String(context.index.sources.get(article.id));
    return context.cache.keep(
      `source ${label} ${context.limits.viewpoints}`,
      (): ListItem => ({
        kind: "item",
        label,
        anchor: `source-${label}`,
        parts: [{ kind: "paragraph", style: "body", runs: describe(context, article) }],
      }),
    );
  });
  return {
    kind: "sources",
    parts: [heading, sectionLegend(context, words.citationLegend), { kind: "list", style: "sources", items }],
  };
}

function describe(context: ComposeContext, article: Article): readonly Run[] {
  const { words } = context;
  const plain = (text: string): readonly Run[] => [{ text, voice: "plain" }];
  const dated: readonly Run[] =
    article.date !== null
      ? plain(dateInWords(article.date, words, "long"))
      : article.dating !== null
        ? [context.say(article.dating)]
        : plain(words.undated);
  const { title, url, archived } = article;
  const link = url === undefined ? {} : { href: url };
  const facts = join(
    [
      [{ text: words.articleKinds[article.kind], voice: "strong", ...(title === undefined ? link : {}) }],
      ...(title === undefined ? [] : [[{ text: title, voice: "plain", ...link } as const]]),
      ...(article.outlet === null && article.author === null
        ? [plain(words.noOutletNorAuthor)]
        : [plain(article.outlet ?? words.noOutlet), plain(article.author ?? words.noAuthor)]),
      dated,
    ],
    ", ",
  );
  const text: Run[] = [...facts];
  // A sheet has no room for what an article is about beside what it argues; the page of all statements has.
  if (context.template.id === "all") {
    text.push({ text: ". ", voice: "plain" }, context.say(article.description));
    if (article.marks !== undefined) text.push({ text: ". ", voice: "plain" }, context.say(article.marks));
    if (archived !== undefined)
      text.push({ text: ". ", voice: "plain" }, { text: words.evidence.archived, voice: "label", href: archived });
  }
  if (article.viewpoint !== null && context.limits.viewpoints > 0) {
    text.push({ text: `. ${words.viewpoint} `, voice: "label" }, context.say(article.viewpoint));
  }
  return [...text, { text: ".", voice: "plain" }];
}
