/**
 * A page as a PDF: one page, tagged, its fonts embedded. In: a page. Out: the file's bytes. Positions were decided in
 * `typeset/` and words in `compose/`; this only writes them down. pdf-lib is the object model, and nothing outside this
 * folder knows it.
 */
import { createHash } from "node:crypto";
import { PDFContext, PDFString } from "pdf-lib";
import type { Page } from "../../model/page.ts";
import { Content, number } from "./content.ts";
import { Fonts } from "./fonts.ts";
import { information, metadata } from "./metadata.ts";
import { readingOrder } from "./reading-order.ts";
import { serialize } from "./serialize.ts";
import { flate } from "./streams.ts";
import { writeTags } from "./tags.ts";

export function writePdf(page: Page): Uint8Array {
  const { briefing, width, height } = page;
  const context = PDFContext.create();
  const fonts = new Fonts();
  const content = new Content(height, fonts);
  const pageRef = context.nextRef();
  const pagesRef = context.nextRef();

  const { root, decoration } = readingOrder(page);
  content.artifact(decoration);
  const tags = writeTags(context, root, content, pageRef, height);
  const bytes = content.bytes();

  context.assign(
    pageRef,
    context.obj({
      Type: "Page",
      Parent: pagesRef,
      MediaBox: [0, 0, Number(number(width)), Number(number(height))],
      Resources: { Font: fonts.embed(context) },
      Contents: context.register(flate(context, bytes)),
      Annots: [...tags.annotations],
      StructParents: 0,
      // Tab moves through links in the order of the tags.
      Tabs: "S",
    }),
  );
  context.assign(pagesRef, context.obj({ Type: "Pages", Kids: [pageRef], Count: 1 }));
  const catalog = context.register(
    context.obj({
      Type: "Catalog",
      Pages: pagesRef,
      Lang: PDFString.of(briefing.language),
      MarkInfo: { Marked: true },
      StructTreeRoot: tags.root,
      ViewerPreferences: { DisplayDocTitle: true },
      Metadata: context.register(metadata(context, briefing)),
    }),
  );
  const id = createHash("sha256").update(briefing.links.permanent).update(bytes).digest("hex").slice(0, 32);
  return serialize(context, { root: catalog, info: information(context, briefing), id });
}
