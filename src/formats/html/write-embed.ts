/**
 * A card as a web page of its own, to be shown in a frame on another site, without a script. In: a card. Out: a whole HTML
 * document. Its links open beside the site it is embedded in, never inside the frame.
 */
import type { Embed } from "../../model/embed.ts";
import { visibleText } from "../visible-text.ts";
import { block, together } from "./markup.ts";
import { writePart } from "./parts.ts";
import { wordsOf } from "./sheet-context.ts";
import { htmlShell, VERSION_NOTICE_PLACE } from "./shell.ts";
import { EMBED_STYLE } from "./style-embed.ts";

export function writeEmbed({ language, edition, longTitle, sections, canonical }: Embed): string {
  const context = { language, words: wordsOf(language), anchors: new Set<string>(), evidence: new Map() };
  const parts = sections.flatMap((section) => section.parts.map((part) => writePart(part, context)));
  const head = [
    block("base", { target: "_blank" }),
    block("meta", { name: "robots", content: "noindex" }),
    block("link", { rel: "canonical", href: canonical }),
  ];
  return htmlShell({
    language,
    title: `${visibleText(longTitle)} · Einblatt ${edition}`,
    head: together(head),
    body: together([VERSION_NOTICE_PLACE, block("main", { id: "sheet", tabindex: "-1" }, "\n", ...parts)]),
    style: EMBED_STYLE,
  });
}
