/**
 * What can be wrong with a letter. In: the block for mails as HTML, or the letter it was written from. Out: in one sentence
 * each, what mail programs would take away or show otherwise, and what is left out without being counted.
 */
import type { Letter, LetterLimits } from "../../src/model/letter.ts";
import { split, wordsOf } from "./format-words.ts";

const ELEMENTS = new Set(["table", "tr", "td", "a", "img", "p", "h2", "h3", "ul", "li", "b", "span", "br"]);

/** What mail programs would not keep of a block, or read wrongly. */
export function blockComplaints(html: string): readonly string[] {
  const comments = [...html.matchAll(/<!--[\s\S]*?-->/g)].map(([comment]) => comment);
  const bare = comments.reduce((rest, comment) => rest.replace(comment, ""), html);
  return [
    ...comments.filter((comment) => !/^<!--\[if mso\]>[\s\S]*<!\[endif\]-->$/.test(comment)),
    ...[...bare.matchAll(/<\/?([a-z0-9]+)/gi)].flatMap(([, name = ""]) =>
      ELEMENTS.has(name) ? [] : [`has a ${name}`],
    ),
    ...[...bare.matchAll(/<[^>]*? (class|id|on\w+)=/gi)].map(([, name]) => `has an attribute ${name}`),
    ...[...bare.matchAll(/<table(?![^>]* role="presentation")/g)].map(() => "has a table that is read as one"),
    ...[...bare.matchAll(/<table[^>]* style="[^"]*margin/g)].map(() => "has a margin on a table"),
    ...[...bare.matchAll(/<img(?![^>]* width="\d+" height="\d+"[^>]* alt="[^"]+)/g)].map(() => "has a bare picture"),
    ...[...bare.matchAll(/(?<!<a [^>]*>)<img/g)].map(() => "has a picture that leads nowhere"),
    ...[...bare.matchAll(/<a (?![^>]*color:)/g)].map(() => "has a link in whatever colour the program likes"),
    ...(/^<table [^>]*lang="[a-z]+" dir="(ltr|rtl)"/m.test(bare) ? [] : ["does not say its language"]),
  ];
}

/** What a letter counts as left out stands in it as a number. */
export function countComplaints(letter: Letter): readonly string[] {
  const omitted = letter.sections.flatMap(({ parts }) =>
    parts.filter((part) => part.kind === "paragraph" && part.style === "omitted"),
  );
  const numbers = omitted.flatMap((part) =>
    split(wordsOf({ sections: [{ kind: "omitted", parts: [part] }] }).join(" ")),
  );
  const kinds = ["changes", "topics", "answers", "disputes"] as const satisfies readonly (keyof LetterLimits)[];
  return kinds.flatMap((kind) => {
    const { shown, total } = letter.tally[kind];
    return shown >= total || numbers.includes(`${total - shown}`) ? [] : [`${kind}: ${shown} of ${total}, unsaid`];
  });
}
