/**
 * Every place of a library that cites. In: a library. Out: for each its path, its text by language and its citations. It
 * reads nothing of what is cited.
 */
import type { Citation, Library } from "../../src/model/library.ts";
import type { Localized } from "../../src/model/localized.ts";
import type { Path } from "../../src/model/parsing/finding.ts";

export interface CitedText {
  readonly path: Path;
  readonly text: Localized;
  readonly citations: readonly Citation[];
}

export function citedTexts({ subject, actors, issues, statements, events }: Library): readonly CitedText[] {
  const standfirsts = [["subject", subject] as const, ...listed("actors", actors), ...listed("issues", issues)];
  return [
    ...standfirsts.map(([path, { standfirst }]) => ({ path: [path].flat().concat("standfirst"), ...standfirst })),
    ...[...listed("statements", statements), ...listed("events", events)].map(([path, { text, citations }]) => ({
      path,
      text,
      citations,
    })),
  ];
}

function listed<T extends { readonly id: string }>(kind: string, entries: readonly T[]): readonly [string[], T][] {
  return entries.map((entry) => [[`${kind}[${entry.id}]`], entry]);
}
