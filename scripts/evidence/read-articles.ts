/**
 * The texts of a library's articles on this machine. In: a folder and the articles. Out: for each its bytes and paragraphs,
 * found by its file's name, or by its hash where the file is called otherwise; none where it is not there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/model/library.ts";
import { paragraphsOf, sha256Of } from "./paragraphs.ts";

export interface ArticleText {
  readonly sha256: string;
  readonly paragraphs: readonly string[];
}

export function readArticles(dir: string, articles: readonly Article[]): ReadonlyMap<string, ArticleText> {
  const files = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile());
  const byName = new Map(files.map(({ name }) => [name, readArticle(join(dir, name))]));
  const byHash = new Map([...byName.values()].map((text) => [text.sha256, text]));
  return new Map(
    articles.flatMap(({ id, file, sha256 }) => {
      const text = byName.get(file) ?? byHash.get(sha256);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}

export function readArticle(file: string): ArticleText {
  const bytes = readFileSync(file);
  return { sha256: sha256Of(bytes), paragraphs: paragraphsOf(new TextDecoder().decode(bytes)) };
}
