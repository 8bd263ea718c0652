/**
 * What an archive looks for in a PDF, read back (ISO 19005-3; ISO 32000-1, 7.11, 12.3 and 14.11): output intents, attached
 * files and the outline. In: the catalog. Out: plain values.
 */
import { type PDFContext, type PDFDict, PDFName, type PDFObject } from "pdf-lib";
import { dictAt, listAt, numberAt, numberOf, streamAt, textAt } from "./pdf-values.ts";

export interface Intent {
  subtype: string;
  condition: string;
  components: number;
  profile: Uint8Array;
}

export interface Attachment {
  /** In the tree of names, and as F and UF. */
  names: string[];
  type: string;
  relationship: string;
  description: string;
  size: number;
  modified: string;
  data: Uint8Array;
  /** Whether the catalog's AF leads here. */
  associated: boolean;
}

export interface Bookmark {
  title: string;
  depth: number;
  /** The object shown, how, and where. */
  page: number;
  view: string;
  x: number;
  y: number;
  /** As counted by the entry, below it. */
  count: number;
}

const name = (key: string): PDFName => PDFName.of(key);

export function intentsOf(context: PDFContext, catalog: PDFDict): Intent[] {
  return listAt(context, catalog.get(name("OutputIntents"))).map((each) => {
    const intent = dictAt(context, each);
    const profile = intent.get(name("DestOutputProfile"));
    return {
      subtype: textAt(context, intent.get(name("S"))),
      condition: textAt(context, intent.get(name("OutputConditionIdentifier"))),
      components: numberAt(context, dictAt(context, profile).get(name("N"))),
      profile: streamAt(context, profile),
    };
  });
}

/** Pairs of a name tree of one node. */
export function namesOf(context: PDFContext, tree: PDFObject | undefined): [string, PDFObject][] {
  const pairs = tree === undefined ? [] : listAt(context, dictAt(context, tree).get(name("Names")));
  return pairs.flatMap((key, i) => (i % 2 === 0 ? [[textAt(context, key), pairs[i + 1] as PDFObject]] : []));
}

export function attachmentsOf(context: PDFContext, catalog: PDFDict): Attachment[] {
  const names = catalog.get(name("Names"));
  const tree = names === undefined ? undefined : dictAt(context, names).get(name("EmbeddedFiles"));
  const associated = listAt(context, catalog.get(name("AF"))).map(numberOf);
  return namesOf(context, tree).map(([key, ref]) => {
    const file = dictAt(context, ref);
    const stream = dictAt(context, file.get(name("EF"))).get(name("F"));
    const dict = dictAt(context, stream);
    const params = dictAt(context, dict.get(name("Params")));
    return {
      names: [key, textAt(context, file.get(name("F"))), textAt(context, file.get(name("UF")))],
      type: textAt(context, dict.get(name("Subtype"))),
      relationship: textAt(context, file.get(name("AFRelationship"))),
      description: textAt(context, file.get(name("Desc"))),
      size: numberAt(context, params.get(name("Size"))),
      modified: textAt(context, params.get(name("ModDate"))),
      data: streamAt(context, stream),
      associated: associated.includes(numberOf(ref)),
    };
  });
}

/** Entries from the first to the last, each before those below it; a chain that does not hold is followed no further. */
export function bookmarksOf(context: PDFContext, catalog: PDFDict): Bookmark[] {
  const entriesBelow = (parent: PDFObject, depth: number): Bookmark[] => {
    const entries: Bookmark[] = [];
    let before: PDFObject | undefined;
    let ref = dictAt(context, parent).get(name("First"));
    while (ref !== undefined) {
      const dict = dictAt(context, ref);
      if (numberOf(dict.get(name("Parent"))) !== numberOf(parent)) break;
      if (before !== undefined && numberOf(dict.get(name("Prev"))) !== numberOf(before)) break;
      const [page, view, x, y] = listAt(context, dict.get(name("Dest")));
      entries.push({
        title: textAt(context, dict.get(name("Title"))),
        depth,
        page: numberOf(page),
        view: textAt(context, view),
        x: numberAt(context, x),
        y: numberAt(context, y),
        count: dict.has(name("Count")) ? numberAt(context, dict.get(name("Count"))) : 0,
      });
      entries.push(...entriesBelow(ref, depth + 1));
      before = ref;
      ref = dict.get(name("Next"));
    }
    const last = dictAt(context, parent).get(name("Last"));
    return numberOf(before) === numberOf(last) || (before === undefined && last === undefined) ? entries : [];
  };
  const root = catalog.get(name("Outlines"));
  return root === undefined ? [] : entriesBelow(root, 1);
}
