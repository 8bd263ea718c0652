/**
 * A briefing as a web page that needs no script: on a phone, on a desk, in the dark, and printed on one sheet. In: a
 * briefing. Out: a whole HTML document whose `main` holds exactly the briefing's words in their order. It decides which
 * element a section is; how it looks is in the style files.
 */
import type { Briefing, Section } from "../../model/briefing.ts";
import { visibleText } from "../visible-text.ts";
import { writeCiting } from "./citing.ts";
import { densityOf } from "./density.ts";
import { writeEvidence } from "./evidence.ts";
import { writeHead } from "./head.ts";
import { block, type Markup, together } from "./markup.ts";
import { writeNavigation } from "./navigation.ts";
import { writePart } from "./parts.ts";
import { type SheetContext, sheetContext } from "./sheet-context.ts";
import { htmlShell, VERSION_NOTICE_PLACE } from "./shell.ts";

/** The masthead and the small print frame the sheet; everything between is a section. */
const ELEMENTS: Readonly<Partial<Record<Section["kind"], string>>> = { masthead: "header", colophon: "footer" };

export function writeHtml(briefing: Briefing): string {
  const context = sheetContext(briefing);
  const sections = briefing.sections.map((section) => writeSection(section, context));
  const article = block("article", {}, "\n", ...sections);
  const main = block("main", { id: "sheet", class: `sheet ${densityOf(briefing)}`, tabindex: "-1" }, "\n", article);
  return htmlShell({
    language: briefing.language,
    title: `${visibleText(briefing.longTitle)} · Einblatt ${briefing.edition}`,
    head: writeHead(briefing),
    body: together([
      writeNavigation(briefing, context),
      VERSION_NOTICE_PLACE,
      main,
      writeEvidence(context.evidence, briefing, context.words),
      writeCiting(briefing, context),
    ]),
  });
}

/** A section says how many groups it holds, so that the style can set them side by side. */
function writeSection({ kind, parts }: Section, context: SheetContext): Markup {
  const groups = parts.filter((part) => part.kind === "group").length;
  const classes = groups === 0 ? kind : `${kind} groups-${Math.min(groups, 9)}`;
  return block(ELEMENTS[kind] ?? "section", { class: classes }, "\n", ...parts.map((part) => writePart(part, context)));
}
