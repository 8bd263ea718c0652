/**
 * The matrix: every issue's question and what each actor answers. In: the context. Out: a table with a row an issue and a
 * column an actor, the topic's own row or column emphasised, and a caption that counts the cells no article fills.
 */
import type { Cell, Row, Section } from "../../model/briefing.ts";
import type { Issue } from "../../model/library.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { fill } from "../wording/format-words.ts";
import { answerLine } from "./answer-line.ts";

export function matrix(context: ComposeContext): Section {
  const { library, topic, words } = context;
  const { actors, issues } = library;
  const isTopic = (id: string): boolean => topic.id === id;
  const head: Row = {
    kind: "row",
    emphasised: false,
    cells: [
      { kind: "cell", header: "column", runs: [{ text: words.topicKinds.issue, voice: "label" }], emphasised: false },
      ...actors.map(
        (actor): Cell => ({
          kind: "cell",
          header: "column",
          runs: [context.say(actor.name, "strong")],
          mark: actor.mark,
          emphasised: isTopic(actor.id),
        }),
      ),
    ],
  };
  const kept = keptRows(context);
  if (kept.length === 0 || actors.length === 0) return { kind: "matrix", parts: [] };
  const rows = kept.map(
    (issue): Row => ({
      kind: "row",
      emphasised: isTopic(issue.id),
      cells: [
        {
          kind: "cell",
          header: "row",
          runs: [
            context.say(issue.title, "strong"),
            { text: " ", voice: "plain" },
            context.say(issue.question, "label"),
          ],
          emphasised: isTopic(issue.id),
        },
        ...actors.map((actor): Cell => {
          const { answer, runs } = answerLine(context, actor.id, issue.id, "matrix");
          return { kind: "cell", runs, answer, emphasised: isTopic(actor.id) || isTopic(issue.id) };
        }),
      ],
    }),
  );
  const total = actors.length * issues.length;
  return {
    kind: "matrix",
    parts: [
      { kind: "heading", level: 2, runs: [{ text: words.headings.matrix, voice: "plain" }] },
      {
        kind: "table",
        caption: fill(words.matrixCaption, { stated: context.index.stated(), total }),
        rows: [head, ...rows],
      },
    ],
  };
}

/** The topic's own row is the last to give way; where it is the only one, it is not looked for among thousands. */
function keptRows({ library: { issues }, topic, index, limits }: ComposeContext): readonly Issue[] {
  const own = topic.kind === "issue" ? index.issues.get(topic.id) : undefined;
  if (own === undefined || limits.answers < 1) return issues.slice(0, limits.answers);
  if (limits.answers === 1) return [own];
  const first = issues.slice(0, limits.answers);
  return first.includes(own) ? first : [...first.slice(0, -1), own];
}
