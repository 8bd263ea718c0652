/**
 * What the file says about itself: title, author, subject, rights, language, dates and the standards it follows. In: a
 * briefing. Out: the information dictionary and the XMP packet (ISO 16684-1), which say the same. Every date is the
 * edition's, none is the clock's.
 */
import { Buffer } from "node:buffer";
import { LANGUAGES } from "../../../templates/languages.ts";
import type { Briefing } from "../../model/briefing.ts";
import { LICENCE } from "../../model/licence.ts";
import { AUTHOR } from "../author.ts";
import type { PDFContext, PDFRef } from "./object-model.ts";
import { Stream } from "./streams.ts";
import { dateString, textString } from "./syntax.ts";
import { Verbatim } from "./verbatim.ts";

const PRODUCER = "Einblatt";

/** Without controls and half characters, which neither place could hold. */
const sayable = (text: string): string => text.replace(/[\t\r\n]/g, " ").replace(UNSAYABLE, "");

/** Controls, half characters and what XML has no place for: by number, for classes take a while to compile. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought.
const UNSAYABLE = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu;

/** What is told of a sheet, each told alike in both places. */
function factsOf({ title, longTitle, edition, summary, particulars }: Briefing) {
  return {
    title: sayable(`${longTitle} – Einblatt ${edition}`),
    description: sayable(summary),
    subjects: [...new Set([title, particulars.subject].map(sayable))],
  };
}

export function information(context: PDFContext, briefing: Briefing): PDFRef {
  const date = dateString(briefing.issued);
  const { title, description } = factsOf(briefing);
  return context.register(
    new Verbatim(
      `<</Title${textString(title)}/Author(${AUTHOR})/Subject${textString(description)}` +
        `/Producer(${PRODUCER})/CreationDate${date}/ModDate${date}>>`,
    ),
  );
}

/**
 * PDF/A-3 with tags (ISO 19005-3, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5), whose property a schema must explain to an
 * archive, since PDF/A does not know it (6.6.2.3). What has one value is an attribute, which is half as long as an element.
 */
const SCHEMA = [
  '<pdfaExtension:schemas><rdf:Bag><rdf:li><rdf:Description pdfaSchema:schema="PDF/UA"',
  ' pdfaSchema:namespaceURI="http://www.aiim.org/pdfua/ns/id/" pdfaSchema:prefix="pdfuaid"><pdfaSchema:property><rdf:Seq>',
  '<rdf:li><rdf:Description pdfaProperty:name="part" pdfaProperty:valueType="Integer" pdfaProperty:category="internal"',
  ' pdfaProperty:description="Part of ISO 14289"/></rdf:li>',
  "</rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li></rdf:Bag></pdfaExtension:schemas>",
].join("\n");

const HEAD = [
  '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
  ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
  ` pdfaid:part="3" pdfaid:conformance="A" pdfuaid:part="1" pdf:Producer="${PRODUCER}"`,
  ` xmpRights:WebStatement="${LICENCE}"`,
].join("\n");

const TAIL = `${SCHEMA}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>`;

export function metadata(context: PDFContext, briefing: Briefing): PDFRef {
  const date = `${briefing.issued.slice(0, 19)}Z`;
  const { title, description, subjects } = factsOf(briefing);
  const packet =
    `${HEAD} xmp:CreateDate="${date}" xmp:ModifyDate="${date}">\n` +
    `<dc:title>${unlabelled(title)}</dc:title>\n` +
    `<dc:creator><rdf:Seq><rdf:li>${AUTHOR}</rdf:li></rdf:Seq></dc:creator>` +
    `<dc:publisher>${bag([AUTHOR])}</dc:publisher>\n` +
    `<dc:description>${unlabelled(description)}</dc:description>\n` +
    `<dc:subject>${bag(subjects)}</dc:subject>\n` +
    `<dc:rights>${unlabelled(LANGUAGES[briefing.language]?.licence ?? LICENCE)}</dc:rights>` +
    `<dc:language>${bag([briefing.language])}</dc:language>` +
    `<dc:identifier>${xml(briefing.links.permanent)}</dc:identifier>\n${TAIL}`;
  return context.register(new Stream(Buffer.from(packet), "/Type/Metadata/Subtype/XML", "plain"));
}

/** A text without a language of its own, for a second one beside it is joined to it by some readers. */
const unlabelled = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
const bag = (texts: readonly string[]): string =>
  `<rdf:Bag>${texts.map((text) => `<rdf:li>${xml(text)}</rdf:li>`).join("")}</rdf:Bag>`;

function xml(text: string): string {
  return text.replace(UNSAYABLE, "").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
