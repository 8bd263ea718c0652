/**
 * Who says what: the chosen statements in groups, by actor or by issue, each headed by the answer to the issue's
 * question. In: the context, the dimension of the groups and the statements chosen. Out: the section. What is
 * not among the chosen is counted by `omitted.ts`.
 */
import type { Group, Heading, Paragraph, Part, Section } from "../../model/briefing.ts";
import type { Statement } from "../../model/library.ts";
import type { Topic } from "../../model/topic.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { answerLine } from "./answer-line.ts";
import { statementItem } from "./statement-item.ts";

/** A sheet about one actor groups by issue and one about an issue by actor, whatever the template would rather. */
export function dimension({ kind }: Topic, wanted: "actor" | "issue"): "actor" | "issue" {
  if (kind === "actor") return "issue";
  return kind === "issue" ? "actor" : wanted;
}

export function positions(context: ComposeContext, by: "actor" | "issue", chosen: readonly Statement[]): Section {
  const { library, topic, words } = context;
  // Where the matrix has every answer, a group is there for its statements only.
  const withMatrix = context.template.sections.some(({ section }) => section === "matrix");
  const chosenIn = Map.groupBy(chosen, (statement) => statement[by]);
  const spokenOf = context.cache.keep("spoken of", () => new Set(context.index.about(topic).map((each) => each[by])));
  const groups = (by === "actor" ? library.actors : library.issues).flatMap((entry, i): Group[] => {
    const own = chosenIn.get(entry.id) ?? [];
    const answered = topic.kind !== "overview" && !withMatrix && i < context.limits.answers;
    const unanswered = topic.kind !== "overview" && by === "issue" && !answered;
    if ((withMatrix || unanswered) && own.length === 0) return [];
    const actor = by === "actor" ? context.index.actors.get(entry.id) : undefined;
    const title =
      actor === undefined ? context.say(context.index.issues.get(entry.id)?.title ?? {}) : context.say(actor.name);
    const heading = context.cache.keep(
      `heading ${entry.id}`,
      (): Heading => ({
        kind: "heading",
        level: 2,
        runs: [title],
        ...(actor === undefined ? {} : { mark: actor.mark }),
      }),
    );
    const parts: Part[] = [heading];
    if (answered) parts.push(groupAnswer(context, by, entry.id));
    if (own.length > 0) {
      parts.push({ kind: "list", style: "statements", items: own.map((s) => statementItem(context, s, by)) });
    } else if (!spokenOf.has(entry.id)) {
      parts.push({ kind: "paragraph", style: "note", runs: [{ text: words.noStatements, voice: "plain" }] });
    }
    return [{ kind: "group", anchor: `positions-${entry.id}`, parts }];
  });
  return { kind: "positions", parts: [...groups, ...findings(context, by, chosenIn.get(null) ?? [])] };
}

/** What is on nobody's side stands behind all sides. No identifier of an actor ends in a hyphen. */
function findings(context: ComposeContext, by: "actor" | "issue", chosen: readonly Statement[]): readonly Group[] {
  if (chosen.length === 0) return [];
  const heading = context.cache.keep(
    "heading of findings",
    (): Heading => ({ kind: "heading", level: 2, runs: [{ text: context.words.findings, voice: "plain" }] }),
  );
  const items = chosen.map((statement) => statementItem(context, statement, by));
  return [
    { kind: "group", anchor: "positions-findings-", parts: [heading, { kind: "list", style: "statements", items }] },
  ];
}

function groupAnswer(context: ComposeContext, by: "actor" | "issue", id: string): Paragraph {
  const [actor, issue] = by === "actor" ? [id, context.topic.id] : [context.topic.id, id];
  return context.cache.keep(
    `answer ${id}`,
    (): Paragraph => ({ kind: "paragraph", style: "answer", ...answerLine(context, actor, issue, "column") }),
  );
}
