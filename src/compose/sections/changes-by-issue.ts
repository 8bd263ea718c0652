/**
 * Differences between two editions by issue, each with what is said now and what was said before. In: the context and the
 * differences. Out: the section of the page of changes. What was said on issues that are gone stands last.
 */
import type { Group, Part, Run, Section } from "../../model/briefing.ts";
import { type Change, inOrderOfKind, statementOf } from "../choice/rank-changes.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { changeItem } from "./change-item.ts";

/** A group an issue, in the order of the library. */
export function changesByIssue(context: ComposeContext, all: readonly Change[]): Section {
  const issueOf = (change: Change): string =>
    change.kind === "entry" ? "" : ("dispute" in change ? change.dispute : statementOf(change)).issue;
  const group = (anchor: string, title: Run, own: readonly Change[]): readonly Group[] => {
    if (own.length === 0) return [];
    const items = inOrderOfKind(own).map((change) => changeItem(context, change, "page"));
    const parts: Part[] = [
      { kind: "heading", level: 2, runs: [title] },
      { kind: "list", style: "changes", items },
    ];
    return [{ kind: "group", anchor: `changes-${anchor}`, parts }];
  };
  const others = all.filter(({ kind }) => kind === "entry");
  const byIssue = Map.groupBy(
    all.filter(({ kind }) => kind !== "entry"),
    issueOf,
  );
  const { issues } = context.index;
  // A library may have thousands of issues, and what is told about one of them is most often about no other.
  const [only = ""] = byIssue.keys();
  const told =
    byIssue.size > 1 ? context.library.issues.filter(({ id }) => byIssue.has(id)) : [issues.get(only) ?? []].flat();
  const groups = told.flatMap(({ id, title }) => group(id, context.say(title), byIssue.get(id) ?? []));
  const gone = all.filter((change) => change.kind !== "entry" && !issues.has(issueOf(change)));
  const title: Run = { text: context.words.changes.goneIssues, voice: "plain" };
  const rest: Run = { text: context.words.changes.others, voice: "plain" };
  // No identifier of an issue ends in a hyphen.
  return { kind: "changes", parts: [...groups, ...group("gone-", title, gone), ...group("others-", rest, others)] };
}
