/**
 * Makes the hyphenation tries: `node scripts/build-hyphenation.ts`. In: the pattern tables of the npm package hyphen
 * (Liang's patterns from TeX's hyph-utf8). Out: one binary a language that src/typeset/text/hyphenate.ts reads in place
 * and describes. It knows no minima and hyphenates nothing; exceptions become patterns of levels above all others, so
 * the run time has one rule only.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { APOSTROPHE, BOUNDARY, HYPHENATION_MAGIC, LAST, UPPER } from "../src/typeset/text/hyphenate.ts";

/** The package's tries: a number is a place in the levels, an object the children, a pair both. */
type PackageNode = number | PackageChildren | [PackageChildren, number];
type PackageChildren = { readonly [letter: string]: PackageNode };
type PackageTable = [levels: number[][], trie: PackageChildren, exceptions?: Record<string, number[]>];

/** Levels of the gaps before each character of the pattern, and after the last, as far as they are not 0. */
type Pattern = readonly [characters: string, levels: readonly number[]];
interface Node {
  levels: string;
  readonly children: Map<string, Node>;
}
/** Edges that leave a node, equal lists kept once. */
type Edges = readonly (readonly [letter: string, levels: string, next: Edges | undefined])[];

const TABLES = { de: "de-1996", en: "en-gb", uk: "uk" } as const;
const require = createRequire(import.meta.url);

for (const [language, name] of Object.entries(TABLES)) {
  const patterns = patternsOf(require(`hyphen/patterns/${name}.js`) as PackageTable);
  const letters = [...new Set(patterns.flatMap(([characters]) => [...characters]))].sort(inOrder);
  const bytes = pack(fold(grow(patterns)), letters);
  writeFileSync(join(import.meta.dirname, `../src/typeset/text/hyphenation/${language}.bin`), bytes);
  console.log(language, bytes.length, "bytes,", gzipSync(bytes, { level: 9 }).length, "gzipped");
}

function patternsOf([levels, trie, exceptions]: PackageTable): Pattern[] {
  const patterns: Pattern[] = [];
  const walk = (children: PackageChildren, before: string): void => {
    for (const [letter, node] of Object.entries(children)) {
      const [next, place] = typeof node === "number" ? [{}, node] : Array.isArray(node) ? node : [node, -1];
      const characters = before + letter;
      // A pattern at the start of a word comes without the level before its dot; here every pattern has it.
      const found = levels[place];
      if (found) patterns.push([characters, characters.startsWith(".") ? [0, ...found] : found]);
      walk(next, characters);
    }
  };
  walk(trie, "");
  for (const [word, found] of Object.entries(exceptions ?? {})) {
    // The package took the places from "uni-ver-sity" and counted the hyphens before each; TeX does not break uni-vers-ity.
    const breaks = found.map((place, i) => place - i);
    patterns.push([`.${word}.`, [0, ...Array.from(word, (_, i) => (breaks.includes(i) ? 11 : 10))]]);
  }
  // A word is given in parts around its hyphens, so no pattern with one can ever match.
  return patterns.filter(([characters]) => !characters.includes("-"));
}

function grow(patterns: readonly Pattern[]): Node {
  const root: Node = { levels: "", children: new Map() };
  for (const [characters, levels] of patterns) {
    let node = root;
    for (const character of characters) {
      let next = node.children.get(character);
      if (!next) {
        next = { levels: "", children: new Map() };
        node.children.set(character, next);
      }
      node = next;
    }
    node.levels = levels.join();
  }
  return root;
}

/** The trie as lists of edges, equal subtrees shared: a third of the German table goes. */
function fold(root: Node): Edges {
  const places = new Map<Edges, number>();
  const known = new Map<string, Edges>();
  const share = (node: Node): Edges | undefined => {
    if (node.children.size === 0) return undefined;
    const children = [...node.children].sort(([a], [b]) => inOrder(a, b));
    const edges: Edges = children.map(([letter, child]) => [letter, child.levels, share(child)]);
    const key = JSON.stringify(edges.map(([letter, levels, next]) => [letter, levels, next && places.get(next)]));
    const same = known.get(key);
    if (same) return same;
    known.set(key, edges);
    places.set(edges, places.size);
    return edges;
  };
  return share(root) ?? [];
}

/** The order of codes: the dot is first. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a === "." || (b !== "." && a < b) ? -1 : 1;
}

function pack(folded: Edges, letters: readonly string[]): Uint8Array {
  const codeOf = new Map(letters.map((letter, i) => [letter, BOUNDARY + i]));
  // The first two lists on the way have an edge for every letter, so that a code finds its edge without a search.
  const spread = (edges: Edges): Edges =>
    letters.map((letter) => edges.find((edge) => edge[0] === letter) ?? [letter, "", undefined]);
  const root: Edges = spread(folded).map(([letter, levels, next]) => [letter, levels, next && spread(next)]);

  const starts = new Map<Edges, number>();
  const flat: { readonly edge: Edges[number]; readonly last: boolean }[] = [];
  // Depth first, so that most lists lie just behind the edge that leads to them and differences are small.
  const place = (edges: Edges): void => {
    if (starts.has(edges)) return;
    starts.set(edges, flat.length);
    edges.forEach((edge, i) => {
      flat.push({ edge, last: i === edges.length - 1 });
    });
    for (const [, , next] of edges) if (next) place(next);
  };
  place(root);
  if (flat.length > 0xffff) throw new Error("The trie has more edges than a u16 can name.");

  const uses = new Map<string, number>();
  for (const { edge } of flat) if (edge[1]) uses.set(edge[1], (uses.get(edge[1]) ?? 0) + 1);
  // The most used first: small numbers compress well.
  const levels = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
  const digits = levels.map((text) => text.split(",").map(Number));
  const levelStarts = new Uint16Array(digits.length + 1);
  digits.forEach((row, i) => {
    levelStarts[i + 1] = (levelStarts[i] as number) + row.length;
  });
  return assemble(
    Uint16Array.from(flat, ({ edge: [, , next] }, i) => (next ? (starts.get(next) as number) - i : 0)),
    Uint16Array.from(flat, ({ edge }) => levels.indexOf(edge[1]) + 1),
    levelStarts,
    Uint8Array.from(flat, ({ edge: [letter], last }) => (codeOf.get(letter) as number) | (last ? LAST : 0)),
    Uint8Array.from(digits.flat()),
    alphabetOf(codeOf),
  );
}

/** The code of each UTF-16 unit from the apostrophe on; capitals have that of their small letter and a flag. */
function alphabetOf(codeOf: ReadonlyMap<string, number>): Uint8Array {
  const entries: [place: number, code: number][] = [];
  for (const [letter, code] of codeOf) {
    if (letter === ".") continue;
    entries.push([letter.charCodeAt(0) - APOSTROPHE, code]);
    const upper = letter.toUpperCase();
    if (upper !== letter && upper.length === 1) entries.push([upper.charCodeAt(0) - APOSTROPHE, code | UPPER]);
  }
  const alphabet = new Uint8Array(Math.max(...entries.map(([at]) => at)) + 1);
  for (const [at, code] of entries) alphabet[at] = code;
  return alphabet;
}

function assemble(...sections: (Uint16Array | Uint8Array)[]): Uint8Array {
  const header = Uint32Array.of(HYPHENATION_MAGIC, ...sections.map((section) => section.length));
  const parts = [header, ...sections].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  return new Uint8Array(Buffer.concat(parts));
}
