/**
 * Everything in a database as text, table by table and row by row, to see that nothing changed. How often somebody wrote
 * the same into it makes no difference.
 */
export async function dumpOf(db: D1Database): Promise<string> {
  const { results } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name")
    .all<{ name: string }>();
  const tables: string[] = [];
  for (const { name } of results.filter(({ name }) => !name.startsWith("sqlite_") && name !== "library_writes")) {
    const rows = await db.prepare(`SELECT * FROM "${name}"`).all();
    tables.push(
      `${name}\n${rows.results
        .map((row) => JSON.stringify(row))
        .sort()
        .join("\n")}`,
    );
  }
  return tables.join("\n\n");
}
