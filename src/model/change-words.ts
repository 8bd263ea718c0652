/**
 * The words by which differences between editions are told. In: one file a language below `templates/words/`. Out: the shape
 * those files must fill, checked by the compiler.
 */
import type { Manner, ToldChange } from "./briefing.ts";
import type { EntryChange } from "./changes.ts";
import type { Plural } from "./plural.ts";

/** In which respects a statement can differ from what it was. */
export type ChangedAspect =
  | "text"
  | "citations"
  | "answer"
  | "kind"
  | "speaker"
  | "asOf"
  | "actor"
  | "issue"
  | "supersedes"
  /** Only in other languages than the reader's. */
  | "translation";

export interface ChangeWords {
  readonly title: string;
  readonly kicker: string;
  /** Heads what is told of it on a sheet. */
  readonly heading: string;
  readonly nothing: string;
  /** `{list}` is made of `counts`. */
  readonly summary: string;
  /** Before the address of the page of changes. */
  readonly all: string;
  /** On that page: against which edition, that nothing changed, that there is nothing to compare with. */
  readonly compared: string;
  readonly unchanged: string;
  readonly first: string;
  /** `{id}` is the edition that it would have been compared with. */
  readonly lost: string;
  readonly kinds: Readonly<Record<ToldChange["kind"], string>>;
  /** How a statement came to be new or changed. */
  readonly manners: Readonly<Record<Manner, string>>;
  /** Of what is neither statement nor dispute: what happened to it, and what it is. */
  readonly entries: Readonly<Record<EntryChange["kind"], string>>;
  readonly of: Readonly<Record<EntryChange["of"], string>>;
  readonly counts: Readonly<Record<ToldChange["kind"] | "entry", Plural>>;
  /** Heads what is on no issue in particular. */
  readonly others: string;
  /** A topic that is gone took `{statements}` along, which is a count. */
  readonly with: string;
  /** What of a statement changed. */
  readonly aspects: Readonly<Record<ChangedAspect, string>>;
  /** Before what the earlier edition said. */
  readonly before: string;
  readonly answer: string;
  /** Heads what was said on issues that are no longer there. */
  readonly goneIssues: string;
  /** Whose an assessment is, where its author has no name and no number on the sheet. */
  readonly authorOfSome: string;
}
