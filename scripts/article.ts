/**
 * `npm run article -- FILE`: an article's entry, to be filled in. In: the file of its text. Out: on the terminal, the entry
 * with hash and count, and the paragraphs with the numbers and hashes that citations need. It writes nothing.
 */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { sha256Of } from "./evidence/paragraphs.ts";
import { readArticle } from "./evidence/read-articles.ts";

const [file = ""] = process.argv.slice(2);
if (!existsSync(file)) {
  console.error(`${file || "npm run article --"}: write the file of an article's text.`);
  process.exit(1);
}
const { sha256, paragraphs } = readArticle(file);
console.log(`- id: 
  file: ${JSON.stringify(basename(file))}
  sha256: ${sha256}
  paragraphs: ${paragraphs.length}
  kind: 
  language: de
  outlet: null
  author: null
  date: null
  dating: null
  description:
    de: ""
  viewpoint: null
  # as far as known:
  # title: ""
  # url: "https://"
  # archived: "https://"
  # accessed: ""
  # short: { de: "" }
`);
for (const [i, text] of paragraphs.entries()) console.log(`# ¶${i + 1} ${sha256Of(text)}\n# ${text}\n`);
