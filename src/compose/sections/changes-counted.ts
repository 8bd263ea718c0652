/**
 * Differences between two editions as numbers, for a page on which there would be too many: for each issue how many of
 * which kind, where all is that is said on it now, and where all is that was said then. In: the context and the differences.
 * Out: sections of the page of changes. It tells none of them, and names no page of which it is not known that it exists.
 */
import type { ListItem, Part, Run, Section } from "../../model/briefing.ts";
import type { Changes, DisputeChange, StatementChange } from "../../model/changes.ts";
import { type ComposeContext, NO_BREAK } from "../context/compose-context.ts";
import type { LibraryIndex } from "../context/library-index.ts";
import { addressRun } from "../context/links.ts";
import { count, fill } from "../wording/format-words.ts";
import { countsInWords } from "./changes-listed.ts";
import { completePage, countsRun, issueItem, tooMuch } from "./issue-list.ts";

type Difference = StatementChange | DisputeChange;

export function changesCounted(context: ComposeContext, changes: Changes): readonly Section[] {
  const { words, library, index, language } = context;
  const { since: id } = changes;
  const byIssue = differencesByIssue(changes, index);
  const items = library.issues.flatMap((issue) => {
    const own = byIssue.get(issue.id);
    return own === undefined ? [] : [rowOf(context, issue.id, context.say(issue.title, "strong"), own, id)];
  });
  const gone = [...byIssue].flatMap(([issue, own]) =>
    index.issues.has(issue) ? [] : [goneRow(context, issue, own, id)],
  );
  const others = changes.entries?.length ?? 0;
  const total = changes.statements.length + changes.disputes.length + others;
  const parts = [
    ...headed(2, words.page.topicLists.issue, items),
    ...(gone.length === 0 ? [] : headed(3, words.changes.goneIssues, gone)),
    ...(others === 0 ? [] : [{ kind: "paragraph", style: "note", runs: [othersRun(context, others)] } as const]),
  ];
  const why = fill(words.issueList.changes, { changes: count(words.omittedChanges, total, language), id });
  return [tooMuch(why), { kind: "changes", parts }];
}

function othersRun({ words, language }: ComposeContext, others: number): Run {
  return { text: `${words.changes.others}: ${count(words.changes.counts.entry, others, language)}`, voice: "plain" };
}

function headed(level: 2 | 3, title: string, items: readonly ListItem[]): readonly Part[] {
  const heading = { kind: "heading", level, runs: [{ text: title, voice: "plain" }] } as const;
  return items.length === 0 ? [heading] : [heading, { kind: "list", style: "changes", items }];
}

/** A statement that moved from one issue to another is told with both, as on their pages. */
function differencesByIssue({ statements, disputes }: Changes, index: LibraryIndex): ReadonlyMap<string, Difference[]> {
  const found = new Map<string, Difference[]>();
  const add = (issue: string | undefined, difference: Difference): void => {
    if (issue === undefined) return;
    const own = found.get(issue);
    if (own === undefined) found.set(issue, [difference]);
    else own.push(difference);
  };
  for (const change of statements) {
    const now = index.statements.get(change.id)?.issue;
    const before = issueBefore(change);
    add(now, change);
    if (before !== now) add(before, change);
  }
  for (const change of disputes) add(issueBefore(change) ?? index.disputes.get(change.id)?.issue, change);
  return found;
}

function issueBefore(difference: Difference): string | undefined {
  return "before" in difference ? difference.before.issue : undefined;
}

/** `Ceasefire: 3 new, 1 changed · Before: Edition 2026-W46` */
function rowOf(
  context: ComposeContext,
  issue: string,
  title: Run,
  own: readonly Difference[],
  since: string,
): ListItem {
  const { words, language } = context;
  const runs: Run[] = [
    { ...title, href: completePage(context, issue, {}) },
    countsRun(countsInWords(own, words, language)),
  ];
  if (wasSpokenOf(issue, own, context.index)) {
    runs.push(
      { text: `${NO_BREAK}· ${words.changes.before}${NO_BREAK}`, voice: "label" },
      {
        text: fill(words.edition, { id: since }),
        voice: "label",
        href: completePage(context, issue, { edition: since }),
      },
    );
  }
  return issueItem(`changes-${issue}`, runs);
}

/** Of an issue that is gone nobody here knows the title; its address has its name. */
function goneRow(context: ComposeContext, issue: string, own: readonly Difference[], since: string): ListItem {
  const { words, language } = context;
  return issueItem(`changes-${issue}`, [
    { text: `${words.changes.before} `, voice: "label" },
    addressRun(completePage(context, issue, { edition: since }), "strong"),
    countsRun(countsInWords(own, words, language)),
  ]);
}

/**
 * Whether anything was said on an issue in the earlier edition, and so whether it had a page: something that changed was
 * said there, or something that is said now did not come since.
 */
function wasSpokenOf(issue: string, own: readonly Difference[], { about }: LibraryIndex): boolean {
  if (own.some((difference) => issueBefore(difference) === issue)) return true;
  // Whatever is changed and was elsewhere has moved here, so it is as new to the issue as what is new.
  const come = own.filter(({ kind }) => kind === "new" || kind === "changed");
  return about({ id: issue, kind: "issue" }).length > come.length;
}
