/**
 * Specimens: a sheet of each template, set when an isolate starts, so that a reader's first request does not pay for
 * compiling what sets it. In: nothing. Out: nothing, the sheets are thrown away. What they say is about type, and no
 * reader sees it. They cost the start more than they save the request, whose time is limited and the start's is not.
 */
import { TEMPLATES } from "../../templates/templates.ts";
import type { Edition } from "../model/edition.ts";
import type { Dispute, Library, LibraryEvent, Statement } from "../model/library.ts";
import { topicsOf } from "../model/topic.ts";
import { render } from "./render.ts";

const LANGUAGE = "de";
const inGerman = (text: string) => ({ [LANGUAGE]: text });
const CITED = [{ article: "manual", paragraph: 1 }];
const standfirst = { text: inGerman("Vom Setzen einer Seite, auf der alles Platz findet."), citations: CITED };

function statement(id: string, actor: string, text: string, own: Partial<Statement> = {}): Statement {
  return {
    id,
    actor,
    issue: "measure",
    kind: "position",
    asOf: "2026-01-05",
    priority: 1,
    speaker: "foundry",
    text: inGerman(text),
    citations: CITED,
    answer: { value: "yes", gloss: inGerman("Kürzere Zeilen lesen sich leichter") },
    supersedes: null,
    ...own,
  };
}

/** As many and as long as on a sheet, so that what is done a thousand times on one is compiled for that. */
const TEXTS = [
  "Schmale Spalten brauchen Silbentrennung – sonst flattert der Rand, sagt die Offizin.",
  "Breite Zeilen verlangen größeren Durchschuss, also etwa 12 Punkt bei 50 % mehr Text.",
  "Die Buchstaben einer „Ligatur“ berühren einander, z. B. in Kauffläche nicht, in Waffel und Profil aber doch.",
  "Am 5. Januar 2026 wird nach Artikel 5 der Satzordnung jeder Absatz als Ganzes umbrochen, nicht Zeile für Zeile.",
  "Wer einen Absatz zum ersten Mal liest, sucht darin Namen, Zahlen und Anführungen; danach richtet sich die Auszeichnung.",
  "Grundlinien benachbarter Spalten stehen auf einem Raster, auch wenn über einer von ihnen eine Überschrift mehr steht.",
];

const STATEMENTS = TEXTS.flatMap((text, i) => [
  statement(`compositors-${i}`, "compositors", text),
  statement(`readers-${i}`, "readers", text, {
    kind: "assessment",
    answer: { value: "conditional", gloss: inGerman("Nur bei genügend Durchschuss") },
  }),
]);

const DISPUTES: readonly Dispute[] = [
  {
    id: "rag",
    issue: "measure",
    kind: "contradiction",
    title: inGerman("Blocksatz oder Flattersatz?"),
    note: inGerman("Beides ist üblich."),
    sides: STATEMENTS.slice(0, 2).map(({ id, text }) => ({ text, statements: [id] })),
  },
];

const EVENTS = ["1981", "2026-01-05", "2026-01-07"].map(
  (date): LibraryEvent => ({
    id: `event-${date}`,
    date,
    priority: 1,
    text: inGerman("Ein Absatz wird als Ganzes umbrochen."),
    citations: CITED,
    issues: [],
  }),
);

/** Exported for the test that holds it to the schema. */
export const LIBRARY: Library = {
  subject: {
    title: inGerman("Schriftprobe"),
    standfirst,
    authorship: { writtenBy: "person", reviewedBy: null, reviewedOn: null },
  },
  actors: (["compositors", "readers"] as const).map((id, i) => ({
    id,
    name: inGerman(i === 0 ? "Setzer" : "Leser"),
    standsFor: inGerman("Alle, die mit Seiten umgehen"),
    mark: i === 0 ? "circle" : "square",
    standfirst,
  })),
  issues: [
    { id: "measure", title: inGerman("Satzbreite"), question: inGerman("Soll die Zeile kurz sein?"), standfirst },
  ],
  articles: [
    {
      id: "manual",
      file: "manual.txt",
      sha256: "0".repeat(64),
      paragraphs: 1,
      kind: "essay",
      language: LANGUAGE,
      outlet: null,
      author: null,
      date: "2026-01-05",
      dating: null,
      description: inGerman("Handbuch"),
      viewpoint: null,
    },
  ],
  speakers: [{ id: "foundry", actor: null, name: inGerman("Schriftgießerei"), office: inGerman("Gießerei") }],
  statements: STATEMENTS,
  disputes: DISPUTES,
  events: EVENTS,
};

const EDITION: Edition = {
  id: "2026-W02",
  issued: "2026-01-05T00:00:00.000Z",
  asOf: "2026-01-05",
  site: "https://specimen.invalid",
  program: "",
  changes: null,
  corrected: null,
  correction: null,
  cards: false,
  hash: "",
  library: LIBRARY,
};

/** One of each template, whose sheets differ in more than their words. */
export function setSpecimens(): void {
  const topics = topicsOf(LIBRARY);
  for (const template of TEMPLATES) {
    const topic = topics.find(({ kind }) => kind === template.serves[0]);
    if (topic === undefined) continue;
    render(EDITION, { kind: "sheet", topic, language: LANGUAGE, template: template.id, paper: "a4", ending: "pdf" });
  }
}
