/**
 * Rules about the tag tree as a whole, after ISO 32000-1 and 14289-1 (PDF/UA-1): every piece of content has its place, and
 * whoever is read the page hears the briefing's words in the briefing's order. In: a PDF as read back and the page it was
 * made from. Out: what breaks each rule.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { clean, element, elementsIn, first, inner, numbersIn, type Rules, unless, wordsUnder } from "./pdf-rule.ts";
import { ownedIn } from "./words.ts";

const STANDARD = "Document Sect P Note H1 H2 H3 L LI Lbl LBody Table Caption TR TH TD Link Span Figure".split(" ");

export const TREE_RULES: Rules = {
  "each piece of content has one place in the tree, and the parent tree knows it": {
    check: (pdf) => {
      const parents = pdf.parents.get(pdf.structParents);
      const onPage = pdf.marks.flatMap(({ id }) => (id === null ? [] : [id]));
      const inTree = elementsIn(pdf.root).flatMap((each) => numbersIn(each).map((id) => [id, each.id] as const));
      const ids = inTree.map(([id]) => id);
      return [
        ...unless(
          new Set(onPage).size === onPage.length && new Set(ids).size === ids.length,
          "a number is there twice",
        ),
        ...unless([...onPage].sort().join() === [...ids].sort().join(), "page and tree hold different content"),
        ...inTree.flatMap(([id, parent]) =>
          unless(Array.isArray(parents) && parents[id] === parent, `content ${id} has another parent`),
        ),
      ];
    },
    spoil: (pdf) => {
      const parents = pdf.parents.get(pdf.structParents);
      if (Array.isArray(parents)) parents.reverse();
    },
  },
  "elements are of standard types, have content and know their parent": {
    check: (pdf) =>
      elementsIn(pdf.root).flatMap((each) => [
        ...unless(STANDARD.includes(each.type), `${each.type} is no standard type`),
        ...unless(each.kids.length > 0 || each.type === "TD", `an empty ${each.type}`),
        ...unless(
          each.page !== null || each.kids.every((kid) => typeof kid === "object" && "type" in kid),
          `the content of a ${each.type} is on no page`,
        ),
        ...inner(each).flatMap((kid) => unless(kid.parent === each.id, `${kid.type} ${kid.id} names another parent`)),
      ]),
    spoil: (pdf) => {
      first(inner(pdf.root)).parent = 0;
    },
  },
  "the tags are read in the order of the briefing, with its words": {
    check: (pdf, { briefing }) => {
      const order = elementsIn(pdf.root).filter(({ type }) => /^(P|Note|H\d|Lbl|Caption|TH|TD)$/.test(type));
      const read = order.map((each) => clean(wordsUnder(pdf, each)));
      const said = ownedIn(briefing).map(({ words }) => words);
      const wrong = said.findIndex((words, i) => read[i] !== words);
      return [
        ...unless(wrong < 0, `“${read[wrong]}” is read where “${said[wrong]}” is due`),
        ...unless(read.length === said.length, `${read.length} pieces are read, the briefing has ${said.length}`),
      ];
    },
    spoil: (pdf) => {
      pdf.root.kids.reverse();
    },
  },
  "headings begin with the one H1 and skip no level": {
    check: (pdf) => {
      const levels = elementsIn(pdf.root).flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type.slice(1))] : []));
      return [
        ...unless(
          levels[0] === 1 && levels.filter((level) => level === 1).length === 1,
          `headings are ${levels.join()}`,
        ),
        ...levels.flatMap((level, i) =>
          unless(level <= (levels[i - 1] ?? level) + 1, `H${level} follows H${levels[i - 1]}`),
        ),
      ];
    },
    spoil: (pdf) => {
      element(pdf, "H2").type = "H3";
    },
  },
  "a change of language is marked with a language": {
    check: (pdf) =>
      elementsIn(pdf.root).flatMap(({ type, lang }) => [
        ...unless(lang === null || /^[a-z]{2,3}$/.test(lang), `${type} is in “${lang}”`),
        ...unless(type !== "Span" || lang !== null, "a Span that marks nothing"),
        ...unless(Object.hasOwn(LANGUAGES, pdf.lang), `the document is in “${pdf.lang}”`),
      ]),
    spoil: (pdf) => {
      element(pdf, "P").lang = "Deutsch";
    },
  },
};
