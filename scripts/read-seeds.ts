/**
 * The seeds as they lie in a folder: one YAML file a kind, statements in a folder of one file an issue. In: the folder.
 * Out: one value for `parseLibrary` and a function that leads every part of it back to its file and line. It does not
 * judge the content; only a file that is not YAML at all is refused here.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from "yaml";
import type { Library } from "../src/model/library.ts";
import { type Path, pathText } from "../src/model/parsing/finding.ts";
import { parseLibrary, type Where } from "../src/model/parsing/parse-library.ts";
import { KINDS } from "../src/model/parsing/parse-shape.ts";
import { BadLibrary, type Problem } from "../src/model/problem.ts";
import { LANGUAGES } from "../templates/languages.ts";

/** One file, and where in the library its content begins: at a field, and for lists at an index. */
interface SeedFile {
  readonly file: string;
  readonly kind: string;
  readonly first: number;
  readonly content: unknown;
  readonly lineOf: (path: Path) => number;
}

export async function readSeeds(dir: string): Promise<{ input: unknown; where: Where }> {
  const paths = (await readdir(dir, { recursive: true })).filter((path) => path.endsWith(".yaml")).sort();
  const files: SeedFile[] = [];
  const problems: Problem[] = [];
  const input: Record<string, unknown> = {};
  for (const path of paths) {
    // `statements/ceasefire.yaml` and `statements.yaml` both hold statements.
    const kind = dirname(path) === "." ? basename(path, ".yaml") : (path.split("/")[0] ?? path);
    const { file, problems: found } = parseFile(
      relative(process.cwd(), join(dir, path)),
      kind,
      await readFile(join(dir, path), "utf8"),
    );
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
  return { input, where: whereIn(files, dir) };
}

/** The library of a folder of seeds, or every mistake in it. */
export async function loadSeeds(dir: string): Promise<{ library: Library; warnings: readonly Problem[] }> {
  const { input, where } = await readSeeds(dir);
  return parseLibrary(input, where, Object.keys(LANGUAGES));
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

function whereIn(files: readonly SeedFile[], dir: string): Where {
  return (path) => {
    const [kind, index, ...rest] = path;
    const ofKind = files.filter((file) => file.kind === kind);
    const file = typeof index === "number" ? ofKind.findLast(({ first }) => first <= index) : ofKind[0];
    if (file === undefined) return { file: relative(process.cwd(), dir) };
    const inFile = typeof index === "number" ? [index - file.first, ...rest] : path.slice(1);
    return {
      file: file.file,
      line: file.lineOf(inFile),
      field: pathText(typeof index === "number" ? [kind ?? "", ...inFile] : path),
    };
  };
}
