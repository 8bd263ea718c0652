/**
 * What the file says about itself: title, language, dates and the standard it follows. In: a page. Out: the information
 * dictionary and the XMP packet (ISO 16684-1), which say the same. Every date is the edition's, none is the clock's.
 */
import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from "pdf-lib";
import type { Briefing } from "../../model/briefing.ts";

const PRODUCER = "Einblatt";

/** `D:YYYYMMDDHHmmSSZ` (ISO 32000-1, 7.9.4). */
function pdfDate(iso: string): string {
  return `D:${iso.slice(0, 19).replace(/[-:T]/g, "")}Z`;
}

/** Without controls and half characters, which neither place of the title could hold. */
export function titleOf(briefing: Briefing): string {
  return `${briefing.title} – Einblatt ${briefing.edition}`.replace(/[\t\r\n]/g, " ").replace(/[\p{Cc}\p{Cs}]/gu, "");
}

export function information(context: PDFContext, briefing: Briefing): PDFRef {
  return context.register(
    context.obj({
      Title: PDFHexString.fromText(titleOf(briefing)),
      Producer: PDFString.of(PRODUCER),
      CreationDate: PDFString.of(pdfDate(briefing.issued)),
      ModDate: PDFString.of(pdfDate(briefing.issued)),
    }),
  );
}

/** Uncompressed, so that programs which know nothing of PDF can read it. */
export function metadata(context: PDFContext, briefing: Briefing): PDFRawStream {
  const date = `${briefing.issued.slice(0, 19)}Z`;
  const packet = new TextEncoder().encode(
    [
      '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(titleOf(briefing))}</rdf:li></rdf:Alt></dc:title>`,
      `<dc:language><rdf:Bag><rdf:li>${xml(briefing.language)}</rdf:li></rdf:Bag></dc:language>`,
      `<dc:identifier>${xml(briefing.links.permanent)}</dc:identifier>`,
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
      `<pdf:Producer>${PRODUCER}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>`,
      "</rdf:Description></rdf:RDF></x:xmpmeta>",
      '<?xpacket end="r"?>',
    ].join("\n"),
  );
  const dict = context.obj({ Type: "Metadata", Subtype: "XML" }) as PDFDict;
  dict.set(PDFName.of("Length"), PDFNumber.of(packet.length));
  return PDFRawStream.of(dict, packet);
}

function xml(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, "").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
