/**
 * Takes the library out of D1. In: the database. Out: the library, after the same parser that every other library
 * passes, so that a row changed by hand cannot reach a sheet unnoticed. It changes nothing.
 */
import type { Library } from "../model/library.ts";
import { parseLibrary } from "../model/parse-library.ts";

type Row = Readonly<Record<string, unknown>>;

/** Null where nobody has written a library yet. */
export async function readLibrary(db: D1Database): Promise<Library | null> {
  const entries = await readEntries(db);
  if (entries.subject === undefined) return null;
  return parseLibrary(entries, ([kind]) => ({ file: `D1 table ${kind ?? "subject"}` })).library;
}

/** What the rows say, in the shape of a library but unchecked. */
export async function readEntries(db: D1Database): Promise<Readonly<Record<string, unknown>>> {
  const tables = ["subject", "actors", "issues", "articles", "speakers", "statements", "disputes", "events", "aliases"];
  const parts = ["statement_citations", "event_citations", "dispute_sides", "dispute_statements", "event_issues"];
  const sql = [...tables, ...parts].map((table) =>
    table === "subject" ? "SELECT * FROM subject" : `SELECT * FROM ${table} ORDER BY position`,
  );
  const results = await db.batch<Row>(sql.map((query) => db.prepare(query)));
  const rows = results.map(({ results }) => results);
  const [subject, actors, issues, articles, speakers, statements, disputes, events, aliases, ...rest] = rows as Row[][];
  const [statementCitations, eventCitations, sides, sideStatements, eventIssues] = rest;

  const cited = byOwner(statementCitations, "statement");
  const eventCited = byOwner(eventCitations, "event");
  const sidesOf = byOwner(sides, "dispute");
  const inIssues = byOwner(eventIssues, "event");
  const named = Map.groupBy(sideStatements ?? [], ({ dispute, side }) => `${dispute} ${side}`);

  return {
    ...(subject?.[0] === undefined ? {} : { subject: subjectOf(subject[0]) }),
    actors: actors?.map(({ id, name, stands_for, mark, standfirst }) => ({
      id,
      name: json(name),
      standsFor: json(stands_for),
      mark,
      standfirst: json(standfirst),
    })),
    issues: issues?.map(({ id, title, question, standfirst }) => ({
      id,
      title: json(title),
      question: json(question),
      standfirst: json(standfirst),
    })),
    articles: articles?.map(({ position: _, dating, description, viewpoint, ...row }) => ({
      ...row,
      dating: json(dating),
      description: json(description),
      viewpoint: json(viewpoint),
    })),
    speakers: speakers?.map(({ id, actor, name, office }) => ({ id, actor, name: json(name), office: json(office) })),
    statements: statements?.map((row) => statementOf(row, cited(row).map(citation))),
    disputes: disputes?.map((row) => ({
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
    events: events?.map((row) => ({
      id: row.id,
      date: row.date,
      priority: row.priority,
      text: json(row.text),
      citations: eventCited(row).map(citation),
      issues: inIssues(row).map(({ issue }) => issue),
    })),
    ...(aliases === undefined || aliases.length === 0
      ? {}
      : { aliases: aliases.map(({ id, topic }) => ({ id, topic })) }),
  };
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
