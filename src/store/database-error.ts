/**
 * Tells whether it was the database that failed, and whether because it lacks what this program asks for. In: an error.
 * Out: yes or no. D1 has no classes for its errors; it begins their messages with its name, and SQLite's own words follow.
 */
export function isFromDatabase(error: unknown): boolean {
  return error instanceof Error && /\bD1_[A-Z_]*ERROR\b|\bSQLITE_/.test(error.message);
}

/** A table or a column that a migration adds is not there. */
export function isNotMigrated(error: unknown): boolean {
  return error instanceof Error && /\bno such (?:table|column)\b|\bhas no column named\b/i.test(error.message);
}
