/**
 * A library written as programs before the entries wrote it: in fourteen tables. In: a database that no newer program has
 * migrated, and a library. Out: its rows there. It lives on here to make what installations of those programs have.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unstable_splitSqlQuery as splitSql } from "wrangler";
import { runTogether } from "../../src/library/commands.ts";
import type { Citation, Library } from "../../src/model/library.ts";
import { MIGRATIONS } from "./edition-facts.ts";

/** The first migration that those programs did not have. */
const ENTRIES = "0009_entries.sql";

/** Fields that those programs did not know. */
const NEWER: ReadonlySet<string> = new Set([
  ...["title", "url", "archived", "accessed", "marks", "short"],
  ...["jointSpeakers", "voice", "dated", "translated", "pinned", "label", "until"],
]);

/** A library as somebody could have entered it then. */
export function asBefore(library: Library): Library {
  const plain = <T extends object>(entry: T): T =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => !NEWER.has(key))) as T;
  const known = {
    ...library,
    articles: library.articles.map(plain),
    statements: library.statements.filter(({ kind }) => kind !== "finding").map(plain),
    events: library.events.map(plain),
  };
  return JSON.parse(JSON.stringify(known), (key, value) =>
    key === "citations" ? value.map(({ article, paragraph }: Citation) => ({ article, paragraph })) : value,
  ) as Library;
}

/** The tables as the last program before had them, in a database that has none. */
export async function makeOldTables(db: D1Database): Promise<void> {
  await applied(db, (name) => name < ENTRIES);
}

/** What a newer program does when it comes. */
export async function bringEntries(db: D1Database): Promise<void> {
  await applied(db, (name) => name === ENTRIES);
}

export async function writeOldTables(db: D1Database, library: Library): Promise<void> {
  const tables = tablesOf(library);
  await runTogether(db, [
    ...tables.toReversed().map(({ table }) => ({ sql: `DELETE FROM ${table}` })),
    ...tables.map((table) => ({ sql: insertInto(table), rows: table.rows })),
  ]);
}

async function applied(db: D1Database, wanted: (name: string) => boolean): Promise<void> {
  const names = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith(".sql") && wanted(name))
    .sort();
  const statements = names.flatMap((name) => splitSql(readFileSync(join(MIGRATIONS, name), "utf8")));
  await runTogether(
    db,
    statements.map((sql) => ({ sql })),
  );
}

function insertInto({ table, columns, json }: TableRows): string {
  const values = columns.map((column) =>
    json.includes(column) ? `nullif(value -> '$.${column}', 'null')` : `value ->> '$.${column}'`,
  );
  return `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")} FROM json_each(?1)`;
}

interface TableRows {
  readonly table: string;
  /** Columns; those of `json` hold objects, all others text, numbers or null. */
  readonly columns: readonly string[];
  readonly json: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

function tablesOf(library: Library): readonly TableRows[] {
  const { subject, actors, issues, articles, speakers, statements, disputes, events, aliases = [] } = library;
  const sides = disputes.flatMap(({ id, sides }) =>
    sides.map((side, position) => ({ dispute: id, position, ...side })),
  );
  return [
    table(
      "subject",
      ["title", "standfirst"],
      ["only", "title", "standfirst", "written_by", "reviewed_by", "reviewed_on"],
      [
        {
          only: 1,
          title: subject.title,
          standfirst: subject.standfirst,
          written_by: subject.authorship.writtenBy,
          reviewed_by: subject.authorship.reviewedBy,
          reviewed_on: subject.authorship.reviewedOn,
        },
      ],
    ),
    table(
      "actors",
      ["name", "stands_for", "standfirst"],
      ["id", "position", "name", "stands_for", "mark", "standfirst"],
      actors.map((actor, position) => ({ ...actor, position, stands_for: actor.standsFor })),
    ),
    table(
      "issues",
      ["title", "question", "standfirst"],
      ["id", "position", "title", "question", "standfirst"],
      issues.map(at),
    ),
    table(
      "articles",
      ["dating", "description", "viewpoint"],
      [
        ...["id", "position", "file", "sha256", "paragraphs", "kind", "language", "outlet", "author", "date"],
        ...["dating", "description", "viewpoint"],
      ],
      articles.map(at),
    ),
    table("speakers", ["name", "office"], ["id", "position", "actor", "name", "office"], speakers.map(at)),
    table(
      "statements",
      ["text", "answer_gloss"],
      [
        ...["id", "position", "actor", "issue", "kind", "as_of", "priority", "speaker", "text"],
        ...["answer_value", "answer_gloss", "supersedes"],
      ],
      olderFirst(statements.map(at)).map((statement) => ({
        ...statement,
        as_of: statement.asOf,
        answer_value: statement.answer?.value ?? null,
        answer_gloss: statement.answer?.gloss ?? null,
      })),
    ),
    citations("statement", statements),
    table("disputes", ["title", "note"], ["id", "position", "issue", "kind", "title", "note"], disputes.map(at)),
    table("dispute_sides", ["text"], ["dispute", "position", "text"], sides),
    table(
      "dispute_statements",
      [],
      ["dispute", "side", "position", "statement"],
      sides.flatMap(({ dispute, position: side, statements: named }) =>
        named.map((statement, position) => ({ dispute, side, position, statement })),
      ),
    ),
    table("events", ["text"], ["id", "position", "date", "priority", "text"], events.map(at)),
    citations("event", events),
    table(
      "event_issues",
      [],
      ["event", "position", "issue"],
      events.flatMap(({ id, issues }) => issues.map((issue, position) => ({ event: id, position, issue }))),
    ),
    table("aliases", [], ["id", "position", "topic"], aliases.map(at)),
  ];
}

/** What is replaced comes before what replaces it, as its foreign key wants; `position` keeps the editors' order. */
function olderFirst<T extends { id: string; supersedes: string | null }>(statements: readonly T[]): readonly T[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const depth = ({ supersedes }: T, limit = statements.length): number => {
    const earlier = byId.get(supersedes ?? "");
    return earlier === undefined || limit === 0 ? 0 : 1 + depth(earlier, limit - 1);
  };
  const ranked = statements.map((statement) => ({ statement, depth: depth(statement) }));
  return ranked.sort((a, b) => a.depth - b.depth).map(({ statement }) => statement);
}

/** Rows keep only what the table has columns for. */
function table(name: string, json: readonly string[], columns: readonly string[], rows: readonly object[]): TableRows {
  return {
    table: name,
    columns,
    json,
    rows: rows.map((row) => {
      const fields = row as Readonly<Record<string, unknown>>;
      return Object.fromEntries(columns.map((column) => [column, fields[column] ?? null]));
    }),
  };
}

function citations(owner: "statement" | "event", entries: readonly { id: string; citations: readonly Citation[] }[]) {
  const rows = entries.flatMap(({ id, citations }) =>
    citations.map((citation, position) => ({ [owner]: id, position, ...citation })),
  );
  return table(`${owner}_citations`, [], [owner, "position", "article", "paragraph"], rows);
}

function at<T extends object>(entry: T, position: number): T & { position: number } {
  return { ...entry, position };
}
