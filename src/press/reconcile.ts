/**
 * Holds the records of what was published against the index, and brings each up to the other: an edition that only the
 * index knows gets its record, one that only the records know, or know otherwise, gets its row. In: the stores. Out: what
 * is behind; and steps that mend it, each to be done again without harm. The index rolls forward, never back.
 */
import { parseEditionId } from "../model/edition.ts";
import { findStrays, type Stray } from "../store/find-strays.ts";
import { areRecordsComplete, listRecords, markComplete } from "../store/record.ts";
import { adoptEdition } from "./adopt-edition.ts";
import { batched } from "./batched.ts";
import { indexFromRecord } from "./index-from-record.ts";
import type { LoggedSteps } from "./logged-steps.ts";
import type { PressContext } from "./press-context.ts";

/** An edition that has to be seen to, and how much work that is. */
export interface Behind {
  readonly id: string;
  readonly files: number;
}

export interface Differences {
  /** In the index, but not on record, or not as retracted. */
  readonly unrecorded: readonly Behind[];
  /** On record, but not in the index, or not as it is there. */
  readonly unindexed: readonly Behind[];
  /** Neither, and perhaps published once. */
  readonly strays: readonly Stray[];
  /** Whether it is known that every edition had a record once. */
  readonly complete: boolean;
}

interface IndexRow {
  readonly id: string;
  readonly digest: string;
  readonly files: number;
  readonly retracted: 0 | 1;
  /** Whether the index has the moments that the records have. */
  readonly timed: 0 | 1;
}

const INDEX = `
  SELECT id, digest, files, retraction IS NOT NULL AS retracted,
    published IS NOT NULL AND (retraction IS NULL OR retracted IS NOT NULL) AS timed
  FROM editions`;

export async function compareIndex({ db, bucket }: Pick<PressContext, "db" | "bucket">): Promise<Differences> {
  const [records, { results: rows }, complete] = await Promise.all([
    listRecords(bucket),
    db.prepare(INDEX).all<IndexRow>(),
    areRecordsComplete(bucket),
  ]);
  const indexed = new Map(rows.map((row) => [row.id, row]));
  const unrecorded = rows.filter(({ id, retracted }) => {
    const record = records.get(id);
    return record === undefined || record.digest === null || (retracted === 1 && !record.retracted);
  });
  const unindexed = [...records].flatMap(([id, { digest, files, retracted }]) => {
    const row = indexed.get(id);
    if (digest === null) return [];
    if (row?.digest === digest && row.timed === 1 && (row.retracted === 1 || !retracted)) return [];
    return [{ id, files }];
  });
  const known = new Set([...records.keys(), ...indexed.keys()].filter((id) => parseEditionId(id) !== null));
  const strays = await findStrays(db, bucket, known);
  return {
    unrecorded: unrecorded.map(({ id, files }) => ({ id, files })),
    unindexed,
    strays,
    complete,
  };
}

/** Whether there is something to mend; what to make of strays is for an operator to say. */
export function areApart(found: Differences): boolean {
  const { unrecorded, unindexed } = found;
  return unrecorded.length > 0 || unindexed.length > 0 || isToMark(found);
}

function isToMark({ strays, complete }: Differences): boolean {
  return !complete && strays.length === 0;
}

export async function reconcile(context: PressContext, steps: LoggedSteps): Promise<Differences> {
  const found = await steps.do("records", () => compareIndex(context));
  for (const [name, editions] of batched("record", found.unrecorded))
    await steps.do(name, async () => {
      for (const { id } of editions) {
        await adoptEdition(context, id);
        // What was found out for the record, such as when it came out, the index is to know too.
        await indexFromRecord(context, id);
      }
      return editions.length;
    });
  for (const [name, editions] of batched("index", found.unindexed))
    await steps.do(name, async () => {
      for (const { id } of editions) await indexFromRecord(context, id);
      return editions.length;
    });
  if (isToMark(found))
    await steps.do("mark", async () => {
      await markComplete(context.bucket, context.now().toISOString());
      return null;
    });
  return found;
}
