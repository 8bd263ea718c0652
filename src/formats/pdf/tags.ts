/**
 * The tag tree as objects: structure elements, the parent tree, and the link annotations that belong to elements (ISO
 * 32000-1, 14.7 and 14.8). In: the reading order. Out: marked content written to the page, the tree's root, and the
 * annotations. Every piece of text gets exactly one place in the tree.
 */
import { type PDFContext, type PDFDict, PDFHexString, type PDFRef, PDFString } from "pdf-lib";
import { type Content, number } from "./content.ts";
import { boundsOf, type Element } from "./reading-order.ts";
import { Verbatim } from "./verbatim.ts";

export interface Tagged {
  readonly root: PDFRef;
  readonly annotations: readonly PDFRef[];
}

export function writeTags(
  context: PDFContext,
  document: Element,
  content: Content,
  page: PDFRef,
  height: number,
): Tagged {
  const root = context.nextRef();
  const parents: PDFRef[] = [];
  const linked: { annotation: PDFRef; parent: PDFRef }[] = [];

  const write = (element: Element, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    let kids = "";
    for (const child of element.children) {
      if (child.kind === "element") {
        kids += ` ${write(child, ref)}`;
        continue;
      }
      if (child.items.length === 0) continue;
      const id = parents.length;
      parents.push(ref);
      content.marked(element.type, id, child.items);
      kids += ` ${id}`;
      if (element.href !== undefined) {
        const annotation = context.register(linkAnnotation(context, element, child.items, height, linked.length + 1));
        linked.push({ annotation, parent: ref });
        kids += `<</Type/OBJR/Obj ${annotation}/Pg ${page}>>`;
      }
    }
    context.assign(ref, new Verbatim(structElem(element, parent, page, kids, height)));
    return ref;
  };

  const top = write(document, root);
  const tree = context.register(
    context.obj({
      Nums: [0, parents, ...linked.flatMap(({ parent }, i) => [i + 1, parent])],
    }),
  );
  context.assign(
    root,
    context.obj({ Type: "StructTreeRoot", K: top, ParentTree: tree, ParentTreeNextKey: linked.length + 1 }),
  );
  return { root, annotations: linked.map(({ annotation }) => annotation) };
}

/** One structure element (ISO 32000-1, table 323); `kids` are marked-content numbers and references. */
function structElem(element: Element, parent: PDFRef, page: PDFRef, kids: string, height: number): string {
  let text = `<</S/${element.type}/P ${parent}/Pg ${page}`;
  if (kids !== "") text += `/K[${kids.trimStart()}]`;
  if (element.alt !== undefined) text += `/Alt ${PDFHexString.fromText(element.alt)}`;
  if (element.lang !== undefined) text += `/Lang(${element.lang.replace(/[^\w-]/g, "")})`;
  if (element.scope !== undefined) text += `/A<</O/Table/Scope/${element.scope}>>`;
  if (element.box !== undefined) {
    const [left, top, right, bottom] = element.box;
    const box = [left, height - bottom, right, height - top].map((value) => number(value)).join(" ");
    text += `/A<</O/Layout/BBox[${box}]/Placement/Block>>`;
  }
  return `${text}>>`;
}

/** A link over all the lines its words stand on, one quadrilateral a line. */
function linkAnnotation(
  context: PDFContext,
  element: Element,
  items: readonly Parameters<typeof boundsOf>[0][number][],
  height: number,
  structParent: number,
): PDFDict {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const [left, top, right, bottom] = boundsOf(items);
  const quads = items.flatMap((item) => {
    const [l, t, r, b] = boundsOf([item]);
    return [l, height - t, r, height - t, l, height - b, r, height - b].map(round);
  });
  const words = items.map((item) => (item.kind === "text" ? item.characters.join("") : "")).join("");
  return context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: [left, height - bottom, right, height - top].map(round),
    QuadPoints: quads,
    // Printed with the page, as PDF/A wants it.
    F: 4,
    Border: [0, 0, 0],
    Contents: PDFHexString.fromText(words.replaceAll("\u00ad", "").trim()),
    A: { Type: "Action", S: "URI", URI: PDFString.of(asciiUri(element.href ?? "")) },
    StructParent: structParent,
  });
}

/** A URI in ASCII whose parentheses and backslashes cannot end the string it stands in. */
function asciiUri(href: string): string {
  return new URL(href).href.replace(/[()\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
