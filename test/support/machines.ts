/**
 * What machines read of a page, by parsers that are not ours: Open Graph as previews do, JSON-LD as search engines and
 * archives do. In: a page. Out: the values. Terms that schema.org's context does not know are an error.
 */
import * as cheerio from "cheerio";
import jsonld from "jsonld";
import ogs from "open-graph-scraper";

type OgObject = NonNullable<Awaited<ReturnType<typeof ogs>>["result"]>;

export async function openGraphOf(html: string): Promise<OgObject> {
  const { error, result } = await ogs({ html });
  if (error) throw new Error(`no Open Graph: ${JSON.stringify(result)}`);
  return result;
}

/** The page's one data block, as text. */
export function dataBlockOf(html: string): string {
  const blocks = cheerio.load(html)('head > script[type="application/ld+json"]');
  if (blocks.length !== 1) throw new Error(`the page has ${blocks.length} data blocks`);
  return blocks.text();
}

/** Addresses are told from words as schema.org's own context does it; it is far too large to be kept here. */
const ADDRESSES = ["url", "license", "image", "contentUrl", "mainEntityOfPage", "digitalSourceType"];
const CONTEXT = {
  "@context": {
    "@vocab": "https://schema.org/",
    ...Object.fromEntries(ADDRESSES.map((term) => [term, { "@type": "@id" }])),
    ...Object.fromEntries(["datePublished", "dateModified"].map((term) => [term, { "@type": "Date" }])),
  },
};

/** An expanded node: full names of properties, lists of values. */
export type Node = Readonly<Record<string, readonly Value[]>>;
interface Value {
  readonly "@value"?: unknown;
  readonly "@id"?: string;
  readonly "@type"?: readonly string[];
}

/** Nothing is fetched; in safe mode whatever would be dropped is an error. */
export async function nodeOf(html: string): Promise<Node> {
  const options = {
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== "https://schema.org") throw new Error(`${url} is asked for`);
      return { documentUrl: url, document: CONTEXT, contextUrl: undefined };
    },
  };
  const nodes = await jsonld.expand(JSON.parse(dataBlockOf(html)) as object, options as object);
  const [node] = nodes;
  if (nodes.length !== 1 || node === undefined) throw new Error(`the block holds ${nodes.length} nodes`);
  return node as unknown as Node;
}

/** The values of a property by its short name. */
export function valuesOf(node: object, term: string): readonly unknown[] {
  const values = (node as Node)[`https://schema.org/${term}`] ?? [];
  return values.map((value) => value["@value"] ?? (Object.keys(value).join() === "@id" ? value["@id"] : value));
}

export function typeOf(node: object): string {
  return String((node as { "@type"?: readonly string[] })["@type"]?.[0]).replace("https://schema.org/", "");
}
