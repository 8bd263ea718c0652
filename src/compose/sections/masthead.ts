/**
 * The head of a sheet: what this is, of when, about what, and what is said of it in a few sentences. In: the desk. Out:
 * the masthead and the standfirst. It does not know what follows below.
 */
import { urlOf } from "../../model/address.ts";
import type { Heading, Paragraph, Part, Run, Section } from "../../model/briefing.ts";
import type { Correction, Edition } from "../../model/edition.ts";
import type { Words } from "../../model/words.ts";
import type { Desk } from "../context/compose-context.ts";
import { NO_BREAK, spaced } from "../context/compose-context.ts";
import { dateInWords, fill } from "../wording/format-words.ts";

/** What a title is made from. */
type Titled = Pick<Desk, "topic" | "library" | "index" | "words" | "say">;

/** The title of a topic and the line below it: an issue's question, or whom an actor's name stands for. */
export function titleOf(desk: Titled): { title: Run; below: Run | null } {
  const { topic, library } = desk;
  const issue = topic.kind === "issue" ? desk.index.issues.get(topic.id) : undefined;
  if (issue !== undefined) return { title: desk.say(issue.title), below: desk.say(issue.question) };
  const actor = topic.kind === "actor" ? desk.index.actors.get(topic.id) : undefined;
  if (actor !== undefined) return { title: desk.say(actor.name), below: desk.say(actor.standsFor) };
  return { title: desk.say(library.subject.title), below: null };
}

export function masthead(desk: Desk): Section {
  const { topic } = desk;
  const { title, below } = titleOf(desk);
  const actor = topic.kind === "actor" ? desk.index.actors.get(topic.id) : undefined;
  const heading: Heading = {
    kind: "heading",
    level: 1,
    runs: [title],
    ...(actor === undefined ? {} : { mark: actor.mark }),
  };
  return headed(desk, kickerOf(desk), heading, below);
}

/** What kind of topic it is, and of which subject. */
export function kickerOf({ words, topic, library, say }: Titled): readonly Run[] {
  const kind: Run = { text: words.topicKinds[topic.kind], voice: "strong" };
  return topic.kind === "overview" ? [kind] : [kind, { text: " · ", voice: "plain" }, say(library.subject.title)];
}

/** What this is, of which edition and when. */
export function runningHead({ id, asOf, site }: Edition, words: Words, language: string): readonly Run[] {
  const until = asOf === null ? words.asOfUnknown : fill(words.asOf, { date: dateInWords(asOf, words, "long") });
  return [
    { text: "Einblatt", voice: "strong", href: urlOf(site, { language }) },
    { text: ` · ${fill(words.edition, { id })} · ${until}`, voice: "plain" },
  ];
}

/** A masthead around the words that name a page. */
export function headed(desk: Desk, kicker: readonly Run[], heading: Heading, below: Run | null): Section {
  const { words, edition, links } = desk;
  const parts: Part[] = [
    { kind: "paragraph", style: "running-head", runs: runningHead(edition, words, desk.language) },
    { kind: "paragraph", style: "kicker", runs: kicker },
    heading,
  ];
  if (below !== null) parts.push({ kind: "paragraph", style: "question", runs: [below] });
  if (edition.correction !== null) parts.push(correctionNote(desk, edition.correction));
  parts.push({ kind: "code", url: links.newest, alt: fill(words.codeAlt, { url: links.newest }) });
  return { kind: "masthead", parts };
}

/** Why this edition replaces another, and which; it stands on every sheet and never gives way. */
export function correctionNote(desk: Desk, { on, note, corrects }: Correction): Paragraph {
  const { words, language, edition } = desk;
  return {
    kind: "paragraph",
    style: "correction",
    runs: [
      { text: `${fill(words.corrected, { date: dateInWords(on, words, "long") })} `, voice: "strong" },
      desk.say(note),
      { text: " ", voice: "plain" },
      {
        text: fill(words.replaces, { id: corrects }),
        voice: "plain",
        href: urlOf(edition.site, { language, edition: corrects }),
      },
    ],
  };
}

export function standfirst(desk: Desk): Section {
  const { topic, library } = desk;
  const { standfirst: cited } =
    desk.index.issues.get(topic.kind === "issue" ? topic.id : "") ??
    desk.index.actors.get(topic.kind === "actor" ? topic.id : "") ??
    library.subject;
  const runs = [
    desk.say(cited.text),
    { text: NO_BREAK, voice: "citation" } as Run,
    ...spaced(desk.cite(cited.citations)),
  ];
  return { kind: "standfirst", parts: [{ kind: "paragraph", style: "standfirst", runs }] };
}
