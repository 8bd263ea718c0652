/**
 * Rules about what makes the file last, after ISO 19005-3 (PDF/A-3a) and ISO 14289-1: it says which standards it keeps,
 * what its colours mean, and carries its own data. In: a PDF as read back and the page it was made from. Out: what breaks
 * each rule.
 */
import { writeJson } from "../../src/formats/json.ts";
import { LICENCE } from "../../src/model/licence.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { clean, elementsIn, first, legible, type Rules, unless, wordsUnder } from "./pdf-rule.ts";

/** What stands in an element of the metadata, an item of its list each. */
function toldIn(xmp: string, name: string): readonly string[] {
  const element = new RegExp(`<dc:${name}>([\\s\\S]*?)</dc:${name}>`).exec(xmp)?.[1] ?? "";
  const items = [...element.matchAll(/<rdf:li[^>]*>([^<]*)<\/rdf:li>/g)].map(([, text = ""]) => text);
  return (items.length > 0 ? items : [element]).map((text) =>
    legible(text.replace(/&#(\d+);/g, (_, unit: string) => String.fromCharCode(Number(unit)))),
  );
}

/** A property with one value, which is an attribute of what it is said of. */
const said = (xmp: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(xmp)?.[1] ?? "";

/** What the ICC specification asks of every profile, and what makes it one of a screen's three colours. */
function profileComplaints(bytes: Uint8Array): readonly string[] {
  const profile = Buffer.from(bytes);
  const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, i) => 132 + 12 * i);
  return [
    ...unless(profile.readUInt32BE(0) === profile.length, "the profile has another length"),
    ...unless(profile.toString("latin1", 12, 24) === "mntrRGB XYZ ", "the profile is of another kind"),
    ...unless(profile.toString("latin1", 36, 40) === "acsp" && (profile[8] ?? 9) <= 4, "the profile is none"),
    ...["desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"].flatMap((tag) =>
      unless(
        tags.some((at) => profile.toString("latin1", at, at + 4) === tag),
        `the profile has no ${tag}`,
      ),
    ),
    ...tags.flatMap((at) =>
      unless(profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8) <= profile.length, "a tag reaches beyond"),
    ),
  ];
}

/** What only the file of its own has. */
const LEFT_OUT: ReadonlySet<string> = new Set(["runs", "quote", "sources"]);

