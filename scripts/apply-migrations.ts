/**
 * Brings a local database to the newest schema. In: the database and the folder of migrations. Out: the names of those
 * that were new to it. It keeps wrangler's own book (`d1_migrations`), so that `wrangler d1 migrations apply` and this
 * agree; production is migrated by wrangler alone.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export async function applyMigrations(db: D1Database, dir: string): Promise<readonly string[]> {
  await db
    .prepare(
      "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, " +
        "applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
    )
    .run();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const done = new Set(results.map(({ name }) => name));
  const names = (await readdir(dir)).filter((name) => name.endsWith(".sql") && !done.has(name)).sort();
  if (names.length === 0) return names;
  // Loaded only where there is something to do, for it takes longer than the rest.
  const { unstable_splitSqlQuery: splitSql } = await import("wrangler");
  for (const name of names) {
    const statements = splitSql(await readFile(join(dir, name), "utf8"));
    const entry = db.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name);
    await db.batch([...statements.map((sql) => db.prepare(sql)), entry]);
  }
  return names;
}
