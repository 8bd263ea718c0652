/**
 * Texts that somebody could put into a library to get more out of it than words, and a library full of one of them, past
 * the parser, as a store could hold it. In: a text. Out: libraries in which every field that is words is that text. The
 * clean twin has the same fields with harmless words of about the same length, so that only the signs differ.
 */
import { visibleText } from "../../src/formats/visible-text.ts";
import type { Library } from "../../src/model/library.ts";
import { answer, dispute, event, smallLibrary, statement } from "./small.ts";

export const CLEAN = "Harmlos ist dieser Text und so lang wie alle";

/** By what it tries. None begins or ends with a space, and none is so much longer than the clean one that less fits. */
export const HOSTILE: Readonly<Record<string, string>> = {
  markup: `</title></main><img src=x onerror=alert(1)>"' d='`,
  script: `"><script>alert(1)</script><!-- <a href="//b">`,
  entities: "&lt;b&gt; &#106; &amp;amp; <?x?> {{d}} #{e} <%= f %>",
  xml: `]]> &y;<![CDATA[z]]> &#0; <!DOCTYPE x [<!ENTITY y>]>`,
  markdown: "[a](javascript:b) ![c](//d) **e** _f_ `h` ~~i~~ | [^k]",
  links: "https://a.example/b www.c.com <ftp://d.example> e@f.com",
  reference: "[g]: //h <i@j.com> #1 @k ==l== [m][g] https://n.o",
  block: "# a\n\n- b\n\n> c\n\n    d\n\n1. e\n\n---\n\n```\nf\n```\n\n<div>",
  table: "| g |\n| - |\n| h |\n\n\\| i \\\\| j\n===\nk  \nl\\\nm",
  header: "a\r\nSet-Cookie: b=c\r\n\r\n<html>d\r\nLocation: //e",
  formula: `=HYPERLINK("http://a.example";"b") +1 -2 @SUM(1) ;,\t'c'`,
  quoted: `""a"",'b';|cmd /c calc!A0\r\n=1+1,"c\n@d`,
  tex: "\\input{/etc/passwd} $b$ %c ^^41 {d} }e{ ~f #1 &g",
  citation: "@h{i, j = {k}}\nTY  - l\nER  - \n\\end{m} \\write18{n}",
  direction: "\u202egpj.exe\u202c \u2066a\u2069 \u200eb\u200f \u061cc \u202ad \ud83de\udc69 f",
  controls: "a\u0000b\u0007c\u001b[31md\u0085e\u2028f\u2029g\u000bh\ufeffi\u007fj\u00adk\u{e0041}l",
};

const everywhere = (text: string) => ({ de: text, en: text, uk: text });

/** A library in which every kind of entry there is has this text wherever it has words; one of them in German alone. */
export function libraryFullOf(text: string): Library {
  const library = smallLibrary({
    statements: [
      statement("first", { speaker: "speaker", answer: answer("yes", "a gloss") }),
      statement("second", { actor: "moscow", asOf: "2025-08-15" }),
      statement("german", { text: { de: "deutsch" }, kind: "assessment" }),
      statement("later", { supersedes: "first", issue: "territory", answer: answer("conditional", "a gloss") }),
    ],
    disputes: [dispute("contradiction", [["first"], ["second"]])],
    events: [event("summit", "2025-08-15", { issues: ["ceasefire"] })],
  });
  const articles = library.articles.map((article, i) => ({
    ...article,
    outlet: text,
    author: i === 0 ? text : null,
    dating: article.date === null ? everywhere(text) : null,
    viewpoint: everywhere(text),
  }));
  return filled({ ...library, articles }, text);
}

/** Every text in a language becomes this one; what is no text stays. */
function filled<T>(value: T, text: string): T {
  if (Array.isArray(value)) return value.map((each) => filled(each, text)) as T;
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value);
  const localized = own.length > 0 && own.every(([key, each]) => /^[a-z]{2}$/.test(key) && typeof each === "string");
  return Object.fromEntries(own.map(([key, each]) => [key, localized ? text : filled(each, text)])) as T;
}

/** How often words are said, whatever lines they are broken into. */
export function timesIn(words: string, text: string): number {
  const bare = (each: string): string => each.replace(/[\s\u00ad\u2010\ufffd-]+/g, "");
  return bare(words).split(bare(visibleText(text))).length - 1;
}
