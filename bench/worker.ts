/**
 * A Worker that sets fresh sheets and nothing else. In: editions by POST, then how many sheets to set, how far, and
 * whether every sheet there is or always the one that peers set too. Out: how many bytes they have in all. It stands in
 * for a reader's first request, without stores, routes or formats but the PDF.
 */
import { draftBriefing } from "../src/compose/compose-briefing.ts";
import { writePdf } from "../src/formats/pdf/write-pdf.ts";
import type { Edition } from "../src/model/edition.ts";
import type { PaperId } from "../src/model/template.ts";
import { type Topic, topicsOf } from "../src/model/topic.ts";
import { fitPage } from "../src/typeset/fit-page.ts";
import { LANGUAGES } from "../templates/languages.ts";
import { templatesFor } from "../templates/templates.ts";
import { THE_SHEET, topicOfTheSheet } from "./the-sheet.ts";

let editions: readonly Edition[] = [];
let turn = 0;

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/editions") editions = await request.json();
    if (editions.length === 0) return new Response("post editions first", { status: 409 });
    const count = Number(searchParams.get("sheets") ?? 0);
    const stage = searchParams.get("stage") ?? "pdf";
    const one = searchParams.get("sheet") === "one";
    let bytes = 0;
    for (let i = 0; i < count; i++) bytes += setSheet(turn++, stage, one);
    return Response.json({ bytes });
  },
} satisfies ExportedHandler;

/** Another edition at each turn, and mostly another topic, language and paper too, so that nothing can be kept. */
function setSheet(n: number, stage: string, one: boolean): number {
  const edition = at(editions, n);
  const { topic, language, paper } = one ? theSheet(edition) : anySheet(edition, n);
  const [template] = templatesFor(topic.kind);
  if (template === undefined) throw new RangeError(`no template serves ${topic.kind}`);
  const draft = draftBriefing(edition, { topic, language, template });
  if (stage === "compose") return draft.within(template.limits).sections.length;
  const page = fitPage(draft, template, paper);
  return stage === "typeset" ? page.items.length : writePdf(page).length;
}

interface Choice {
  readonly topic: Topic;
  readonly language: string;
  readonly paper: PaperId;
}

function anySheet({ library }: Edition, n: number): Choice {
  return { topic: at(topicsOf(library), n), language: at(Object.keys(LANGUAGES), n), paper: n % 2 ? "letter" : "a4" };
}

function theSheet({ library }: Edition): Choice {
  return { topic: topicOfTheSheet(library), ...THE_SHEET };
}

function at<T>(list: readonly T[], n: number): T {
  if (list.length === 0) throw new RangeError("there is nothing to choose from");
  return list[n % list.length] as T;
}
