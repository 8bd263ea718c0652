/**
 * Whether a migration only adds, so that the program before it goes on as if nothing had happened: for a while it runs on
 * the new tables, and for longer where an operator goes back. In: the SQL of one file. Out: a sentence for each statement
 * that does more than that. What is not known here to be harmless is refused.
 */
import { statementsIn, type Token } from "./sql-tokens.ts";

/** What the file itself has made so far, by table; a table of its own is all its own. */
interface Added {
  readonly tables: Set<string>;
  /** As `table.column`. */
  readonly columns: Set<string>;
}

/** Words in a check that name no column. */
const OF_CHECKS = new Set(
  "and or not null is in between like glob escape case when then else end true false collate nocase binary".split(" "),
);

export function complaintsAbout(sql: string): readonly string[] {
  const added: Added = { tables: new Set(), columns: new Set() };
  try {
    return statementsIn(sql).flatMap((tokens) => {
      const complaint = complaintOf(tokens, added);
      return complaint === null ? [] : [`${tokens.map(({ text }) => text).join(" ")}: ${complaint}`];
    });
  } catch (error) {
    if (error instanceof SyntaxError) return [error.message];
    throw error;
  }
}

function complaintOf(tokens: readonly Token[], added: Added): string | null {
  const after = (pattern: string): readonly Token[] | null => following(tokens, pattern);
  const table = after("create table if not exists") ?? after("create table");
  if (table !== null) return ofTable(table, added);
  if (after("create index") !== null) return null;
  const altered = after("alter table");
  if (altered !== null) return ofColumn(altered, added);
  if (after("insert into") !== null || after("insert or ignore into") !== null)
    return holds(tokens, "do update") ? "writes over what is there" : null;
  const updated = after("update");
  if (updated !== null) return ofUpdate(updated, added);
  return "is none of what a migration may do";
}

function ofTable(tokens: readonly Token[], { tables }: Added): string | null {
  const [name, rest] = nameIn(tokens);
  if (rest[0]?.text !== "(") return "a table is made column by column";
  tables.add(name);
  return ofReferences(rest, tables);
}

function ofColumn(tokens: readonly Token[], { tables, columns }: Added): string | null {
  const [table, rest] = nameIn(tokens);
  const definition = following(rest, "add column") ?? following(rest, "add");
  if (definition === null) return "changes or takes away what is there";
  const [column, constraints] = nameIn(definition);
  if (definition[0]?.kind === "word" && ["constraint", "check"].includes(column)) return "forbids what was allowed";
  columns.add(`${table}.${column}`);
  for (const word of ["unique", "primary", "generated", "as"])
    if (holds(constraints, word)) return `a column that is ${word} is no plain one`;
  const given = constraints.findIndex(({ kind, text }) => kind === "word" && text === "default");
  const value = constraints.slice(given + 1).find(({ text }) => text !== "-" && text !== "+");
  const isPlain = value?.kind === "text" || value?.kind === "number" || ["true", "false"].includes(value?.text ?? "");
  if (given >= 0 && !isPlain && value?.text !== "null") return "its default is no plain value";
  const hasDefault = given >= 0 && isPlain;
  if (!hasDefault && (holds(constraints, "not null") || holds(constraints, "notnull")))
    return "older programs give it no value";
  const other = othersInCheck(constraints, column)[0];
  if (other !== undefined) return `its check asks for ${other}, which older programs fill as they like`;
  return ofReferences(constraints, tables);
}

/** Columns besides its own that the check of a column depends on, and whatever else is not known here. */
function othersInCheck(tokens: readonly Token[], column: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let isCheck = false;
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind === "sign" && text === "(") depth++;
    if (kind === "sign" && text === ")") depth--;
    if (depth === 0) isCheck = kind === "word" && text === "check";
    const isFunction = kind === "word" && tokens[i + 1]?.text === "(";
    const isName = kind === "name" || (kind === "word" && !OF_CHECKS.has(text) && !isFunction);
    if (isCheck && depth > 0 && isName && text !== column) found.push(text);
  }
  return found;
}

/** A row that points at an older table would keep an older program from deleting there, unless it goes along. */
function ofReferences(tokens: readonly Token[], tables: ReadonlySet<string>): string | null {
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== "word" || text !== "references") continue;
    const [target, rest] = nameIn(tokens.slice(i + 1));
    const next = rest.findIndex((token) => token.kind === "word" && token.text === "references");
    const own = next < 0 ? rest : rest.slice(0, next);
    if (!tables.has(target) && !holds(own, "on delete cascade") && !holds(own, "on delete set null"))
      return `keeps older programs from deleting in ${target}`;
  }
  return null;
}

function ofUpdate(tokens: readonly Token[], { tables, columns }: Added): string | null {
  const [table, rest] = nameIn(tokens);
  const assignments = following(rest, "set");
  if (assignments === null) return "is no plain UPDATE";
  const old = assigned(assignments).filter((column) => !tables.has(table) && !columns.has(`${table}.${column}`));
  return old.length === 0 ? null : `writes over ${old.join(", ")}`;
}

/** The columns that are set: `a = …, (b, c) = …`, to the first word that is outside of all brackets and ends them. */
function assigned(tokens: readonly Token[]): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let isTarget = true;
  for (const { kind, text } of tokens) {
    if (kind === "word" && depth === 0 && ["from", "where", "returning", "order", "limit"].includes(text)) break;
    if (isTarget && (kind === "word" || kind === "name")) found.push(text);
    if (kind !== "sign") continue;
    if (text === "(") depth++;
    else if (text === ")") depth--;
    else if (depth === 0 && text === "=") isTarget = false;
    else if (depth === 0 && text === ",") isTarget = true;
  }
  return found;
}

/** What comes after these words at the beginning, or null where it begins otherwise. */
function following(tokens: readonly Token[], words: string): readonly Token[] | null {
  const wanted = words.split(" ");
  return startsWith(tokens, wanted) ? tokens.slice(wanted.length) : null;
}

function holds(tokens: readonly Token[], words: string): boolean {
  const wanted = words.split(" ");
  return tokens.some((_, i) => startsWith(tokens.slice(i), wanted));
}

function startsWith(tokens: readonly Token[], words: readonly string[]): boolean {
  return words.every((word, i) => tokens[i]?.kind === "word" && tokens[i]?.text === word);
}

/** A name, which may say in which database it is, and what follows. */
function nameIn(tokens: readonly Token[]): readonly [name: string, rest: readonly Token[]] {
  const at = tokens[1]?.text === "." ? 2 : 0;
  return [tokens[at]?.text ?? "", tokens.slice(at + 1)];
}
