/**
 * A Worker that sets fresh sheets and nothing else. In: the edition by POST, then how many sheets to set. Out: how many
 * bytes they have in all. It stands in for a reader's first request, without stores, routes or formats but the PDF.
 */
import { draftBriefing } from "../src/compose/compose-briefing.ts";
import { writePdf } from "../src/formats/pdf/write-pdf.ts";
import type { Edition } from "../src/model/edition.ts";
import { topicsOf } from "../src/model/topic.ts";
import { fitPage } from "../src/typeset/fit-page.ts";
import { LANGUAGES } from "../templates/languages.ts";
import { templatesFor } from "../templates/templates.ts";

let edition: Edition | null = null;
let turn = 0;

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/edition") edition = await request.json();
    if (edition === null) return new Response("post an edition first", { status: 409 });
    const count = Number(searchParams.get("sheets") ?? 0);
    const stage = searchParams.get("stage") ?? "pdf";
    let bytes = 0;
    for (let i = 0; i < count; i++) bytes += setSheet(edition, turn++, stage);
    return Response.json({ bytes });
  },
} satisfies ExportedHandler;

/** Another topic, language and paper at each turn, and another number in the title, so that nothing can be kept. */
function setSheet(frozen: Edition, n: number, stage: string): number {
  const topics = topicsOf(frozen.library);
  const languages = Object.keys(LANGUAGES);
  const topic = topics[n % topics.length];
  const language = languages[n % languages.length];
  if (topic === undefined || language === undefined) throw new RangeError("the library has no topics");
  const [template] = templatesFor(topic.kind);
  if (template === undefined) throw new RangeError(`no template serves ${topic.kind}`);
  const draft = draftBriefing({ ...frozen, id: `2026-W${(n % 52) + 1}` }, { topic, language, template });
  if (stage === "compose") return draft.within(template.limits).sections.length;
  const page = fitPage(draft, template, n % 2 === 0 ? "a4" : "letter");
  return stage === "typeset" ? page.items.length : writePdf(page).length;
}
