/**
 * SQL as SQLite reads it, as far as words go. In: the text of a file. Out: its statements, each a list of tokens without
 * blanks and comments; a quote or a comment that is never closed is a mistake. What the words mean is not known here.
 */

export interface Token {
  /** A word may be a keyword; a name was quoted and is none. */
  readonly kind: "word" | "name" | "text" | "number" | "sign";
  /** Words and names in lower case, for SQLite does not tell them apart; quotes are taken off. */
  readonly text: string;
}

const TOKEN =
  /(?<gap>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])|(?<word>[\p{L}_][\p{L}\p{N}_$]*)|(?<number>\d[\w.]*)|(?<open>['"`[]|\/\*)|(?<sign>.)/gsuy;

export function statementsIn(sql: string): readonly (readonly Token[])[] {
  const statements: Token[][] = [[]];
  for (const { groups = {}, index } of sql.matchAll(TOKEN)) {
    const { gap, open, sign } = groups;
    if (open !== undefined) throw new SyntaxError(`${open} is never closed: ${sql.slice(index, index + 40)}`);
    if (sign === ";") statements.push([]);
    else if (gap === undefined) statements.at(-1)?.push(tokenOf(groups));
  }
  return statements.filter((tokens) => tokens.length > 0);
}

function tokenOf({ text, name, word, number, sign = "" }: Readonly<Record<string, string | undefined>>): Token {
  if (text !== undefined) return { kind: "text", text: text.slice(1, -1) };
  if (name !== undefined) return { kind: "name", text: name.slice(1, -1).toLowerCase() };
  if (word !== undefined) return { kind: "word", text: word.toLowerCase() };
  return number === undefined ? { kind: "sign", text: sign } : { kind: "number", text: number };
}
