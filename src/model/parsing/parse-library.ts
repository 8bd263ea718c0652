/**
 * The one way in for a library. In: any value, from YAML, from D1 or from an editor, and where its parts came from.
 * Out: a library in which everything holds, with warnings, or one error that names every mistake with its file, line,
 * field and what to do. It does not read files or a database and asks nobody back.
 */

import type { Library } from "../library.ts";
import { BadLibrary, type Problem } from "../problem.ts";
import { checkAliases } from "./check-aliases.ts";
import { checkReferences } from "./check-references.ts";
import { checkTexts } from "./check-texts.ts";
import { type Finding, type Path, pathText } from "./finding.ts";
import { parseShape } from "./parse-shape.ts";

export interface Place {
  readonly file: string;
  readonly line?: number;
  /** The path as it reads in that file, where it differs from the path in the library. */
  readonly field?: string;
}

/** Tells where a part of the input came from. */
export type Where = (path: Path) => Place;

/** `languages` are those in which a missing translation is worth a warning and whose tags no topic may take. */
export function parseLibrary(
  input: unknown,
  where: Where,
  languages: readonly string[] = [],
): { library: Library; warnings: readonly Problem[] } {
  const { draft, findings } = parseShape(input);
  const all = [
    ...findings,
    ...checkReferences(draft, languages),
    ...checkAliases(draft, languages),
    ...checkTexts(draft, languages),
  ];
  const problems = all.map((finding) => problemAt(finding, where));
  if (draft.library === null || problems.some(({ severity }) => severity === "error"))
    throw new BadLibrary(problems.filter(({ severity }) => severity === "error"));
  return { library: draft.library, warnings: problems };
}

function problemAt({ path, reason, severity }: Finding, where: Where): Problem {
  const { file, line, field = pathText(path) } = where(path);
  return { file, field, reason, severity, ...(line === undefined ? {} : { line }) };
}
