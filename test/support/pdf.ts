/**
 * A PDF read back into values that a test can look at and spoil. In: a file's bytes. Out: its catalog, tag tree, parent
 * tree, marked content, links and fonts, without references. pdf-lib only parses objects here; what they mean is read
 * anew from ISO 32000-1, so that the writer is not its own judge.
 */
import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "pdf-lib";
import {
  type Attachment,
  attachmentsOf,
  type Bookmark,
  bookmarksOf,
  type Intent,
  intentsOf,
  namesOf,
} from "./pdf-archive.ts";
import { type Mark, marksIn } from "./pdf-content.ts";
import { type Font, fontOf } from "./pdf-fonts.ts";
import { objectsIn } from "./pdf-syntax.ts";
import { dictAt, listAt, numberAt, numberOf, numbersAt, streamAt, textAt } from "./pdf-values.ts";

export interface Element {
  id: number;
  /** Its name, which a Note must have. */
  name: string | null;
  type: string;
  parent: number;
  /** Elements, numbers of marked content, and annotations by the number of their object. */
  kids: (Element | number | { annotation: number })[];
  /** The page its content is on, by the number of its object. */
  page: number | null;
  alt: string | null;
  lang: string | null;
  scope: string | null;
  box: number[] | null;
}

export interface Link {
  id: number;
  subtype: string;
  contents: string;
  flags: number;
  structParent: number;
  uri: string;
  rect: number[];
  quads: number[];
}

export interface Pdf {
  bytes: Uint8Array;
  ids: string[];
  encrypted: boolean;
  pages: number;
  /** The number of the page's object. */
  page: number;
  mediaBox: number[];
  tabs: string;
  lang: string;
  marked: boolean;
  displayTitle: boolean;
  xmp: string;
  title: string;
  producer: string;
  /** Its other texts, by name. */
  information: Record<string, string>;
  dates: string[];
  root: Element;
  /** Elements by name, as the tree of names has them. */
  names: [name: string, element: number][];
  /** By key of the parent tree: the element of an annotation, or those of the page's marked content in order. */
  parents: Map<number, number | number[]>;
  structParents: number;
  marks: Mark[];
  /** Operators that paint outside of all marked content, and those that open without closing. */
  strays: string[];
  fonts: Map<string, Font>;
  links: Link[];
  /** Keys of the catalog. */
  catalog: string[];
  /** All objects that are no streams, as text. */
  objects: string;
  intents: Intent[];
  attachments: Attachment[];
  outline: Bookmark[];
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const { Root, Info, ID, Encrypt } = context.trailerInfo;
  const catalog = dictAt(context, Root);
  const info = dictAt(context, Info);
  const page = pageOf(context, catalog);
  const tree = dictAt(context, catalog.get(PDFName.of("StructTreeRoot")));
  const resources = dictAt(context, page.get(PDFName.of("Resources")));
  const faces = dictAt(context, resources.get(PDFName.of("Font")));
  const { marks, strays } = marksIn(
    Buffer.from(streamAt(context, page.get(PDFName.of("Contents")))).toString("latin1"),
  );
  return {
    bytes,
    ids: listAt(context, ID).map((id) => (id instanceof PDFHexString ? id.asString() : "")),
    encrypted: Encrypt !== undefined,
    pages: listAt(context, dictAt(context, catalog.get(PDFName.of("Pages"))).get(PDFName.of("Kids"))).length,
    page: numberOf(listAt(context, dictAt(context, catalog.get(PDFName.of("Pages"))).get(PDFName.of("Kids")))[0]),
    mediaBox: numbersAt(context, page.get(PDFName.of("MediaBox"))),
    tabs: textAt(context, page.get(PDFName.of("Tabs"))),
    lang: textAt(context, catalog.get(PDFName.of("Lang"))),
    marked:
      dictAt(context, catalog.get(PDFName.of("MarkInfo")))
        .get(PDFName.of("Marked"))
        ?.toString() === "true",
    displayTitle:
      dictAt(context, catalog.get(PDFName.of("ViewerPreferences")))
        .get(PDFName.of("DisplayDocTitle"))
        ?.toString() === "true",
    xmp: Buffer.from(streamAt(context, catalog.get(PDFName.of("Metadata")))).toString("utf8"),
    title: textAt(context, info.get(PDFName.of("Title"))),
    producer: textAt(context, info.get(PDFName.of("Producer"))),
    information: Object.fromEntries(
      ["Title", "Author", "Subject"].map((key) => [key, textAt(context, info.get(PDFName.of(key)))]),
    ),
    dates: ["CreationDate", "ModDate"].map((key) => textAt(context, info.get(PDFName.of(key)))),
    root: elementOf(context, tree.get(PDFName.of("K"))),
    names: namesOf(context, tree.get(PDFName.of("IDTree"))).map(([name, ref]) => [name, numberOf(ref)]),
    parents: parentsOf(context, dictAt(context, tree.get(PDFName.of("ParentTree")))),
    structParents: numberAt(context, page.get(PDFName.of("StructParents"))),
    marks,
    strays,
    fonts: new Map(faces.entries().map(([name, ref]) => [name.decodeText(), fontOf(context, dictAt(context, ref))])),
    links: listAt(context, page.get(PDFName.of("Annots"))).map((ref) => linkOf(context, ref)),
    catalog: catalog.keys().map((key) => key.decodeText()),
    objects: objectsIn(bytes),
    intents: intentsOf(context, catalog),
    attachments: attachmentsOf(context, catalog),
    outline: bookmarksOf(context, catalog),
  };
}

