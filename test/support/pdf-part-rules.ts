/**
 * Rules about the parts of the tag tree, after ISO 32000-1 and 14289-1 (PDF/UA-1): what lists, tables, figures and links
 * are made of, so that a screen reader can count items, name columns and follow a link. In: a PDF as read back. Out: what
 * breaks each rule.
 */
import type { Element, Link, Pdf } from "./pdf.ts";
import {
  clean,
  element,
  elementsIn,
  first,
  inner,
  numbersIn,
  ofType,
  type Rules,
  shape,
  unless,
  wordsUnder,
} from "./pdf-rule.ts";

export const PART_RULES: Rules = {
  "lists hold items, items a label if any and one body": {
    check: (pdf) => [
      ...ofType(pdf, "L").flatMap((list) => unless(/^LI( LI)*$/.test(shape(list)), `a list of ${shape(list)}`)),
      ...ofType(pdf, "LI").flatMap((item) => unless(/^(Lbl )?LBody$/.test(shape(item)), `an item of ${shape(item)}`)),
      ...elementsIn(pdf.root).flatMap((each) =>
        unless(each.type === "L" || !/\bLI\b/.test(shape(each)), `an item in ${each.type}`),
      ),
    ],
    spoil: (pdf) => {
      element(pdf, "LBody").type = "P";
    },
  },
  "tables have rows of equally many cells, and headers say of what": {
    check: (pdf) =>
      ofType(pdf, "Table").flatMap((table) => {
        const rows = inner(table).filter(({ type }) => type === "TR");
        const cells = rows.map((row) => inner(row).length);
        return [
          ...unless(/^(Caption )?TR( TR)*$/.test(shape(table)), `a table of ${shape(table)}`),
          ...unless(new Set(cells).size === 1, `rows of ${cells.join()} cells`),
          ...rows.flatMap((row, i) => {
            const wanted = i === 0 ? /^TH( TH)*$/ : /^TH( TD)*$/;
            const scope = i === 0 ? "Column" : "Row";
            const headers = inner(row).filter(({ type }) => type === "TH");
            return [
              ...unless(wanted.test(shape(row)), `a row of ${shape(row)}`),
              ...headers.flatMap((header) =>
                unless(header.scope === scope, `a header of row ${i} has scope ${header.scope}`),
              ),
            ];
          }),
        ];
      }),
    spoil: (pdf) => {
      element(pdf, "TH").scope = null;
    },
  },
  "figures say what they show and where they stand": {
    check: (pdf) =>
      ofType(pdf, "Figure").flatMap(({ alt, box }) => {
        const [left = 0, bottom = 0, right = 0, top = 0] = box ?? [];
        const inside = left >= 0 && bottom >= 0 && right <= (pdf.mediaBox[2] ?? 0) && top <= (pdf.mediaBox[3] ?? 0);
        return [
          ...unless((alt ?? "").length > 10, `a figure says “${alt}”`),
          ...unless(box?.length === 4 && left < right && bottom < top && inside, `a figure stands at ${box}`),
        ];
      }),
    spoil: (pdf) => {
      element(pdf, "Figure").alt = null;
    },
  },
  "notes have a name of their own, and the tree of names knows them": {
    check: (pdf) => {
      const named = elementsIn(pdf.root).filter(({ name }) => name !== null);
      const names = named.map(({ name }) => name ?? "");
      return [
        ...ofType(pdf, "Note").flatMap(({ name }) => unless((name ?? "") !== "", "a note without a name")),
        ...unless(new Set(names).size === names.length, "a name is there twice"),
        ...unless(
          JSON.stringify(pdf.names) ===
            JSON.stringify(
              named.map(({ name, id }) => [name, id]).sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1)),
            ),
          `the tree of names is ${pdf.names.join(" ")}`,
        ),
      ];
    },
    spoil: (pdf) => {
      pdf.names.push(["stray", 0]);
    },
  },
  "the notes are those that explain a dispute": {
    check: (pdf, { briefing }) => {
      const notes = briefing.sections
        .flatMap(({ parts }) => parts)
        .flatMap((part) => (part.kind === "list" ? part.items : []))
        .flatMap(({ parts }) => parts.filter(({ style }) => style === "note"));
      return unless(ofType(pdf, "Note").length === notes.length, `${notes.length} notes are due`);
    },
    spoil: (pdf) => {
      element(pdf, "P").type = "Note";
    },
  },
  "links are annotations that stand in the tree, with words and an address": {
    check: (pdf) => {
      const held = elementsIn(pdf.root).flatMap((each) =>
        each.kids.flatMap((kid) =>
          typeof kid === "object" && "annotation" in kid ? [[kid.annotation, each] as const] : [],
        ),
      );
      return [
        ...unless(held.length === pdf.links.length, `${pdf.links.length} annotations, ${held.length} in the tree`),
        ...ofType(pdf, "Link").flatMap((each) =>
          unless(
            numbersIn(each).length === 1 && held.some(([, by]) => by === each),
            "a link without words or annotation",
          ),
        ),
        ...pdf.links.flatMap((link) => linkComplaints(pdf, link, held.find(([id]) => id === link.id)?.[1])),
      ];
    },
    spoil: (pdf) => {
      first(pdf.links).structParent += 1;
    },
  },
};

function linkComplaints(pdf: Pdf, link: Link, holder: Element | undefined): readonly string[] {
  if (holder === undefined) return [`the annotation ${link.uri} stands nowhere in the tree`];
  const [left = 0, bottom = 0, right = 0, top = 0] = link.rect;
  return [
    ...unless(
      holder.type === "Link" && pdf.parents.get(link.structParent) === holder.id,
      `${link.uri} has another parent`,
    ),
    ...unless(link.subtype === "Link" && link.flags === 4, `${link.uri} is of another kind or not printed`),
    ...unless(
      link.contents !== "" && link.contents === clean(wordsUnder(pdf, holder)),
      `${link.uri} says “${link.contents}”`,
    ),
    ...unless(/^https?:\/\/[\x21-\x7e]+$/.test(link.uri), `“${link.uri}” is no address`),
    ...unless(
      left < right && bottom < top && link.quads.length % 8 === 0 && link.quads.length > 0,
      `${link.uri} has no area`,
    ),
    ...unless(
      link.quads.every((value, i) => value >= (i % 2 ? bottom : left) - 0.02 && value <= (i % 2 ? top : right) + 0.02),
      `${link.uri} reaches beyond its own area`,
    ),
  ];
}
