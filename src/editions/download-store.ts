/**
 * Sums of downloads in D1. In: sums to add, or the last day that may be shown. Out: them added, all or none, or
 * what is shown of all editions. However many isolates add at once, no count is lost: the database adds. It knows no
 * clock.
 */
import { type Command, runTogether } from "../library/commands.ts";
import {
  type Caller,
  type CallerCounts,
  type DownloadSum,
  type Downloads,
  type EditionDownloads,
  firstDayShown,
} from "../model/download.ts";

const COLUMNS = ["edition", "day", "topic", "ending", "caller", "count"] as const;

export async function addDownloads(db: D1Database, sums: readonly DownloadSum[]): Promise<void> {
  const add: Command = {
    sql:
      `INSERT INTO downloads (${COLUMNS.join(", ")}) SELECT ${COLUMNS.map((name) => `value ->> '$.${name}'`).join(", ")} ` +
      "FROM json_each(?1) WHERE true " +
      "ON CONFLICT (edition, day, topic, ending, caller) DO UPDATE SET count = count + excluded.count",
    rows: JSON.stringify(sums),
  };
  await runTogether(db, [add]);
}

interface Row {
  readonly name: string;
  readonly part: string;
  readonly sum: number;
}

/** Null where nothing was counted until that day. What is read grows with editions times topics, not with days. */
export async function readDownloads(db: D1Database, until: string): Promise<Downloads | null> {
  const sums = (name: string, part: string, where: string, ...values: readonly string[]): D1PreparedStatement =>
    db
      .prepare(
        `SELECT ${name} AS name, ${part} AS part, SUM(count) AS sum FROM downloads WHERE day <= ?1 AND ${where} ` +
          "GROUP BY 1, 2 ORDER BY 1, 2",
      )
      .bind(until, ...values);
  const [start, callers, topics, endings, days] = await db.batch<unknown>([
    db.prepare("SELECT MIN(day) AS since FROM downloads WHERE day <= ?1").bind(until),
    sums("edition", "caller", "true"),
    sums("edition", "topic", "caller = 'readers'"),
    sums("edition", "ending", "caller = 'readers'"),
    sums("day", "caller", "day >= ?2", firstDayShown(until)),
  ]);
  const { since = null } = (start?.results[0] ?? {}) as { since?: string | null };
  if (since === null) return null;
  const [byCaller, byTopic, byEnding, byDay] = [callers, topics, endings, days].map((found) =>
    tableOf((found?.results ?? []) as Row[]),
  );
  return {
    since,
    until,
    days: Object.entries(byDay ?? {}).map(([day, counts]) => ({ day, ...countsOf(counts) })),
    editions: Object.fromEntries(
      Object.entries(byCaller ?? {}).map(([edition, counts]): [string, EditionDownloads] => [
        edition,
        { ...countsOf(counts), topics: byTopic?.[edition] ?? {}, endings: byEnding?.[edition] ?? {} },
      ]),
    ),
  };
}

type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

function tableOf(rows: readonly Row[]): Table {
  const table: Record<string, Record<string, number>> = {};
  for (const { name, part, sum } of rows) {
    table[name] ??= {};
    Object.assign(table[name], { [part]: sum });
  }
  return table;
}

function countsOf(counts: Readonly<Partial<Record<Caller, number>>>): CallerCounts {
  return { readers: counts.readers ?? 0, robots: counts.robots ?? 0, scanners: counts.scanners ?? 0 };
}
