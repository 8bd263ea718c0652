/**
 * What an answer is made of besides its words, told by maintained parsers: elements, attributes, addresses and keys.
 * In: an answer's content type and bytes. Out: these in a list, and all the words. Hostile words must leave the list as
 * it is. A content type that is not known here is an error, so that a new format has to be taught.
 */
import assert from "node:assert/strict";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { inPdfJs } from "./pdfjs.ts";

export interface Shape {
  /** Sorted, each as often as it occurs. */
  readonly parts: readonly string[];
  readonly words: string;
}

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes whose values are words; those of all others are part of the shape. */
const SPOKEN = new Set(["alt", "title", "aria-label", "content", "summary", "data-name"]);
/** Words for machines are cut where they have enough, so how often they say something is not to be counted. */
const CUT = "content";

export async function shapeOf(contentType: string, bytes: Uint8Array): Promise<Shape> {
  const type = contentType.split(";")[0] ?? "";
  const text = (): string => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  if (type === "text/html") return sorted(ofHtml(parse(text())));
  if (type === "text/markdown") return sorted(ofHtml(parseFragment(MARKDOWN.render(text()))));
  if (type === "text/plain") return ofText(text());
  if (/\bjson$/.test(type)) return sorted(ofJson(JSON.parse(text())));
  if (/\bxml$/.test(type)) return sorted(ofXml(text()));
  if (type === "application/x-bibtex") return sorted(ofCitation(text(), "@bibtex/text"));
  if (type === "application/x-research-info-systems") return sorted(ofCitation(text(), "@ris/file"));
  if (type === "application/pdf") return await ofPdf(bytes);
  if (/^(image|font)\//.test(type)) return { parts: [], words: "" };
  throw new Error(`test/support/shape.ts has to be taught ${type}`);
}

/** As loose as renderers get: markup goes through, and what looks like an address becomes a link. */
const MARKDOWN = new MarkdownIt({ html: true, linkify: true });

function ofHtml(root: Node): Shape {
  const parts: string[] = [];
  let words = "";
  const walk = (node: Node): void => {
    if (node.nodeName === "#text" && "value" in node) words += node.value;
    if (node.nodeName === "#comment") parts.push("a comment");
    if ("attrs" in node) {
      parts.push(`<${node.tagName} ${node.attrs.map(({ name }) => name).join(" ")}>`);
      for (const { name, value } of node.attrs) {
        if (SPOKEN.has(name)) words += name === CUT ? "" : `\n${value}\n`;
        // How small a page has to be printed depends on how much is said.
        else parts.push(`${node.tagName} ${name}=${value.replace(/ print-\d+/, "")}`);
      }
    }
    if (node.nodeName === "script" && "childNodes" in node) {
      const inside = ofJson(JSON.parse(node.childNodes.map((each) => ("value" in each ? each.value : "")).join("")));
      parts.push(...inside.parts);
      words += `\n${inside.words}\n`;
      return;
    }
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
    if ("content" in node) walk(node.content);
  };
  walk(root);
  return { parts, words };
}

function ofText(text: string): Shape {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested.
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
  return { parts: [], words: text };
}

/** Under these keys the words of JSON and XML are markup once more, as feeds and embeds have it. */
const MARKUP = /\.(html|content_html|content|content:encoded|item(\[\])?\.description)(\.#text)?$/;

function ofJson(value: unknown, path = "$"): Shape {
  if (typeof value === "string") {
    if (MARKUP.test(path)) {
      const inside = ofHtml(parseFragment(value));
      return { parts: [path, ...inside.parts.map((part) => `inside ${path}: ${part}`)], words: inside.words };
    }
    return { parts: /^https?:\S+$/.test(value) ? [`${path}=${value}`] : [path], words: value };
  }
  if (typeof value !== "object" || value === null)
    return { parts: [`${path}=${/\.bytes$/.test(path) ? "" : value}`], words: "" };
  const inside = Object.entries(value).map(([key, each]) =>
    ofJson(each, Array.isArray(value) ? `${path}[]` : `${path}.${key}`),
  );
  return { parts: inside.flatMap(({ parts }) => parts), words: inside.map(({ words }) => words).join("\n") };
}

/** What the parser adds of its own, such as the text it was given, is no part of the entry. */
function ofCitation(text: string, forceType: string): Shape {
  const entries = new Cite(text, { forceType }).data.map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => !key.startsWith("_"))),
  );
  return ofJson(entries);
}

function ofXml(text: string): Shape {
  assert.equal(XMLValidator.validate(text), true);
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, htmlEntities: true });
  return ofJson(parser.parse(text));
}

async function ofPdf(bytes: Uint8Array): Promise<Shape> {
  const { value, complaints } = await inPdfJs(bytes, async (page) => {
    const { items } = await page.getTextContent();
    const links = (await page.getAnnotations()).map(({ url, unsafeUrl, dest }) => `link ${unsafeUrl ?? url ?? dest}`);
    return { parts: links.sort(), words: items.map((item) => ("str" in item ? item.str : "")).join("\n") };
  });
  assert.deepEqual(complaints, []);
  assert.ok(value !== null);
  return value;
}

function sorted({ parts, words }: Shape): Shape {
  return { parts: [...parts].sort(), words };
}

/** What one has more often than the other. */
export function surplus(of: readonly string[] = [], over: readonly string[] = []): readonly string[] {
  const left = new Map<string, number>();
  for (const part of over) left.set(part, (left.get(part) ?? 0) + 1);
  return of.filter((part) => {
    const count = left.get(part) ?? 0;
    left.set(part, count - 1);
    return count <= 0;
  });
}
