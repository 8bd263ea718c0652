/**
 * Editions in R2 that neither a record nor the index knows and that no run has frozen by its own account: what a database
 * that was lost or put back has forgotten. In: the stores. Out: their names and digests. Nothing is published under such
 * a name, and nothing of it is cleared away, until an operator has said what they are.
 */
import { manifestKeysOf } from "./manifest.ts";

export interface Stray {
  readonly id: string;
  readonly digest: string;
}

/** `known` are the names that have a record or a row of the index. */
export async function findStrays(
  db: D1Database,
  bucket: R2Bucket,
  known: ReadonlySet<string>,
): Promise<readonly Stray[]> {
  const unknown = (await namesIn(bucket, "editions/")).filter((name) => !known.has(name));
  const strays: Stray[] = [];
  for (const id of unknown) strays.push(...(await straysUnder(db, bucket, id)));
  return strays;
}

/** Under a name that neither a record nor the index has. */
export async function straysUnder(db: D1Database, bucket: R2Bucket, id: string): Promise<readonly Stray[]> {
  const strays: Stray[] = [];
  for (const digest of await digestsOf(bucket, id)) {
    if (await isFrozenByRun(db, digest)) continue;
    // Without a manifest nothing of it was ever finished.
    if ((await manifestKeysOf(bucket, { id, digest })).length > 0) strays.push({ id, digest });
  }
  return strays;
}

async function isFrozenByRun(db: D1Database, digest: string): Promise<boolean> {
  const sql = "SELECT 1 FROM runs, json_each(runs.frozen) AS frozen WHERE frozen.value = ?1 LIMIT 1";
  return (await db.prepare(sql).bind(digest).first()) !== null;
}

/** Of the frozen editions under a name. */
export async function digestsOf(bucket: R2Bucket, id: string): Promise<readonly string[]> {
  const names = await namesIn(bucket, `editions/${id}/`);
  return names.flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
}

/** What stands between a prefix and the next slash, or the end. */
async function namesIn(bucket: R2Bucket, prefix: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await bucket.list({ prefix, delimiter: "/", ...(cursor === undefined ? {} : { cursor }) });
    names.push(...page.delimitedPrefixes.map((name) => name.slice(prefix.length, -1)));
    names.push(...page.objects.map(({ key }) => key.slice(prefix.length)));
    if (!page.truncated) return names;
    cursor = page.cursor;
  }
}
