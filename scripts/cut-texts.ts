/**
 * Texts that YAML cuts without a word: without quotation marks, ` #` begins a comment, so that `Summit #1 and the war` is
 * `Summit`. In: a document and its source. Out: where a comment stands on the line of such a text. It is a mistake where
 * the text has words or the comment no space, and else odd, for a name may have a comment behind it.
 */
import { type Document, type Scalar, visit } from "yaml";
import type { Problem } from "../src/model/problem.ts";

interface CutText extends Pick<Problem, "reason" | "severity"> {
  readonly offset: number;
}

export function cutTexts(document: Document.Parsed, source: string): readonly CutText[] {
  const found: CutText[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key === "key" || !isCut(node)) return;
      const [start, end] = node.range ?? [0, 0];
      const comment = /^[ \t]*(#.*)/.exec(source.slice(end))?.[1];
      if (comment === undefined) return;
      const text = node.source ?? "";
      const isText = /\s/.test(text) || !comment.startsWith("# ");
      const reason = `what follows “${text}” is a comment and no part of it: “${comment}”; put a text with # in quotation marks, a comment on a line of its own`;
      found.push({ offset: start, reason, severity: isText ? "error" : "warning" });
    },
  });
  return found;
}

/** Words without quotation marks; where the comment comes first, nothing is left of them. */
function isCut(node: Scalar): boolean {
  return node.type === "PLAIN" && (typeof node.value === "string" || node.source === "");
}
