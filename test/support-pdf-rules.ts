/**
 * Rules of ISO 32000-1 and 14289-1 (PDF/UA-1) that a program can check, beside those veraPDF knows. In: a PDF as read back
 * and the page it was made from. Out: for each rule, in one sentence each, what breaks it; and a way to break it, so that
 * a test can show that the rule notices. The rules trust nothing the writer says about itself.
 */
import type { Page } from "../src/model/page.ts";
import { LANGUAGES } from "../templates/languages.ts";
import type { Element, Link, Pdf } from "./support-pdf.ts";
import { ownedIn, visible } from "./support-words.ts";

export interface Rule {
  readonly check: (pdf: Pdf, page: Page) => readonly string[];
  /** Changes a sound PDF so that this rule is broken. */
  readonly spoil: (pdf: Pdf) => void;
}

const unless = (holds: boolean, complaint: string): readonly string[] => (holds ? [] : [complaint]);

export function elementsIn(root: Element): readonly Element[] {
  return [root, ...root.kids.flatMap((kid) => (typeof kid === "object" && "type" in kid ? elementsIn(kid) : []))];
}

const ofType = (pdf: Pdf, type: string): readonly Element[] => elementsIn(pdf.root).filter((element) => element.type === type);
const inner = (element: Element): readonly Element[] => element.kids.filter((kid) => typeof kid === "object" && "type" in kid);
const shape = (element: Element): string => inner(element).map(({ type }) => type).join(" ");
const numbersIn = (element: Element): readonly number[] => element.kids.filter((kid) => typeof kid === "number");

/** The words under an element in reading order, as its codes map to characters. */
export function wordsUnder(pdf: Pdf, element: Element): string {
  return element.kids
    .map((kid) => {
      if (typeof kid === "number") return pdf.marks.filter(({ id }) => id === kid).map((mark) => shown(pdf, mark.shows)).join("");
      return "type" in kid ? wordsUnder(pdf, kid) : "";
    })
    .join("");
}

function shown(pdf: Pdf, shows: Pdf["marks"][number]["shows"]): string {
  return shows.map(({ font, codes }) => codes.map((code) => pdf.fonts.get(font)?.toUnicode.get(code) ?? "\ufffd").join("")).join("");
}

/** Words without hyphens at line ends, every gap one space. */
export const clean = (text: string): string => text.replaceAll("\u00ad", "").replace(/ +/g, " ").trim();

/** Codes that the page shows, by font. */
function used(pdf: Pdf): ReadonlyMap<string, ReadonlySet<number>> {
  const codes = new Map<string, Set<number>>();
  for (const { font, codes: own } of pdf.marks.flatMap(({ shows }) => shows)) {
    codes.set(font, new Set([...(codes.get(font) ?? []), ...own]));
  }
  return codes;
}

/** Titles are compared by what can be seen: controls and halves of characters are no part of either. */
const legible = (text: string): string => visible(text).replaceAll("\ufffd", "");

