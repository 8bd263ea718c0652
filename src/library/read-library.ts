/**
 * Takes the library out of D1. In: the database. Out: the library, after the same parser that every other library
 * passes, so that a row changed by hand cannot reach a sheet unnoticed. It changes nothing.
 */
import type { Library } from "../model/library.ts";
import { parseLibrary } from "../model/parsing/parse-library.ts";
import { openRowReader, type Row, type RowReader } from "./row-reader.ts";

/** What belongs to an entry stands before it, for it is read before it, so that each is whole once its row is read. */
const PARTS = ["statement_citations", "event_citations", "event_issues", "dispute_statements", "dispute_sides"];
const TABLES = ["subject", "actors", "issues", "articles", "speakers", "statements", "disputes", "events", "aliases"];

/** Null where nobody has written a library yet. */
export async function readLibrary(db: D1Database): Promise<Library | null> {
  const entries = await readEntries(db);
  if (entries.subject === undefined) return null;
  return parseLibrary(entries, ([kind]) => ({ file: `D1 table ${kind ?? "subject"}` })).library;
}

/** All tables of the library. */
export const LIBRARY_TABLES: readonly string[] = [...PARTS, ...TABLES];

/** In the shape of a library but unchecked. */
export type Entries = Readonly<Record<string, unknown>>;

export async function readEntries(db: D1Database): Promise<Entries> {
  return await entriesFrom(await openRowReader(db, LIBRARY_TABLES));
}

/** What the rows say. */
export async function entriesFrom(reader: RowReader): Promise<Entries> {
  const rowsOf = async (table: string) => await reader.rows(table, (row) => row);
  const cited = byOwner(await rowsOf("statement_citations"), "statement");
  const eventCited = byOwner(await rowsOf("event_citations"), "event");
  const inIssues = byOwner(await rowsOf("event_issues"), "event");
  const named = Map.groupBy(await rowsOf("dispute_statements"), ({ dispute, side }) => `${dispute} ${side}`);
  const sidesOf = byOwner(await rowsOf("dispute_sides"), "dispute");
  const [subject] = await reader.rows("subject", subjectOf);
  const entries = {
    ...(subject === undefined ? {} : { subject }),
    actors: await reader.rows("actors", ({ id, name, stands_for, mark, standfirst }) => ({
      id,
      name: json(name),
      standsFor: json(stands_for),
      mark,
      standfirst: json(standfirst),
    })),
    issues: await reader.rows("issues", ({ id, title, question, standfirst }) => ({
      id,
      title: json(title),
      question: json(question),
      standfirst: json(standfirst),
    })),
    articles: await reader.rows("articles", ({ place: _, position: __, dating, description, viewpoint, ...row }) => ({
      ...row,
      dating: json(dating),
      description: json(description),
      viewpoint: json(viewpoint),
    })),
    speakers: await reader.rows("speakers", ({ id, actor, name, office }) => ({
      id,
      actor,
      name: json(name),
      office: json(office),
    })),
    statements: await reader.rows("statements", (row) => statementOf(row, cited(row).map(citation))),
    disputes: await reader.rows("disputes", (row) => ({
      id: row.id,
      issue: row.issue,
      kind: row.kind,
      title: json(row.title),
      note: json(row.note),
      sides: sidesOf(row).map(({ text, position }) => ({
        text: json(text),
        statements: (named.get(`${row.id} ${position}`) ?? []).map(({ statement }) => statement),
      })),
    })),
    events: await reader.rows("events", (row) => ({
      id: row.id,
      date: row.date,
      priority: row.priority,
      text: json(row.text),
      citations: eventCited(row).map(citation),
      issues: inIssues(row).map(({ issue }) => issue),
    })),
  };
  const aliases = await reader.rows("aliases", ({ id, topic }) => ({ id, topic }));
  await reader.close();
  return aliases.length === 0 ? entries : { ...entries, aliases };
}

function subjectOf({ title, standfirst, written_by, reviewed_by, reviewed_on }: Row) {
  const authorship = { writtenBy: written_by, reviewedBy: reviewed_by, reviewedOn: reviewed_on };
  return { title: json(title), standfirst: json(standfirst), authorship };
}

function statementOf(row: Row, citations: readonly unknown[]) {
  const { id, actor, issue, kind, as_of, priority, speaker, text, answer_value, answer_gloss, supersedes } = row;
  const answer = answer_value === null ? null : { value: answer_value, gloss: json(answer_gloss) };
  return { id, actor, issue, kind, asOf: as_of, priority, speaker, text: json(text), citations, answer, supersedes };
}

function citation({ article, paragraph }: Row) {
  return { article, paragraph };
}

/** The rows that belong to an entry, found by the column that names it. */
function byOwner(rows: readonly Row[] | undefined, column: string): (owner: Row) => readonly Row[] {
  const groups = Map.groupBy(rows ?? [], (row) => row[column]);
  return (owner) => groups.get(owner.id) ?? [];
}

function json(text: unknown): unknown {
  return typeof text === "string" ? JSON.parse(text) : null;
}
