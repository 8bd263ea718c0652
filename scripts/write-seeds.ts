/**
 * A library as files of seeds, in the one form in which `npm run seed -- --export` writes them. In: a library. Out: the
 * texts of its files by path. Read again they are the same library, and written again the same files, byte for byte.
 * Comments are not part of a library. It writes to no disk.
 */
import { Document, isMap, isScalar, isSeq, Scalar, visit, type YAMLSeq } from "yaml";
import type { Library, Statement } from "../src/model/library.ts";

/** Words that another reader of YAML takes for yes and no. */
const AMBIGUOUS = /^(y|n|yes|no|on|off|true|false|null)$/i;
/** Names of entries and hashes; what begins with a digit may be a date. */
const IDENTIFIER = /^([a-z][a-z0-9]*(-[a-z0-9]+)*|[0-9a-f]{64})$/;

export function seedFilesOf({ statements, ...library }: Library): ReadonlyMap<string, string> {
  const parts = Object.entries(library).map(([kind, part]) => [`${kind}.yaml`, part] as const);
  const files = [...parts, ...statementFiles(statements)].filter(
    ([, part]) => !(Array.isArray(part) && part.length === 0),
  );
  return new Map(files.map(([path, part]) => [path, yamlOf(part)]));
}

/**
 * A file an issue, as they are read in the order of their names; all in one file where the editors' order is another than
 * that, which files of their own would lose.
 */
function statementFiles(statements: readonly Statement[]): readonly (readonly [path: string, part: unknown])[] {
  const byIssue = Map.groupBy(statements, ({ issue }) => issue);
  const files = [...byIssue].map(([issue, list]) => [`statements/${issue}.yaml`, list] as const);
  files.sort(([one], [other]) => (one < other ? -1 : 1));
  const read = files.flatMap(([, list]) => list);
  return read.every((statement, i) => statement === statements[i]) ? files : [["statements.yaml", statements]];
}

function yamlOf(part: unknown): string {
  // What two entries share in memory is written out in each.
  const document = new Document(part, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== "string" || key === "key") return;
      // YAML quotes what it would not read as text.
      node.type = IDENTIFIER.test(node.value) && !AMBIGUOUS.test(node.value) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
    Seq(_, node, path) {
      if (path.length > 1) setFlow(node);
    },
  });
  return document.toString({ lineWidth: 0, minContentWidth: 0 });
}

/** Names in a row, and groups of names and numbers, each on a line of its own. */
function setFlow(list: YAMLSeq): void {
  if (list.items.every((item) => isScalar(item))) list.flow = true;
  for (const item of list.items) {
    if (isMap(item) && item.items.every(({ value }) => isScalar(value))) item.flow = true;
    if (isSeq(item)) setFlow(item);
  }
}
