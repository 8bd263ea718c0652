/**
 * A page as a PDF: one page, tagged, archival, its fonts and its data within. In: a page. Out: the file's bytes.
 * Positions were decided in `typeset/` and words in `compose/`; this only writes them down. pdf-lib is the object model,
 * and nothing outside this folder knows it.
 */
import type { Page } from "../../model/page.ts";
import { attachment } from "./attachment.ts";
import { Codes } from "./codes.ts";
import { Content } from "./content.ts";
import { embedFonts } from "./fonts.ts";
import { information, metadata } from "./metadata.ts";
import { Context } from "./object-model.ts";
import { outline } from "./outline.ts";
import { outputIntent } from "./output-intent.ts";
import { readingOrder } from "./reading-order.ts";
import { MARK, PACKED, type Savings, USUAL } from "./savings.ts";
import { serialize } from "./serialize.ts";
import { Stream } from "./streams.ts";
import { number } from "./syntax.ts";
import { writeTags } from "./tags.ts";
import { Verbatim } from "./verbatim.ts";

export function writePdf(page: Page): Uint8Array {
  const file = writeWith(page, USUAL);
  return file.length > MARK ? writeWith(page, PACKED) : file;
}

/** The file written in one of the two ways, whatever its size. */
export function writeWith(page: Page, savings: Savings): Uint8Array {
  const { briefing, items, width, height } = page;
  const context = Context.create();
  const pageRef = context.nextRef();
  const pagesRef = context.nextRef();
  const codes = new Codes();
  const content = new Content(height, codes);

  const { root, decoration } = readingOrder(briefing, items);
  content.artifact(decoration);
  const tags = writeTags(context, root, content, pageRef, height);
  const bytes = content.bytes();

  context.assign(
    pageRef,
    new Verbatim(
      `<</Type/Page/Parent ${pagesRef}/MediaBox[0 0 ${number(width)} ${number(height)}]` +
        `/Resources<</Font${embedFonts(context, codes)}>>/Contents ${context.register(new Stream(bytes))}` +
        // Tab moves through links in the order of the tags.
        `/Annots[${tags.annotations.join(" ")}]/StructParents 0/Tabs/S>>`,
    ),
  );
  context.assign(pagesRef, new Verbatim(`<</Type/Pages/Kids[${pageRef}]/Count 1>>`));
  const { file, name } = attachment(context, briefing);
  const catalog = context.register(
    new Verbatim(
      `<</Type/Catalog/Pages ${pagesRef}/Lang(${briefing.language})/MarkInfo<</Marked true>>` +
        `/StructTreeRoot ${tags.root}/ViewerPreferences<</DisplayDocTitle true>>` +
        `/Metadata ${metadata(context, briefing)}/OutputIntents[${outputIntent(context)}]` +
        `/Outlines ${outline(context, pageRef, root, height)}` +
        `/AF[${file}]/Names<</EmbeddedFiles<</Names[${name} ${file}]>>>>>>`,
    ),
  );
  const info = information(context, briefing);
  return serialize(context, { root: catalog, info }, savings);
}
