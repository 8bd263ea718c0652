/**
 * What a folder of seeds says: one YAML file a kind, statements in a folder of one file an issue. In: the texts of its
 * files. Out: one value for `parseLibrary` and a function that leads every part of it back to its file and line. It
 * reads no disk and does not judge the content, but refuses a file that adds nothing to the library: one that is not
 * YAML, is empty, or holds something other than its kind.
 */
import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from "yaml";
import type { Library } from "../src/model/library.ts";
import { type Path, pathText } from "../src/model/parsing/finding.ts";
import { parseLibrary, type Where } from "../src/model/parsing/parse-library.ts";
import { KINDS } from "../src/model/parsing/parse-shape.ts";
import { BadLibrary, type Problem } from "../src/model/problem.ts";
import { LANGUAGES } from "../templates/languages.ts";
import { cutTexts } from "./cut-texts.ts";
import type { Decoded } from "./seed-text.ts";
import { slipsOf } from "./yaml-slips.ts";

/** The files of a folder, in the order of their names. */
export interface Seeds {
  /** As messages name the folder. */
  readonly folder: string;
  readonly files: readonly SeedText[];
  /** Paths of other files in the folder. */
  readonly unread: readonly string[];
}

export interface SeedText extends Decoded {
  /** Within the folder, such as `statements/ceasefire.yaml`. */
  readonly path: string;
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
  const { input, where, warnings } = joinSeeds(seeds);
  const parsed = parseLibrary(input, where, Object.keys(LANGUAGES));
  return { library: parsed.library, warnings: [...warnings, ...parsed.warnings] };
}

/** Mistakes are thrown; what is only odd comes back beside the input. */
export function joinSeeds(seeds: Seeds): { input: unknown; where: Where; warnings: readonly Problem[] } {
  const { folder, files: texts, unread } = seeds;
  const files: SeedFile[] = [];
  const problems = unread.map((path) => unreadFile(folder, path));
  const input: Record<string, unknown> = {};
  for (const { path, text, fault } of texts) {
    // `statements/ceasefire.yaml` and `statements.yaml` both hold statements.
    const kind = path.includes("/") ? (path.split("/")[0] ?? path) : path.slice(0, -".yaml".length);
    const name = `${folder}/${path}`;
    if (fault !== undefined) {
      problems.push({ file: name, field: "(file)", severity: "error", ...fault });
      continue;
    }
    const { file, problems: found } = parseFile(name, kind, text);
    problems.push(...found);
    const before = input[kind] as readonly unknown[] | undefined;
    files.push({ ...file, first: before?.length ?? 0 });
    if (!isList(kind)) input[kind] = file.content;
    else if (Array.isArray(file.content)) input[kind] = [...(before ?? []), ...file.content];
  }
  const mistakes = problems.filter(({ severity }) => severity === "error");
  if (mistakes.length > 0) throw new BadLibrary(mistakes);
  // A kind without a file has no entries.
  for (const kind of KINDS) input[kind] ??= [];
  return { input, where: whereIn(files, folder), warnings: problems };
}

/** A file of seeds under another name would be missed, and its entries removed; any other may well lie there. */
function unreadFile(folder: string, path: string): Problem {
  const named = path.replace(/\.ya?ml(\.txt)?$/i, ".yaml");
  const [severity, advice] =
    named === path ? (["warning", "move it elsewhere"] as const) : (["error", `name it ${named}`] as const);
  return { file: `${folder}/${path}`, field: "(file)", reason: `is not read: seeds end in .yaml; ${advice}`, severity };
}

function parseFile(file: string, kind: string, text: string): { file: SeedFile; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const problems = slipsOf(text, [...document.errors, ...document.warnings], lineAt).map(
    (slip): Problem => ({ file, field: "(yaml)", severity: "error", ...slip }),
  );
  if (problems.length > 0) return { file: { file, kind, first: 0, content: [], lineOf: () => 1 }, problems };
  problems.push(
    ...cutTexts(document, text).map(({ offset, ...problem }): Problem => {
      return { file, line: lineAt(offset), field: "(yaml)", ...problem };
    }),
  );
  const lineOf = (path: Path) => lineAt(offsetOf(document.contents, path));
  const content: unknown = document.toJS();
  const reason = notOfItsKind(kind, content);
  // What YAML cuts may have left nothing; then that has been told.
  if (reason !== null && problems.length === 0)
    problems.push({ file, line: content === null ? 1 : lineOf([]), field: "(file)", reason, severity: "error" });
  return { file: { file, kind, first: 0, content, lineOf }, problems };
}

const isList = (kind: string): boolean => (KINDS as readonly string[]).includes(kind);

/** Why nothing of a file could enter the library as it is; null where it can. */
function notOfItsKind(kind: string, content: unknown): string | null {
  if (content === null)
    return isList(kind)
      ? `is empty, so it says nothing of ${kind}; write [] where there are none, or take the file away`
      : "is empty; fill it, or take the file away";
  if (Array.isArray(content) === isList(kind) || !(isList(kind) || kind === "subject")) return null;
  if (!isList(kind)) return `has a dash before its fields; ${kind} is one group of fields, so take the dash away`;
  return typeof content === "object"
    ? `has fields where a list of ${kind} belongs; put “- ” before the first of each entry, two spaces before the others`
    : `is a text where a list of ${kind} belongs; each entry begins with “- ”`;
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
      field: typeof index === "number" ? fieldOf(inFile, file) : pathText(path),
    };
  };
}

/** By the entry's own name, for nobody counts entries: `statements[kyiv-no-land].text.de`. */
function fieldOf(inFile: Path, { kind, content }: SeedFile): string {
  const [index = 0, ...rest] = inFile;
  const entry: { readonly id?: unknown } | null | undefined = Array.isArray(content) ? content[Number(index)] : null;
  const id = entry?.id;
  const named = typeof id === "string" && id !== "" && rest[0] !== "id";
  return pathText([named ? `${kind}[${id}]` : `${kind}[${index}]`, ...rest]);
}
