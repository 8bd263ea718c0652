/**
 * What has changed and what is disputed, in a line or two each. In: the context and a change or a dispute. Out: a list item.
 * An assessment is given to its author here too, never to the actor it is about, and what is no longer said is told as
 * withdrawn.
 */
import type { ListItem, Run } from "../../model/briefing.ts";
import type { Dispute, Statement } from "../../model/library.ts";
import { type Change, statementOf } from "../choice/rank-changes.ts";
import { type ComposeContext, join } from "../context/compose-context.ts";
import { disputeTitle } from "../sections/disputes.ts";
import { entryItem } from "../sections/entry-change-item.ts";
import { dateOf, nameOf, speakersOf } from "../sections/statement-item.ts";
import { fill } from "../wording/format-words.ts";
import { mannerIn } from "../wording/manner.ts";

export function changeInShort(context: ComposeContext, change: Change): ListItem {
  if (change.kind === "entry") return entryItem(context, change, "sheet");
  const isDispute = "dispute" in change;
  const { id } = isDispute ? change.dispute : statementOf(change);
  const { kinds, manners } = context.words.changes;
  const { how } = mannerIn(change);
  const happened: Run = { text: `${how === undefined ? kinds[change.kind] : manners[how]}: `, voice: "flag" };
  const told = isDispute ? disputeTitle(context, change.dispute) : statementInShort(context, statementOf(change));
  return {
    kind: "item",
    anchor: `change-${isDispute ? "dispute" : "statement"}-${id}`,
    change: { kind: change.kind, id, ...mannerIn(change) },
    parts: [{ kind: "paragraph", style: "body", runs: [happened, ...told] }],
  };
}

/** `Moscow, Territory, Demand, 15 Aug 2025: words` */
function statementInShort(context: ComposeContext, statement: Statement): readonly Run[] {
  const { topic, index, words } = context;
  const { actor, issue, kind, asOf, dated } = statement;
  const actorName = topic.id === actor ? undefined : index.actors.get(actor ?? "")?.name;
  const issueTitle = topic.id === issue ? undefined : index.issues.get(issue)?.title;
  const isAuthors = kind === "assessment" || kind === "finding";
  const lead: readonly (readonly Run[])[] = [
    ...[actorName, issueTitle].flatMap((name) => (name === undefined ? [] : [[context.say(name, "strong")]])),
    [{ text: words.kinds[kind] + (isAuthors ? ` ${authorOf(context, statement)}` : ""), voice: "label" }],
    ...speakersOf(context, statement).map((speaker) => [nameOf(context, speaker, statement)]),
    ...(asOf === null ? [] : [[{ text: dateOf(context, asOf, dated), voice: "label" } as const]]),
  ];
  return [...join(lead, ", "), { text: ": ", voice: "label" }, context.say(statement.text)];
}

/** Sources have no numbers here, so an author without a name is one of them. */
function authorOf({ index, words, say }: ComposeContext, { citations: [first] }: Statement): string {
  const { author = null, short } = index.articles.get(first?.article ?? "") ?? {};
  if (author !== null) return fill(words.authorNamed, { author });
  return short === undefined ? words.changes.authorOfSome : fill(words.authorOf, { short: say(short).text });
}

/** All sides are told or none. */
export function disputeInShort(context: ComposeContext, dispute: Dispute, withSides: boolean): ListItem {
  const sides: readonly Run[] = withSides
    ? [
        { text: ": ", voice: "label" },
        ...join(
          dispute.sides.map(({ text }) => [context.say(text)]),
          " ",
        ),
      ]
    : [];
  const runs = [...disputeTitle(context, dispute), ...sides];
  return { kind: "item", anchor: `dispute-${dispute.id}`, parts: [{ kind: "paragraph", style: "body", runs }] };
}
