/**
 * The outline that viewers show beside the page: its headings, each leading to its place (ISO 32000-1, 12.3.3). In: the
 * tag tree. Out: the outline's root. A heading stands under the last one of a higher level.
 */
import type { PDFContext, PDFRef } from "./object-model.ts";
import { boundsOf, type Element, itemsOf } from "./reading-order.ts";
import { number, textString } from "./syntax.ts";
import { Verbatim } from "./verbatim.ts";

interface Place {
  readonly level: number;
  readonly text: string;
  /** Points from the left and from the top. */
  readonly x: number;
  readonly y: number;
}

interface Entry {
  readonly ref: PDFRef;
  readonly place: Place;
  readonly children: Entry[];
}

export function outline(context: PDFContext, page: PDFRef, document: Element, height: number): PDFRef {
  const root = { ref: context.nextRef(), children: [] as Entry[] };
  const open: Entry[] = [];
  for (const place of headingsIn(document)) {
    const entry: Entry = { ref: context.nextRef(), place, children: [] };
    while ((open.at(-1)?.place.level ?? 0) >= place.level) open.pop();
    (open.at(-1) ?? root).children.push(entry);
    open.push(entry);
  }
  const write = (children: readonly Entry[], parent: PDFRef): string => {
    children.forEach(({ ref, place, children: inner }, i) => {
      const [before, after] = [children[i - 1], children[i + 1]];
      const text =
        `<</Title${textString(place.text)}/Parent ${parent}` +
        (before === undefined ? "" : `/Prev ${before.ref}`) +
        (after === undefined ? "" : `/Next ${after.ref}`) +
        write(inner, ref);
      context.assign(
        ref,
        new Verbatim(`${text}/Dest[${page}/XYZ ${number(place.x)} ${number(height - place.y)} null]>>`),
      );
    });
    const [first, last] = [children[0], children.at(-1)];
    if (first === undefined || last === undefined) return "";
    return `/First ${first.ref}/Last ${last.ref}/Count ${countOf(children)}`;
  };
  context.assign(root.ref, new Verbatim(`<</Type/Outlines${write(root.children, root.ref)}>>`));
  return root.ref;
}

function headingsIn(element: Element, found: Place[] = []): readonly Place[] {
  if (!isHeading(element)) {
    for (const child of element.children) if (child.kind === "element") headingsIn(child, found);
    return found;
  }
  const items = itemsOf(element);
  const [x, y] = boundsOf(items);
  const words = items.map((item) => (item.kind === "text" ? item.characters.join("") : "")).join("");
  const text = words.replaceAll("\u00ad", "").trim();
  if (text !== "") found.push({ level: Number(element.type[1]), text, x, y });
  return found;
}

const isHeading = ({ type }: Element): boolean => type.length === 2 && type.startsWith("H");

/** Entries to be seen when all are unfolded. */
function countOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
}