export const ARCHIVE_RULES: Rules = {
  "the metadata names both standards, and explains what PDF/A does not know": {
    check: ({ xmp }) => [
      ...unless(
        /^<\?xpacket begin="\ufeff" id="[^"]+"\?>/.test(xmp) && /<\?xpacket end="[rw]"\?>$/.test(xmp),
        "no packet",
      ),
      ...unless(said(xmp, "pdfaid:part") === "3" && said(xmp, "pdfaid:conformance") === "A", "PDF/A-3a is not claimed"),
      ...unless(said(xmp, "pdfuaid:part") === "1", "PDF/UA-1 is not claimed"),
      ...unless(
        said(xmp, "pdfaSchema:namespaceURI") === "http://www.aiim.org/pdfua/ns/id/" &&
          said(xmp, "pdfaSchema:prefix") === "pdfuaid" &&
          said(xmp, "pdfaProperty:name") === "part" &&
          said(xmp, "pdfaProperty:valueType") === "Integer" &&
          ["pdfaSchema:schema", "pdfaProperty:category", "pdfaProperty:description"].every(
            (key) => said(xmp, key) !== "",
          ),
        "the property of PDF/UA is not explained",
      ),
    ],
    spoil: (pdf) => {
      pdf.xmp = pdf.xmp.replace('pdfaid:conformance="A"', 'pdfaid:conformance="B"');
    },
  },
  "the metadata says whose the sheet is, what it is about and under which licence": {
    check: ({ xmp, information }, { briefing }) => {
      const { title, longTitle, edition, summary, language, particulars, links } = briefing;
      const told: Readonly<Record<string, readonly string[]>> = {
        title: [`${longTitle} – Einblatt ${edition}`],
        creator: ["Einblatt"],
        publisher: ["Einblatt"],
        description: [summary],
        subject: [...new Set([title, particulars.subject])],
        rights: [LANGUAGES[language]?.licence ?? ""],
        language: [language],
        identifier: [links.permanent],
      };
      return [
        ...Object.entries(told).flatMap(([name, texts]) =>
          unless(
            JSON.stringify(toldIn(xmp, name)) === JSON.stringify(texts.map(legible)),
            `dc:${name} is ${toldIn(xmp, name).join("; ")}`,
          ),
        ),
        ...unless(said(xmp, "xmpRights:WebStatement") === LICENCE, "the licence has no address"),
        ...unless(information.Author === "Einblatt", `the author is ${information.Author}`),
        ...unless(legible(information.Subject ?? "") === legible(summary), `the subject is ${information.Subject}`),
      ];
    },
    spoil: (pdf) => {
      pdf.information.Author = "pdf-lib";
    },
  },
  "the metadata has the producer and dates of the information dictionary": {
    check: ({ xmp, producer, dates }) => [
      ...unless(producer !== "" && said(xmp, "pdf:Producer") === producer, `the producers differ: ${producer}`),
      ...["xmp:CreateDate", "xmp:ModifyDate"].flatMap((name, i) =>
        unless(
          `D:${said(xmp, name).replace(/[-:TZ]/g, "")}+00'00'` === dates[i],
          `${name} is ${said(xmp, name)}, and the date ${dates[i]}`,
        ),
      ),
    ],
    spoil: (pdf) => {
      pdf.producer = "pdf-lib";
    },
  },
  "colours are explained by one RGB profile": {
    check: ({ intents }) => [
      ...unless(intents.length === 1, `there are ${intents.length} output intents`),
      ...intents.flatMap(({ subtype, condition, components, profile }) => [
        ...unless(subtype === "GTS_PDFA1" && condition !== "", `an intent ${subtype} for ${condition}`),
        ...unless(components === 3, `colours of ${components} parts`),
        ...profileComplaints(profile),
      ]),
    ],
    spoil: (pdf) => {
      first(pdf.intents).profile.set([67, 77, 89, 75], 16);
    },
  },
  "what the page says is attached as data": {
    check: ({ attachments }, { briefing }) => [
      ...unless(attachments.length === 1, `there are ${attachments.length} attachments`),
      ...attachments.flatMap((file) => [
        ...unless(
          file.names.every(
            (name) => name === `einblatt-${briefing.topic}-${briefing.edition}-${briefing.language}.json`,
          ),
          `it is called ${file.names.join()}`,
        ),
        ...unless(
          file.type === "application/json" && file.relationship === "Data",
          `it is ${file.type}, ${file.relationship}`,
        ),
        ...unless(file.associated, "the catalog does not know it"),
        ...unless(file.description === LANGUAGES[briefing.language]?.attachment, `it is “${file.description}”`),
        ...unless(file.size === file.data.length, "it has another size"),
        ...unless(
          // All that the JSON by URL says, but for the stretches that its texts are made of.
          JSON.stringify(JSON.parse(Buffer.from(file.data).toString())) ===
            JSON.stringify(JSON.parse(writeJson(briefing), (key, value) => (LEFT_OUT.has(key) ? undefined : value))),
          "it says something else",
        ),
        ...unless(
          file.modified === `D:${briefing.issued.slice(0, 19).replace(/\D/g, "")}+00'00'`,
          `it is of ${file.modified}`,
        ),
      ]),
    ],
    spoil: (pdf) => {
      first(pdf.attachments).relationship = "Unspecified";
    },
  },
  "the outline is the headings, and each leads to its place": {
    check: (pdf) => {
      const headings = elementsIn(pdf.root).filter(({ type }) => /^H\d$/.test(type));
      const [, , right = 0, top = 0] = pdf.mediaBox;
      return [
        ...unless(
          pdf.outline.map(({ title, depth }) => `${depth} ${title}`).join("\n") ===
            headings.map((each) => `${each.type.slice(1)} ${clean(wordsUnder(pdf, each))}`).join("\n"),
          `the outline is ${pdf.outline.map(({ title }) => title).join(", ")}`,
        ),
        ...pdf.outline.flatMap(({ title, page, view, x, y, count }, i) => [
          ...unless(page === pdf.page && view === "XYZ", `“${title}” leads elsewhere`),
          ...unless(x > 0 && x < right && y > 0 && y < top, `“${title}” leads beyond the page`),
          ...unless(count === below(pdf.outline, i), `“${title}” counts ${count} below it`),
        ]),
      ];
    },
    spoil: (pdf) => {
      first(pdf.outline).y = -10;
    },
  },
};

function below(outline: readonly { depth: number }[], i: number): number {
  const depth = outline[i]?.depth ?? 0;
  const end = outline.findIndex((each, k) => k > i && each.depth <= depth);
  return (end < 0 ? outline.length : end) - i - 1;
}
