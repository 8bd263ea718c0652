/**
 * Who says what: the chosen statements in groups, by actor or by issue, each headed by the answer to the issue's
 * question. In: the desk, the dimension of the groups and the statements chosen. Out: the section, which ends with a
 * count of all that is not on the sheet and where to read it.
 */
import { urlOf } from "../../model/address.ts";
import type { Briefing, Group, Heading, Paragraph, Part, Run, Section } from "../../model/briefing.ts";
import type { Statement } from "../../model/library.ts";
import { isAbout, type Topic } from "../../model/topic.ts";
import type { Desk } from "../desk.ts";
import { count, fill } from "../format-words.ts";
import { answerLine } from "./answer-line.ts";
import { statementItem } from "./statement-item.ts";

/** A sheet about one actor groups by issue and one about an issue by actor, whatever the template would rather. */
export function dimension({ kind }: Topic, wanted: "actor" | "issue"): "actor" | "issue" {
  if (kind === "actor") return "issue";
  return kind === "issue" ? "actor" : wanted;
}

export function positions(desk: Desk, by: "actor" | "issue", chosen: readonly Statement[]): Section {
  const { library, topic, words } = desk;
  // Where the matrix has every answer, a group is there for its statements only.
  const withMatrix = desk.template.sections.some(({ section }) => section === "matrix");
  const groups = (by === "actor" ? library.actors : library.issues).flatMap((entry, i): Group[] => {
    const own = chosen.filter((statement) => statement[by] === entry.id);
    const answered = topic.kind !== "overview" && !withMatrix && i < desk.limits.answers;
    const unanswered = topic.kind !== "overview" && by === "issue" && !answered;
    if ((withMatrix || unanswered) && own.length === 0) return [];
    const actor = by === "actor" ? desk.catalogue.actors.get(entry.id) : undefined;
    const title =
      actor === undefined ? desk.say(desk.catalogue.issues.get(entry.id)?.title ?? {}) : desk.say(actor.name);
    const heading = desk.drafts.keep(
      `heading ${entry.id}`,
      (): Heading => ({
        kind: "heading",
        level: 2,
        runs: [title],
        ...(actor === undefined ? {} : { mark: actor.mark }),
      }),
    );
    const parts: Part[] = [heading];
    if (answered) parts.push(groupAnswer(desk, by, entry.id));
    if (own.length > 0) {
      parts.push({ kind: "list", style: "statements", items: own.map((s) => statementItem(desk, s, by)) });
    } else if (!library.statements.some((s) => s[by] === entry.id && isAbout(s, topic))) {
      parts.push({ kind: "paragraph", style: "note", runs: [{ text: words.noStatements, voice: "plain" }] });
    }
    return [{ kind: "group", anchor: `positions-${entry.id}`, parts }];
  });
  return { kind: "positions", parts: groups };
}

function groupAnswer(desk: Desk, by: "actor" | "issue", id: string): Paragraph {
  const [actor, issue] = by === "actor" ? [id, desk.topic.id] : [desk.topic.id, id];
  return desk.keep(
    `answer ${id}`,
    (): Paragraph => ({ kind: "paragraph", style: "answer", ...answerLine(desk, actor, issue, "column") }),
  );
}

/** What was left out, counted, and the address of the page that leaves nothing out; null where all is on the sheet. */
export function omittedLine(desk: Desk, tally: Briefing["tally"]): Paragraph | null {
  const { words, language } = desk;
  const missing = [
    { forms: words.omittedStatements, n: tally.statements.total - tally.statements.shown },
    { forms: words.omittedDisputes, n: tally.disputes.total - tally.disputes.shown },
    { forms: words.omittedNotes, n: tally.notes.total - tally.notes.shown },
    { forms: words.omittedEvents, n: tally.events.total - tally.events.shown },
    { forms: words.omittedAnswers, n: tally.answers.total - tally.answers.shown },
  ].filter(({ n }) => n > 0);
  if (missing.length === 0) return null;
  const list = missing.map(({ forms, n }) => count(forms, n, language)).join(", ");
  const runs: Run[] = [{ text: `${fill(words.omitted, { list })} `, voice: "plain" }, allLink(desk)];
  return { kind: "paragraph", style: "omitted", runs };
}

function allLink(desk: Desk): Run {
  const href = urlOf(desk.edition.site, {
    edition: desk.edition.id,
    language: desk.language,
    topic: desk.topic.id,
    all: true,
  });
  return { text: href.replace(/^https?:\/\//, ""), voice: "strong", href };
}
