/**
 * Everything in a database as text, table by table and row by row, to see that nothing changed. How often somebody wrote
 * the same into it, and when, makes no difference, so the history is left out.
 */
const HISTORY = ["library_writes", "store", "writes", "revisions"];
/** An entry has its place among others, whatever number keeps it there. */
const ENTRIES = "SELECT kind, id, value, row_number() OVER (PARTITION BY kind ORDER BY position) AS place FROM entries";

export async function dumpOf(db: D1Database): Promise<string> {
  const { results } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name")
    .all<{ name: string }>();
  const names = results
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("sqlite_") && !HISTORY.includes(name));
  const tables = await db.batch(
    names.map((name) => db.prepare(name === "entries" ? ENTRIES : `SELECT * FROM "${name}"`)),
  );
  return tables
    .map((rows, i) => {
      const lines = rows.results.map((row) => JSON.stringify(row)).sort();
      return `${names[i]}\n${lines.join("\n")}`;
    })
    .join("\n\n");
}
