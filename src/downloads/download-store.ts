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
} from "./download.ts";

const COLUMNS = ["edition", "day", "topic", "ending", "caller", "count"] as const;

export async function addDownloads(db: D1Database, sums: readonly DownloadSum[]): Promise<void> {
  const add: Command = {
    sql:
      `INSERT INTO downloads (${COLUMNS.join(", ")}) SELECT ${COLUMNS.map((name) => `value ->> '$.${name}'`).join(", ")} ` +
      "FROM json_each(?1) WHERE true " +
      "ON CONFLICT (day, edition, topic, ending, caller) DO UPDATE SET count = count + excluded.count",
    rows: sums,
  };
  await runTogether(db, [add]);
}

interface Row {
  readonly name: string;
  readonly part: string;
  readonly sum: number;
}

/** Of all editions the same three tables, so that all days are read through once. */
const SUMS =
  "WITH sums AS MATERIALIZED (SELECT edition, topic, ending, caller, SUM(count) AS sum FROM downloads WHERE day <= ?1 " +
  "GROUP BY edition, topic, ending, caller) " +
  ["caller", "topic", "ending"]
    .map((kind) => {
      const where = kind === "caller" ? "" : "WHERE caller = 'readers' ";
      return `SELECT '${kind}' AS kind, edition AS name, ${kind} AS part, SUM(sum) AS sum FROM sums ${where}GROUP BY 2, 3`;
    })
    .join(" UNION ALL ") +
  " ORDER BY 1, 2, 3";

/** Null where nothing was counted until that day. */
export async function readDownloads(db: D1Database, until: string): Promise<Downloads | null> {
  const byDay =
    "SELECT day AS name, caller AS part, SUM(count) AS sum FROM downloads WHERE day BETWEEN ?1 AND ?2 " +
    "GROUP BY 1, 2 ORDER BY 1, 2";
  const [first, last, all] = await db.batch<unknown>([
    db.prepare("SELECT MIN(day) AS since FROM downloads WHERE day <= ?1").bind(until),
    db.prepare(byDay).bind(firstDayShown(until), until),
    db.prepare(SUMS).bind(until),
  ]);
  const { since = null } = (first?.results[0] ?? {}) as { since?: string | null };
  if (since === null) return null;
  const sums = Map.groupBy((all?.results ?? []) as (Row & { readonly kind: string })[], ({ kind }) => kind);
  const [callers, topics, endings] = ["caller", "topic", "ending"].map((kind) => tableOf(sums.get(kind) ?? []));
  return {
    since,
    until,
    days: Object.entries(tableOf((last?.results ?? []) as Row[])).map(([day, counts]) => ({
      day,
      ...countsOf(counts),
    })),
    editions: Object.fromEntries(
      Object.entries(callers ?? {}).map(([edition, counts]): [string, EditionDownloads] => [
        edition,
        { ...countsOf(counts), topics: topics?.[edition] ?? {}, endings: endings?.[edition] ?? {} },
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
