/**
 * The tag tree before it is objects: the briefing's parts as structure elements in reading order, each with the placed
 * items that show it. In: a briefing and the items of its page. Out: a tree of standard structure types (ISO 32000-1,
 * 14.8.4). As the tree comes from the same value as the web page, both are read aloud in the same order.
 */
import type { Briefing, ListItem, Paragraph, Part, Section } from "../../model/briefing.ts";
import type { Owner, Placed } from "../../model/page.ts";

/** Items that are marked together: one marked-content sequence. */
export interface Leaf {
  readonly kind: "leaf";
  readonly items: readonly Placed[];
}

export interface Element {
  readonly kind: "element";
  readonly type: string;
  readonly children: readonly (Element | Leaf)[];
  /** Unique in the document. */
  readonly id?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly href?: string;
  readonly scope?: "Row" | "Column";
  /** Outer edges of a figure on the page, in points from the top left. */
  readonly box?: readonly [left: number, top: number, right: number, bottom: number];
}

export function readingOrder(
  briefing: Briefing,
  items: readonly Placed[],
): { root: Element; decoration: readonly Placed[] } {
  const owned = new Map<Owner, Placed[]>();
  const decoration: Placed[] = [];
  for (const item of items) {
    if (item.owner === null) decoration.push(item);
    else {
      const own = owned.get(item.owner);
      if (own === undefined) owned.set(item.owner, [item]);
      else own.push(item);
    }
  }
  const words = (owner: Owner): readonly (Element | Leaf)[] => segments(owned.get(owner) ?? []);

  const part = (value: Part): Element => {
    switch (value.kind) {
      case "heading":
        return element(`H${value.level}`, words(value));
      case "paragraph":
        return element("P", words(value));
      case "list":
        return element("L", value.items.map(item));
      case "group":
        return element("Sect", value.parts.map(part));
      case "table":
        return element("Table", [
          element("Caption", words(value)),
          ...value.rows.map((row) =>
            element(
              "TR",
              row.cells.map((cell) => ({
                ...element(cell.header === undefined ? "TD" : "TH", words(cell)),
                ...(cell.header === undefined
                  ? {}
                  : { scope: cell.header === "row" ? ("Row" as const) : ("Column" as const) }),
              })),
            ),
          ),
        ]);
      case "timeline":
      case "code": {
        const items = owned.get(value) ?? [];
        return { ...element("Figure", [{ kind: "leaf", items }]), alt: value.alt, box: boundsOf(items) };
      }
    }
  };
  const item = (value: ListItem): Element => {
    const body = element(
      "LBody",
      value.parts.map((inner, i) => (isNote(inner) ? { ...note(inner), id: `${value.anchor}-${i}` } : part(inner))),
    );
    return element("LI", value.label === undefined ? [body] : [element("Lbl", words(value)), body]);
  };
  const note = (value: Paragraph): Element => element("Note", words(value));
  const section = (value: Section): Element => element("Sect", value.parts.map(part));
  return { root: element("Document", briefing.sections.map(section)), decoration };
}

/**
 * Words in an item that explain it and belong to neither side. Where a section is empty, the words that say so explain
 * nothing: they are what there is to read, and thus a paragraph.
 */
const isNote = (value: Paragraph): boolean => value.style === "note";

const element = (type: string, children: readonly (Element | Leaf)[]): Element => ({ kind: "element", type, children });

/** Consecutive items of one owner; a link is an element of its own, and so is text in another language. */
function segments(items: readonly Placed[]): readonly (Element | Leaf)[] {
  const groups: { run: unknown; items: Placed[] }[] = [];
  for (const item of items) {
    const special =
      item.kind === "text" && (item.run?.href !== undefined || item.run?.lang !== undefined) ? item.run : null;
    const group = groups.at(-1);
    if (group !== undefined && group.run === special) group.items.push(item);
    else groups.push({ run: special, items: [item] });
  }
  return groups.map(({ items: own }): Element | Leaf => {
    const leaf: Leaf = { kind: "leaf", items: own };
    const [first] = own;
    const run = first?.kind === "text" ? first.run : null;
    if (run?.href !== undefined) {
      return { ...element("Link", [leaf]), href: run.href, ...(run.lang === undefined ? {} : { lang: run.lang }) };
    }
    return run?.lang === undefined ? leaf : { ...element("Span", [leaf]), lang: run.lang };
  });
}

/** Everything placed that an element holds. */
export function itemsOf({ children }: Element): readonly Placed[] {
  return children.flatMap((child) => (child.kind === "leaf" ? child.items : itemsOf(child)));
}

/** The smallest upright rectangle around items. */
export function boundsOf(items: readonly Placed[]): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const reach = (x: number, y: number): void => {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  };
  for (const item of items) {
    if (item.kind === "text") {
      reach(item.x, item.y - item.size * 0.8);
      reach(item.x + item.width, item.y + item.size * 0.25);
      continue;
    }
    for (const step of item.path) {
      if (step[0] === "close") continue;
      reach(step[1], step[2]);
      if (step[0] === "rect") reach(step[1] + step[3], step[2] + step[4]);
      if (step[0] !== "curve") continue;
      reach(step[3], step[4]);
      reach(step[5], step[6]);
    }
  }
  return left === Infinity ? [0, 0, 0, 0] : [left, top, right, bottom];
}