function pageOf(context: PDFContext, catalog: PDFDict): PDFDict {
  const pages = dictAt(context, catalog.get(PDFName.of("Pages")));
  return dictAt(context, listAt(context, pages.get(PDFName.of("Kids")))[0]);
}

function elementOf(context: PDFContext, ref: PDFObject | undefined): Element {
  const dict = dictAt(context, ref);
  const kids = dict.get(PDFName.of("K"));
  const attributes = dict.get(PDFName.of("A"));
  const own = attributes === undefined ? null : dictAt(context, attributes);
  const optional = (key: string): string | null =>
    dict.has(PDFName.of(key)) ? textAt(context, dict.get(PDFName.of(key))) : null;
  return {
    id: numberOf(ref),
    name: optional("ID"),
    type: textAt(context, dict.get(PDFName.of("S"))),
    parent: numberOf(dict.get(PDFName.of("P"))),
    kids: (kids === undefined ? [] : kids instanceof PDFArray ? listAt(context, kids) : [kids]).map((kid) => {
      if (kid instanceof PDFNumber) return kid.asNumber();
      const inner = dictAt(context, kid);
      const isObject = inner.get(PDFName.of("Type")) === PDFName.of("OBJR");
      return isObject ? { annotation: numberOf(inner.get(PDFName.of("Obj"))) } : elementOf(context, kid);
    }),
    page: dict.has(PDFName.of("Pg")) ? numberOf(dict.get(PDFName.of("Pg"))) : null,
    alt: optional("Alt"),
    lang: optional("Lang"),
    scope: own?.has(PDFName.of("Scope")) ? textAt(context, own.get(PDFName.of("Scope"))) : null,
    box: own?.has(PDFName.of("BBox")) ? numbersAt(context, own.get(PDFName.of("BBox"))) : null,
  };
}

function parentsOf(context: PDFContext, tree: PDFDict): Map<number, number | number[]> {
  const nums = listAt(context, tree.get(PDFName.of("Nums")));
  const entries = new Map<number, number | number[]>();
  for (let i = 0; i + 1 < nums.length; i += 2) {
    const value = nums[i + 1];
    const list = value instanceof PDFRef ? context.lookup(value) : value;
    entries.set(numberAt(context, nums[i]), list instanceof PDFArray ? list.asArray().map(numberOf) : numberOf(value));
  }
  return entries;
}

function linkOf(context: PDFContext, ref: PDFObject): Link {
  const dict = dictAt(context, ref);
  const at = (key: string): PDFObject | undefined => dict.get(PDFName.of(key));
  return {
    id: numberOf(ref),
    subtype: textAt(context, at("Subtype")),
    contents: textAt(context, at("Contents")),
    flags: numberAt(context, at("F")),
    structParent: numberAt(context, at("StructParent")),
    uri: textAt(context, dictAt(context, at("A")).get(PDFName.of("URI"))),
    rect: numbersAt(context, at("Rect")),
    quads: numbersAt(context, at("QuadPoints")),
  };
}
