/**
 * A library small enough to read: two actors, two issues, three articles, and just the statements that a test puts in. In:
 * what a test cares about. Out: whole entries, everything else filled in with what changes nothing. The texts say what
 * they are, so that a test can look for them.
 */
import type { Dispute, Library, LibraryEvent, Statement } from "../../src/model/library.ts";

/** The same words in all three languages. */
const everywhere = (text: string) => ({ de: text, en: text, uk: text });
const CITED = [{ article: "signed", paragraph: 1 }];

export function statement(id: string, own: Partial<Statement> = {}): Statement {
  return {
    id,
    actor: "kyiv",
    issue: "ceasefire",
    kind: "position",
    asOf: null,
    priority: 3,
    speaker: null,
    text: everywhere(`Text of ${id}.`),
    citations: CITED,
    answer: null,
    supersedes: null,
    ...own,
  };
}

export function answer(value: NonNullable<Statement["answer"]>["value"], gloss: string): Statement["answer"] {
  return { value, gloss: everywhere(gloss) };
}

export function event(id: string, date: string, own: Partial<LibraryEvent> = {}): LibraryEvent {
  return { id, date, priority: 3, text: everywhere(`Text of ${id}.`), citations: CITED, issues: [], ...own };
}

export function dispute(id: string, sides: readonly (readonly string[])[], own: Partial<Dispute> = {}): Dispute {
  return {
    id,
    issue: "ceasefire",
    kind: "contradiction",
    title: everywhere(`Title of ${id}`),
    note: everywhere(`Note of ${id}.`),
    sides: sides.map((statements, i) => ({ text: everywhere(`Side ${i} of ${id}.`), statements: [...statements] })),
    ...own,
  };
}

const article = (id: string, author: string | null, date: string | null) => ({
  id,
  file: `${id}.txt`,
  sha256: "0".repeat(64),
  paragraphs: 20,
  kind: "analysis" as const,
  language: "de",
  outlet: null,
  author,
  date,
  dating: null,
  description: everywhere(`Description of ${id}`),
  viewpoint: null,
});

export function smallLibrary(own: Partial<Library>): Library {
  return {
    subject: {
      title: everywhere("The subject"),
      standfirst: { text: everywhere("The subject in short."), citations: CITED },
      authorship: { writtenBy: "machine", reviewedBy: null, reviewedOn: null },
    },
    actors: (["kyiv", "moscow"] as const).map((id, i) => ({
      id,
      name: everywhere(`Name of ${id}`),
      standsFor: everywhere(`Whom ${id} stands for`),
      mark: (["circle", "square"] as const)[i] ?? "circle",
      standfirst: { text: everywhere(`${id} in short.`), citations: CITED },
    })),
    issues: ["ceasefire", "territory"].map((id) => ({
      id,
      title: everywhere(`Title of ${id}`),
      question: everywhere(`Question of ${id}?`),
      standfirst: { text: everywhere(`${id} in short.`), citations: CITED },
    })),
    articles: [
      article("signed", "Ada Autor", "2025-08-18"),
      article("unsigned", null, "2025-08"),
      article("other", null, null),
    ],
    speakers: [{ id: "speaker", actor: null, name: everywhere("Sonja Sprecher"), office: everywhere("Office") }],
    statements: [],
    disputes: [],
    events: [],
    ...own,
  };
}
