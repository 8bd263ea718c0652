/**
 * Rules about the file and its catalog, and about what the page draws, after ISO 32000-1 and 14289-1 (PDF/UA-1): one page
 * that names itself, content that is tagged or an artifact, and fonts that print and copy. In: a PDF as read back and the
 * page it was made from. Out: what breaks each rule.
 */
import type { Pdf } from "./pdf.ts";
import { copied, first, legible, type Rules, unless } from "./pdf-rule.ts";

/** Codes that the page shows, by font. */
function used(pdf: Pdf): ReadonlyMap<string, ReadonlySet<number>> {
  const codes = new Map<string, Set<number>>();
  for (const { font, codes: own } of pdf.marks.flatMap(({ shows }) => shows)) {
    codes.set(font, new Set([...(codes.get(font) ?? []), ...own]));
  }
  return codes;
}

function titleIn(xmp: string): string {
  const text = /<rdf:li xml:lang="x-default">([\s\S]*?)<\/rdf:li>/.exec(xmp)?.[1] ?? "";
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

export const FILE_RULES: Rules = {
  "one page of the right size": {
    check: (pdf, { width, height }) => [
      ...unless(pdf.pages === 1, `there are ${pdf.pages} pages`),
      ...unless(
        Math.abs((pdf.mediaBox[2] ?? 0) - width) < 0.01 && Math.abs((pdf.mediaBox[3] ?? 0) - height) < 0.01,
        "wrong size",
      ),
    ],
    spoil: (pdf) => {
      pdf.pages = 2;
    },
  },
  "the catalog says language, tags and title": {
    check: (pdf, { briefing }) => [
      ...unless(pdf.lang === briefing.language, `Lang is ${pdf.lang}`),
      ...unless(pdf.marked && pdf.displayTitle && pdf.tabs === "S", "Marked, DisplayDocTitle or Tabs is missing"),
      ...unless(legible(pdf.title).startsWith(legible(briefing.longTitle)), `the title is ${pdf.title}`),
    ],
    spoil: (pdf) => {
      pdf.displayTitle = false;
    },
  },
  "metadata says what the information dictionary says, and no clock was asked": {
    check: ({ xmp, title, dates }, { briefing }) => [
      ...unless(
        (xmp.match(/<rdf:Alt>(<rdf:li xml:lang="x-default">[^<]*<\/rdf:li>)<\/rdf:Alt>/g) ?? []).length ===
          xmp.split("<rdf:Alt>").length - 1,
        "one text each, x-default",
      ),
      ...unless(legible(titleIn(xmp)) === legible(title), `the title is ${titleIn(xmp)} here and ${title} there`),
      ...unless(xmp.includes('pdfuaid:part="1"'), "PDF/UA is not claimed"),
      ...dates.flatMap((date) =>
        unless(date === `D:${briefing.issued.slice(0, 19).replace(/\D/g, "")}+00'00'`, `a date is ${date}`),
      ),
    ],
    spoil: (pdf) => {
      pdf.dates[0] = "D:20300101000000+00'00'";
    },
  },
  "the file begins, names itself and ends as it must": {
    check: ({ bytes, ids, encrypted }) => {
      const text = Buffer.from(bytes).toString("latin1");
      const start = Number(/startxref\s+(\d+)\s+%%EOF\n?$/.exec(text)?.[1] ?? -1);
      return [
        ...unless(/^%PDF-1\.7\n%[\x80-\xff]{4}\n/.test(text), "the header is wrong"),
        ...unless(
          /%%EOF\n?$/.test(text) && text.indexOf("%%EOF") === text.lastIndexOf("%%EOF"),
          "something follows %%EOF",
        ),
        ...unless(/^\d+ 0 obj\n<<\/Type\/XRef/.test(text.slice(start, start + 40)), "startxref points elsewhere"),
        ...unless(
          ids.length === 2 && ids.every((id) => /^[0-9a-f]{32}$/i.test(id)) && !encrypted,
          "ID is missing or Encrypt is there",
        ),
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
          ...unless(
            `${font.subtype} ${font.encoding} ${font.descendant} ${font.cidToGid}` ===
              "Type0 Identity-H CIDFontType2 Identity",
            `${name} is of another kind`,
          ),
          ...unless(font.codeSpaces === "<0000><ffff>", `${name} has the codes ${font.codeSpaces}`),
          ...unless(codes.length > 0, `${name} is never used`),
          ...unless(!font.described.includes("CIDSet"), `${name} has a CIDSet`),
          ...codes.flatMap((code) => [
            ...unless(font.toUnicode.has(code), `code ${code} of ${name} stands for nothing`),
            ...unless(
              !/[\p{Cc}\p{Co}\ufeff\ufffe]/u.test(font.toUnicode.get(code) ?? ""),
              `code ${code} copies as nothing`,
            ),
            ...unless(
              Math.abs((font.widths.get(code) ?? -9) - (font.advances[code] ?? 9)) <= 1,
              `code ${code} of ${name} is not as wide as its glyph`,
            ),
          ]),
        ];
      }),
    spoil: (pdf) => {
      first([...pdf.fonts.values()]).widths.set(0x61, 5);
    },
  },
  "what is said of glyphs is what they stand for": {
    check: (pdf) =>
      pdf.marks.flatMap(({ shows }) => {
        // A hyphen at a line's end is no part of the word, and a box stands for any one character.
        const whole = (text: string): string[] => [...text.replaceAll("\u00ad", "")];
        const codes = whole(shows.map((show) => copied(pdf, show)).join(""));
        const words = whole(shows.map((show) => show.actual ?? copied(pdf, show)).join(""));
        const same = codes.length === words.length && codes.every((code, i) => code === "☐" || code === words[i]);
        return unless(same, `“${words.join("")}” is said of “${codes.join("")}”`);
      }),
    spoil: (pdf) => {
      first(pdf.marks.flatMap(({ shows }) => shows)).actual = "something else";
    },
  },
  // Readers that know a code by one character only, and programs that write a file anew, lose the others.
  "a code stands for one character": {
    check: (pdf) =>
      [...used(pdf)].flatMap(([name, codes]) =>
        [...codes].flatMap((code) => {
          const text = pdf.fonts.get(name)?.toUnicode.get(code) ?? "";
          return unless([...new Intl.Segmenter().segment(text)].length === 1, `code ${code} of ${name} is “${text}”`);
        }),
      ),
    spoil: (pdf) => {
      const { font, codes } = first(pdf.marks.flatMap(({ shows }) => shows));
      pdf.fonts.get(font)?.toUnicode.set(first(codes), "ff");
    },
  },
  "no .notdef is shown, and what can be seen has an outline": {
    check: (pdf) =>
      pdf.marks.flatMap(({ shows }) =>
        shows.flatMap(({ font: name, codes }) => {
          const font = pdf.fonts.get(name);
          // A ligature is drawn by the code of its first letter, and the others show nothing.
          let drawn = false;
          return codes.flatMap((code) => {
            const character = font?.toUnicode.get(code) ?? "";
            const goesOn = drawn && /^[fil]$/.test(character);
            const outlined = (font?.outlines[code] ?? 0) > 0;
            drawn = outlined ? character === "f" : goesOn;
            return [
              ...unless(code > 0 && code < (font?.advances.length ?? 0), `code ${code} of ${name} is no glyph`),
              ...unless(/^\s*$/u.test(character) || outlined || goesOn, `code ${code} of ${name} prints nothing`),
            ];
          });
        }),
      ),
    spoil: (pdf) => {
      const { font, codes } = first(pdf.marks.flatMap(({ shows }) => shows));
      const shown = pdf.fonts.get(font);
      if (shown !== undefined) shown.outlines[first(codes)] = 0;
    },
  },
};
