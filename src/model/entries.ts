/**
 * A library as entries: what is written, kept, compared and removed one by one. In: a library, or entries in the editors'
 * order. Out: the other. What is there once only, such as the subject, is an entry that is called as its kind. It checks
 * nothing.
 */
import type { Library } from "./library.ts";
import { KINDS } from "./parsing/parse-shape.ts";

export const SINGLES = ["subject"] as const;
/** In the order in which a library has them. */
export const ENTRY_KINDS: readonly string[] = [...SINGLES, ...KINDS];

/** Of a kind and an identifier there is one at most. */
export interface EntryName {
  readonly kind: string;
  readonly id: string;
}

export interface LibraryEntry extends EntryName {
  readonly value: object;
}

const isSingle = (kind: string): boolean => (SINGLES as readonly string[]).includes(kind);

export function* entriesOf(library: Library): Generator<LibraryEntry> {
  const parts = library as unknown as Readonly<Record<string, unknown>>;
  for (const kind of ENTRY_KINDS) {
    const part = parts[kind];
    if (part === undefined) continue;
    if (isSingle(kind)) yield { kind, id: kind, value: part as object };
    else for (const value of part as readonly { readonly id: string }[]) yield { kind, id: value.id, value };
  }
}

/** In the shape of a library but unchecked. */
export type LibraryInput = Record<string, unknown>;

export function libraryOf(entries: Iterable<LibraryEntry>): LibraryInput {
  const input = emptyInput();
  for (const { kind, value } of entries) addTo(input, kind, value);
  return input;
}

export function emptyInput(): LibraryInput {
  return Object.fromEntries(KINDS.map((kind) => [kind, []]));
}

/** At the end of its kind; a kind that only a newer program knows is left out. */
export function addTo(input: LibraryInput, kind: string, value: object): void {
  if (isSingle(kind)) input[kind] = value;
  else (input[kind] as object[] | undefined)?.push(value);
}

/** `statements kyiv-no-land`, as messages name an entry; no identifier has a space. */
export function nameOf({ kind, id }: EntryName): string {
  return isSingle(kind) ? kind : `${kind} ${id}`;
}
