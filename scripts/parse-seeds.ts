/**
 * What a folder of seeds says: one YAML file a kind, statements in a folder of one file an issue. In: the texts of its
 * files. Out: one value for `parseLibrary` and a function that leads every part of it back to its file and line. It
 * reads no disk and does not judge the content; only a file that is not YAML at all is refused here.
 */
import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from "yaml";
import type { Library } from "../src/model/library.ts";
import { type Path, pathText } from "../src/model/parsing/finding.ts";
import { parseLibrary, type Where } from "../src/model/parsing/parse-library.ts";
import { KINDS } from "../src/model/parsing/parse-shape.ts";
import { BadLibrary, type Problem } from "../src/model/problem.ts";
import { LANGUAGES } from "../templates/languages.ts";

/** The files of a folder, in the order of their names. */
export interface Seeds {
  /** As messages name the folder. */
  readonly folder: string;
  readonly files: readonly SeedText[];
}

export interface SeedText {
  /** Within the folder, such as `statements/ceasefire.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** One file, and where in the library its content begins: at a field, and for lists at an index. */
interface SeedFile {
  readonly file: string;
  readonly kind: string;
  readonly first: number;
  readonly content: unknown;
  readonly lineOf: (path: Path) => number;
}

/** The library of a folder of seeds, or every mistake in it. */
export function parseSeeds(seeds: Seeds): { library: Library; warnings: readonly Problem[] } {
  const { input, where } = joinSeeds(seeds);
  return parseLibrary(input, where, Object.keys(LANGUAGES));
}

export function joinSeeds({ folder, files: texts }: Seeds): { input: unknown; where: Where } {
  const files: SeedFile[] = [];
  const problems: Problem[] = [];
  const input: Record<string, unknown> = {};
  for (const { path, text } of texts) {
    // `statements/ceasefire.yaml` and `statements.yaml` both hold statements.
    const kind = path.includes("/") ? (path.split("/")[0] ?? path) : path.slice(0, -".yaml".length);
    const { file, problems: found } = parseFile(`${folder}/${path}`, kind, text);
    problems.push(...found);
    const before = input[kind];
    if (Array.isArray(file.content) && (before === undefined || Array.isArray(before))) {
      files.push({ ...file, first: before?.length ?? 0 });
      input[kind] = [...(before ?? []), ...file.content];
    } else {
      files.push(file);
      input[kind] = file.content;
    }
  }
  if (problems.length > 0) throw new BadLibrary(problems);
  // A kind without a file has no entries; an empty file says the same.
  for (const kind of KINDS) input[kind] ??= [];
  return { input, where: whereIn(files, folder) };
}

function parseFile(file: string, kind: string, text: string): { file: SeedFile; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }): Problem => {
    const line = lines.linePos(pos[0]).line;
    return { file, line, field: "(yaml)", reason: message, severity: "error" };
  });
  const lineOf = (path: Path) => lines.linePos(offsetOf(document.contents, path)).line;
  return { file: { file, kind, first: 0, content: document.toJS(), lineOf }, problems };
}

/** Where the value at a path begins, or its nearest ancestor where the field is missing. */
function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const items: readonly unknown[] = isNode(node) && "items" in node ? (node.items as unknown[]) : [];
    const found = isMap(node) ? items.find((pair) => isPair(pair) && String(pair.key) === step) : items[Number(step)];
    const next = isPair(found) ? found.key : found;
    if (!isNode(next)) break;
    offset = next.range?.[0] ?? offset;
    node = isPair(found) ? found.value : found;
  }
  return offset;
}

function whereIn(files: readonly SeedFile[], folder: string): Where {
  return (path) => {
    const [kind, index, ...rest] = path;
    const ofKind = files.filter((file) => file.kind === kind);
    const file = typeof index === "number" ? ofKind.findLast(({ first }) => first <= index) : ofKind[0];
    if (file === undefined) return { file: folder };
    const inFile = typeof index === "number" ? [index - file.first, ...rest] : path.slice(1);
    return {
      file: file.file,
      line: file.lineOf(inFile),
      field: pathText(typeof index === "number" ? [kind ?? "", ...inFile] : path),
    };
  };
}
