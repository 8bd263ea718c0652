/**
 * What a listener hears of a sheet, piece by piece and in order: of the PDF by its tag tree, of the web page by its
 * elements. In: a file, or a page in a browser. Out: for each heading, paragraph, label, caption, cell and figure what it
 * is and its words; of a figure these are its alternative text, for nobody hears what is drawn in it. Gaps and soft hyphens
 * are left out, since pdf.js does not tell a gap from a line's end; whether words are apart is another test's to say. Of a
 * link the words count that are seen, not the fuller name that the web page gives it.
 */
import type { Page as BrowserPage } from "playwright-core";
import { inPdfJs, stretchesIn } from "./pdfjs.ts";

/** Such as `h1 Waffenruhe`. */
export type Piece = string;

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Structure types that hold words, and the elements that are the same in HTML. */
const PIECES: Readonly<Record<string, string>> = {
  H1: "h1",
  H2: "h2",
  H3: "h3",
  P: "p",
  Note: "p",
  Lbl: "label",
  Caption: "caption",
  TH: "th",
  TD: "td",
};

export async function heardInPdf(pdf: Uint8Array): Promise<readonly Piece[]> {
  const { value, complaints } = await inPdfJs(pdf, async (page) => {
    const texts = new Map((await stretchesIn(page)).map(({ id, text }) => [id, text]));
    const root: Node = await page.getStructTree();
    return piecesUnder(root, texts);
  });
  if (value === null) throw new Error(complaints.join("\n"));
  return value;
}

function piecesUnder(node: Node, texts: ReadonlyMap<string | null, string>): readonly Piece[] {
  const role = PIECES[node.role ?? ""];
  if (node.role === "Figure") return [piece("figure", node.alt ?? "")];
  if (role !== undefined && !hasPieces(node)) return [piece(role, wordsUnder(node, texts))];
  // Words directly in an element that should only hold others are heard too, and belong to no piece of the web page.
  if (node.type === "content") return [piece("stray", texts.get(node.id ?? "") ?? "")];
  return (node.children ?? []).flatMap((child) => piecesUnder(child, texts));
}

function hasPieces({ children = [] }: Node): boolean {
  return children.some((child) => PIECES[child.role ?? ""] !== undefined || hasPieces(child));
}

function wordsUnder(node: Node, texts: ReadonlyMap<string | null, string>): string {
  if (node.type === "content") return texts.get(node.id ?? "") ?? "";
  return (node.children ?? []).map((child) => wordsUnder(child, texts)).join("");
}

export async function heardInHtml(page: BrowserPage): Promise<readonly Piece[]> {
  const found = await page.evaluate<[role: string, words: string][]>(`(() => {
    const roles = { H1: "h1", H2: "h2", H3: "h3", P: "p", CAPTION: "caption", TH: "th", TD: "td" };
    const isHidden = (node) => node.nodeType === 1 && node.getAttribute("aria-hidden") === "true";
    const words = (node) => node.nodeType === 3 ? node.data
      : isHidden(node) ? "" : [...node.childNodes].map(words).join("");
    const pieces = (node) => {
      if (node.nodeType === 3) return node.data.trim() === "" ? [] : [["stray", node.data]];
      if (node.nodeType !== 1 || isHidden(node)) return [];
      if (node.getAttribute("role") === "img") return [["figure", node.getAttribute("aria-label") ?? ""]];
      const role = node.matches("li > .sign") ? "label" : roles[node.tagName];
      return role === undefined ? [...node.childNodes].flatMap(pieces) : [[role, words(node)]];
    };
    return pieces(document.querySelector("main"));
  })()`);
  return found.map(([role, words]) => piece(role, words));
}

function piece(role: string, words: string): Piece {
  return `${role} ${words.replaceAll(/[\s\u00ad]/g, "")}`;
}
