/**
 * What the file says about itself: title, language, dates and the standards it follows. In: a briefing. Out: the
 * information dictionary and the XMP packet (ISO 16684-1), which say the same. Every date is the edition's, none is the
 * clock's.
 */

import type { Briefing } from "../../model/briefing.ts";
import type { PDFContext, PDFRef } from "./object-model.ts";
import { Stream } from "./streams.ts";
import { dateString, textString } from "./syntax.ts";
import { Verbatim } from "./verbatim.ts";

const PRODUCER = "Einblatt";

/** Without controls and half characters, which neither place of the title could hold. */
export function titleOf(briefing: Briefing): string {
  return `${briefing.title} – Einblatt ${briefing.edition}`.replace(/[\t\r\n]/g, " ").replace(UNSAYABLE, "");
}

/** Controls, half characters and what XML has no place for. */
const UNSAYABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export function information(context: PDFContext, briefing: Briefing): PDFRef {
  const date = dateString(briefing.issued);
  return context.register(
    new Verbatim(`<</Title${textString(titleOf(briefing))}/Producer(${PRODUCER})/CreationDate${date}/ModDate${date}>>`),
  );
}

/**
 * PDF/A-3 with tags (ISO 19005-3, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5), whose property a schema must explain to an
 * archive, since PDF/A does not know it (6.6.2.3).
 */
const STANDARDS = [
  "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>',
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>",
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>',
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>",
  "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>",
  "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>",
].join("\n");

const HEAD = [
  '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
  ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
  STANDARDS,
  '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">',
].join("\n");

const TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>';

export function metadata(context: PDFContext, briefing: Briefing): PDFRef {
  const date = `${briefing.issued.slice(0, 19)}Z`;
  const packet =
    `${HEAD}${xml(titleOf(briefing))}</rdf:li></rdf:Alt></dc:title>\n` +
    `<dc:language><rdf:Bag><rdf:li>${xml(briefing.language)}</rdf:li></rdf:Bag></dc:language>` +
    `<dc:identifier>${xml(briefing.links.permanent)}</dc:identifier>\n` +
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>${TAIL}`;
  return context.register(new Stream(new TextEncoder().encode(packet), "/Type/Metadata/Subtype/XML", "plain"));
}

function xml(text: string): string {
  return text.replace(UNSAYABLE, "").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
