/**
 * The tag tree as objects: structure elements, the parent tree, the tree of names, and the link annotations that belong
 * to elements (ISO 32000-1, 14.7 and 14.8). In: the reading order. Out: marked content written to the page, the tree's
 * root, and the annotations. Every piece of text gets exactly one place in the tree.
 */

import type { Content } from "./content.ts";
import type { PDFContext, PDFRef } from "./object-model.ts";
import { boundsOf, type Element } from "./reading-order.ts";
import { literal, number, textString } from "./syntax.ts";
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
  const named: { id: string; ref: PDFRef }[] = [];

  const write = (element: Element, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    if (element.id !== undefined) named.push({ id: element.id, ref });
    let kids = "";
    let shows = false;
    let count = 0;
    for (const child of element.children) {
      if (child.kind === "element") {
        kids += ` ${write(child, ref)}`;
        count += 1;
        continue;
      }
      if (child.items.length === 0) continue;
      const id = parents.length;
      parents.push(ref);
      content.marked(element.type, id, child.items);
      kids += ` ${id}`;
      count += 1;
      shows = true;
      if (element.href !== undefined) {
        const link = linkAnnotation(element, child.items, height, linked.length + 1);
        const annotation = context.register(new Verbatim(link));
        linked.push({ annotation, parent: ref });
        kids += `<</Type/OBJR/Obj ${annotation}>>`;
        count += 1;
      }
    }
    context.assign(
      ref,
      new Verbatim(
        structElem(element, parent, shows ? page : null, count === 1 ? kids : `[${kids.trimStart()}]`, height),
      ),
    );
    return ref;
  };

  const top = write(document, root);
  const links = linked.map(({ parent }, i) => ` ${i + 1} ${parent}`).join("");
  const tree = context.register(new Verbatim(`<</Nums[0[${parents.join(" ")}]${links}]>>`));
  context.assign(
    root,
    new Verbatim(
      `<</Type/StructTreeRoot/K ${top}/ParentTree ${tree}/ParentTreeNextKey ${linked.length + 1}${idTree(named)}>>`,
    ),
  );
  return { root, annotations: linked.map(({ annotation }) => annotation) };
}

/** Elements by name, sorted as a name tree must be (7.9.6). */
function idTree(named: readonly { id: string; ref: PDFRef }[]): string {
  if (named.length === 0) return "";
  const sorted = named.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return `/IDTree<</Names[${sorted.map(({ id, ref }) => `${literal(id)}${ref}`).join(" ")}]>>`;
}

/**
 * One structure element (ISO 32000-1, table 323); `kids` are marked-content numbers, which are of the page, and references.
 */
function structElem(element: Element, parent: PDFRef, page: PDFRef | null, kids: string, height: number): string {
  let text = `<</S/${element.type}/P ${parent}`;
  if (page !== null) text += `/Pg ${page}`;
  if (kids !== "[]") text += `/K${kids}`;
  if (element.id !== undefined) text += `/ID${literal(element.id)}`;
  if (element.alt !== undefined) text += `/Alt${textString(element.alt)}`;
  if (element.lang !== undefined) text += `/Lang(${element.lang.replace(/[^\w-]/g, "")})`;
  if (element.scope !== undefined) text += `/A<</O/Table/Scope/${element.scope}>>`;
  if (element.box !== undefined) {
    const [left, top, right, bottom] = element.box;
    const box = [left, height - bottom, right, height - top].map((value) => number(value)).join(" ");
    text += `/A<</O/Layout/BBox[${box}]/Placement/Block>>`;
  }
  return `${text}>>`;
}

/**
 * A link over all the lines its words stand on, one quadrilateral a line where there are several; printed with the page, as
 * PDF/A wants it.
 */
function linkAnnotation(
  element: Element,
  items: Parameters<typeof boundsOf>[0],
  height: number,
  structParent: number,
): string {
  const points = (values: readonly number[]): string => values.map((value) => number(value)).join(" ");
  const [left, top, right, bottom] = boundsOf(items);
  const quads = items.map((item) => {
    const [l, t, r, b] = boundsOf([item]);
    return points([l, height - t, r, height - t, l, height - b, r, height - b]);
  });
  const words = items.map((item) => (item.kind === "text" ? item.characters.join("") : "")).join("");
  return (
    `<</Type/Annot/Subtype/Link/Rect[${points([left, height - bottom, right, height - top])}]` +
    `/QuadPoints[${quads.join(" ")}]/F 4/Border[0 0 0]/Contents${textString(words.replaceAll("\u00ad", "").trim())}` +
    `/A<</Type/Action/S/URI/URI(${asciiUri(element.href ?? "")})>>/StructParent ${structParent}>>`
  );
}

/** A URI in ASCII whose parentheses and backslashes cannot end the string it stands in. */
function asciiUri(href: string): string {
  return new URL(href).href.replace(/[()\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
