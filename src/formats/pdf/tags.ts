/**
 * The tag tree as objects: structure elements, the parent tree, and the link annotations that belong to elements (ISO
 * 32000-1, 14.7 and 14.8). In: the reading order. Out: marked content written to the page, the tree's root, and the
 * annotations. Every piece of text gets exactly one place in the tree.
 */
import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from "pdf-lib";
import type { Content } from "./content.ts";
import { boundsOf, type Element } from "./reading-order.ts";

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
    const kids: (number | PDFRef | PDFDict)[] = [];
    for (const child of element.children) {
      if (child.kind === "element") {
        kids.push(write(child, ref));
        continue;
      }
      if (child.items.length === 0) continue;
      const id = parents.length;
      parents.push(ref);
      content.marked(element.type, id, child.items);
      kids.push(id);
      if (element.href !== undefined) {
        const annotation = context.register(linkAnnotation(context, element, child.items, height, linked.length + 1));
        linked.push({ annotation, parent: ref });
        kids.push(context.obj({ Type: "OBJR", Obj: annotation, Pg: page }));
      }
    }
    const dict = context.obj({ Type: "StructElem", S: element.type, P: parent, Pg: page });
    if (kids.length > 0) dict.set(PDFName.of("K"), context.obj(kids));
    if (element.alt !== undefined) dict.set(PDFName.of("Alt"), PDFHexString.fromText(element.alt));
    if (element.lang !== undefined) dict.set(PDFName.of("Lang"), PDFString.of(element.lang));
    if (element.scope !== undefined) dict.set(PDFName.of("A"), context.obj({ O: "Table", Scope: element.scope }));
    if (element.box !== undefined) {
      const [left, top, right, bottom] = element.box;
      const box = [left, height - bottom, right, height - top].map((value) => Math.round(value * 100) / 100);
      dict.set(PDFName.of("A"), context.obj({ O: "Layout", BBox: box, Placement: "Block" }));
    }
    context.assign(ref, dict);
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