function titleIn(xmp: string): string {
  const text = /<rdf:li xml:lang="x-default">([\s\S]*?)<\/rdf:li>/.exec(xmp)?.[1] ?? "";
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

const STANDARD = "Document Sect P H1 H2 H3 L LI Lbl LBody Table Caption TR TH TD Link Span Figure".split(" ");
const first = <T>(list: readonly T[]): T => list[0] as T;
const element = (pdf: Pdf, type: string): Element => first(ofType(pdf, type));

/** Rules about the file and its catalog, and about what the page draws. */
export const FILE_RULES: Readonly<Record<string, Rule>> = {
  "one page of the right size": {
    check: (pdf, { width, height }) => [
      ...unless(pdf.pages === 1, `there are ${pdf.pages} pages`),
      ...unless(Math.abs((pdf.mediaBox[2] ?? 0) - width) < 0.01 && Math.abs((pdf.mediaBox[3] ?? 0) - height) < 0.01, "wrong size"),
    ],
    spoil: (pdf) => {
      pdf.pages = 2;
    },
  },
  "the catalog says language, tags and title": {
    check: (pdf, { briefing }) => [
      ...unless(pdf.lang === briefing.language, `Lang is ${pdf.lang}`),
      ...unless(pdf.marked && pdf.displayTitle && pdf.tabs === "S", "Marked, DisplayDocTitle or Tabs is missing"),
      ...unless(legible(pdf.title).startsWith(legible(briefing.title)), `the title is ${pdf.title}`),
    ],
    spoil: (pdf) => {
      pdf.displayTitle = false;
    },
  },
  "metadata says what the information dictionary says, and no clock was asked": {
    check: ({ xmp, title, dates }, { briefing }) => [
      ...unless((xmp.match(/<rdf:li xml:lang="[^"]*">/g) ?? []).join() === '<rdf:li xml:lang="x-default">', "one title, x-default"),
      ...unless(legible(titleIn(xmp)) === legible(title), `the title is ${titleIn(xmp)} here and ${title} there`),
      ...unless(xmp.includes("<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA is not claimed"),
      ...dates.flatMap((date) => unless(date === `D:${briefing.issued.slice(0, 19).replace(/\D/g, "")}Z`, `a date is ${date}`)),
    ],
    spoil: (pdf) => {
      pdf.dates[0] = "D:20300101000000Z";
    },
  },
  "the file begins, names itself and ends as it must": {
    check: ({ bytes, ids, encrypted }) => {
      const text = Buffer.from(bytes).toString("latin1");
      const start = Number(/startxref\s+(\d+)\s+%%EOF\n?$/.exec(text)?.[1] ?? -1);
      return [
        ...unless(/^%PDF-1\.7\n%[\x80-\xff]{4}\n/.test(text), "the header is wrong"),
        ...unless(/%%EOF\n?$/.test(text) && text.indexOf("%%EOF") === text.lastIndexOf("%%EOF"), "something follows %%EOF"),
        ...unless(/^\d+ 0 obj\n<<\/Type\/XRef/.test(text.slice(start, start + 40)), "startxref points elsewhere"),
        ...unless(ids.length === 2 && ids.every((id) => /^[0-9a-f]{32}$/i.test(id)) && !encrypted, "ID is missing or Encrypt is there"),
      ];
    },
    spoil: (pdf) => {
      pdf.bytes = Buffer.concat([pdf.bytes, Buffer.from("x")]);
    },
  },
  "everything painted is tagged or an artifact, and neither stands in the other": {
    check: ({ marks, strays }) => [
      ...strays,
      ...marks.flatMap(({ tag, id, depth }) => [
        ...unless(depth === 0, `${tag} stands in another sequence`),
        ...unless((tag === "Artifact") === (id === null), `${tag} is tagged as ${id}`),
      ]),
    ],
    spoil: (pdf) => {
      first(pdf.marks).depth = 1;
    },
  },
  "fonts are embedded, and their widths and characters complete": {
    check: (pdf) =>
      [...pdf.fonts].flatMap(([name, font]) => {
        const codes = [...(used(pdf).get(name) ?? [])];
        return [
          ...unless(/^[A-Z]{6}\+/.test(font.name) && font.length1 === font.programLength, `${name} is no subset`),
          ...unless(`${font.subtype} ${font.encoding} ${font.descendant} ${font.cidToGid}` === "Type0 Identity-H CIDFontType2 Identity", `${name} is of another kind`),
          ...unless(codes.length > 0, `${name} is never used`),
          ...codes.flatMap((code) => [
            ...unless(font.toUnicode.has(code), `code ${code} of ${name} stands for nothing`),
            ...unless(!/[\u0000\ufeff\ufffe\ue000-\uf8ff]/.test(font.toUnicode.get(code) ?? ""), `code ${code} copies as nothing`),
            ...unless(Math.abs((font.widths.get(code) ?? -9) - (font.advances[code] ?? 9)) <= 1, `code ${code} of ${name} is not as wide as its glyph`),
          ]),
        ];
      }),
    spoil: (pdf) => {
      first([...pdf.fonts.values()]).widths.set(1, 5);
    },
  },
  "no .notdef is shown, and what can be seen has an outline": {
    check: (pdf) =>
      [...used(pdf)].flatMap(([name, codes]) => {
        const font = pdf.fonts.get(name);
        return [...codes].flatMap((code) => {
          const seen = !/^\s*$/u.test(font?.toUnicode.get(code) ?? "");
          return [
            ...unless(code > 0 && code < (font?.advances.length ?? 0), `code ${code} of ${name} is no glyph`),
            ...unless(!seen || (font?.outlines[code] ?? 0) > 0, `code ${code} of ${name} prints nothing`),
          ];
        });
      }),
    spoil: (pdf) => {
      const { font, codes } = first(pdf.marks.flatMap(({ shows }) => shows));
      const glyphs = pdf.fonts.get(font)?.outlines;
      if (glyphs !== undefined) glyphs[first(codes)] = 0;
    },
  },
};

/** Rules about the tag tree. */
export const TAG_RULES: Readonly<Record<string, Rule>> = {
  "each piece of content has one place in the tree, and the parent tree knows it": {
    check: (pdf) => {
      const parents = pdf.parents.get(pdf.structParents);
      const onPage = pdf.marks.flatMap(({ id }) => (id === null ? [] : [id]));
      const inTree = elementsIn(pdf.root).flatMap((each) => numbersIn(each).map((id) => [id, each.id] as const));
      const ids = inTree.map(([id]) => id);
      return [
        ...unless(new Set(onPage).size === onPage.length && new Set(ids).size === ids.length, "a number is there twice"),
        ...unless([...onPage].sort().join() === [...ids].sort().join(), "page and tree hold different content"),
        ...inTree.flatMap(([id, parent]) => unless(Array.isArray(parents) && parents[id] === parent, `content ${id} has another parent`)),
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
        ...inner(each).flatMap((kid) => unless(kid.parent === each.id, `${kid.type} ${kid.id} names another parent`)),
      ]),
    spoil: (pdf) => {
      first(inner(pdf.root)).parent = 0;
    },
  },
  "the tags are read in the order of the briefing, with its words": {
    check: (pdf, { briefing }) => {
      const order = elementsIn(pdf.root).filter(({ type }) => /^(P|H\d|Lbl|Caption|TH|TD)$/.test(type));
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
        ...unless(levels[0] === 1 && levels.filter((level) => level === 1).length === 1, `headings are ${levels.join()}`),
        ...levels.flatMap((level, i) => unless(level <= (levels[i - 1] ?? level) + 1, `H${level} follows H${levels[i - 1]}`)),
      ];
    },
    spoil: (pdf) => {
      element(pdf, "H2").type = "H3";
    },
  },
  "lists hold items, items a label if any and one body": {
    check: (pdf) => [
      ...ofType(pdf, "L").flatMap((list) => unless(/^LI( LI)*$/.test(shape(list)), `a list of ${shape(list)}`)),
      ...ofType(pdf, "LI").flatMap((item) => unless(/^(Lbl )?LBody$/.test(shape(item)), `an item of ${shape(item)}`)),
      ...elementsIn(pdf.root).flatMap((each) => unless(each.type === "L" || !/\bLI\b/.test(shape(each)), `an item in ${each.type}`)),
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
              ...headers.flatMap((header) => unless(header.scope === scope, `a header of row ${i} has scope ${header.scope}`)),
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
  "links are annotations that stand in the tree, with words and an address": {
    check: (pdf) => {
      const held = elementsIn(pdf.root).flatMap((each) =>
        each.kids.flatMap((kid) => (typeof kid === "object" && "annotation" in kid ? [[kid.annotation, each] as const] : [])),
      );
      return [
        ...unless(held.length === pdf.links.length, `${pdf.links.length} annotations, ${held.length} in the tree`),
        ...ofType(pdf, "Link").flatMap((each) => unless(numbersIn(each).length === 1 && held.some(([, by]) => by === each), "a link without words or annotation")),
        ...pdf.links.flatMap((link) => linkComplaints(pdf, link, held.find(([id]) => id === link.id)?.[1])),
      ];
    },
    spoil: (pdf) => {
      first(pdf.links).structParent += 1;
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

function linkComplaints(pdf: Pdf, link: Link, holder: Element | undefined): readonly string[] {
  if (holder === undefined) return [`the annotation ${link.uri} stands nowhere in the tree`];
  const [left = 0, bottom = 0, right = 0, top = 0] = link.rect;
  return [
    ...unless(holder.type === "Link" && pdf.parents.get(link.structParent) === holder.id, `${link.uri} has another parent`),
    ...unless(link.subtype === "Link" && link.flags === 4, `${link.uri} is of another kind or not printed`),
    ...unless(link.contents !== "" && link.contents === clean(wordsUnder(pdf, holder)), `${link.uri} says “${link.contents}”`),
    ...unless(/^https?:\/\/[\x21-\x7e]+$/.test(link.uri), `“${link.uri}” is no address`),
    ...unless(left < right && bottom < top && link.quads.length % 8 === 0 && link.quads.length > 0, `${link.uri} has no area`),
    ...unless(link.quads.every((value, i) => value >= (i % 2 ? bottom : left) - 0.02 && value <= (i % 2 ? top : right) + 0.02), `${link.uri} reaches beyond its own area`),
  ];
}
