/**
 * The head of a sheet: what this is, of when, about what, and what is said of it in a few sentences. In: the context. Out:
 * the masthead and the standfirst. It does not know what follows below.
 */
import { urlOf } from "../../model/address.ts";
import type { Heading, Paragraph, Part, Run, Section } from "../../model/briefing.ts";
import type { Correction, Edition } from "../../model/edition.ts";
import type { Words } from "../../model/words.ts";
import type { ComposeContext } from "../context/compose-context.ts";
import { NO_BREAK, spaced } from "../context/compose-context.ts";
import { dateInWords, fill } from "../wording/format-words.ts";

/** What a title is made from. */
type Titled = Pick<ComposeContext, "topic" | "library" | "index" | "words" | "say">;

/** The title of a topic and the line below it: an issue's question, or whom an actor's name stands for. */
export function titleOf(context: Titled): { title: Run; below: Run | null } {
  const { topic, library } = context;
  const issue = topic.kind === "issue" ? context.index.issues.get(topic.id) : undefined;
  if (issue !== undefined) return { title: context.say(issue.title), below: context.say(issue.question) };
  const actor = topic.kind === "actor" ? context.index.actors.get(topic.id) : undefined;
  if (actor !== undefined) return { title: context.say(actor.name), below: context.say(actor.standsFor) };
  return { title: context.say(library.subject.title), below: null };
}

export function masthead(context: ComposeContext): Section {
  const { topic } = context;
  const { title, below } = titleOf(context);
  const actor = topic.kind === "actor" ? context.index.actors.get(topic.id) : undefined;
  const heading: Heading = {
    kind: "heading",
    level: 1,
    runs: [title],
    ...(actor === undefined ? {} : { mark: actor.mark }),
  };
  return headed(context, kickerOf(context), heading, below);
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
export function headed(context: ComposeContext, kicker: readonly Run[], heading: Heading, below: Run | null): Section {
  const { words, edition, links } = context;
  const parts: Part[] = [
    { kind: "paragraph", style: "running-head", runs: runningHead(edition, words, context.language) },
    { kind: "paragraph", style: "kicker", runs: kicker },
    heading,
  ];
  if (below !== null) parts.push({ kind: "paragraph", style: "question", runs: [below] });
  if (edition.correction !== null) parts.push(correctionNote(context, edition.correction));
  parts.push({ kind: "code", url: links.newest, alt: fill(words.codeAlt, { url: links.newest }) });
  return { kind: "masthead", parts };
}

/** Why this edition replaces another, and which; it stands on every sheet and never gives way. */
export function correctionNote(context: ComposeContext, { on, note, corrects }: Correction): Paragraph {
  const { words, language, edition } = context;
  return {
    kind: "paragraph",
    style: "correction",
    runs: [
      { text: `${fill(words.corrected, { date: dateInWords(on, words, "long") })} `, voice: "strong" },
      context.say(note),
      { text: " ", voice: "plain" },
      {
        text: fill(words.replaces, { id: corrects }),
        voice: "plain",
        href: urlOf(edition.site, { language, edition: corrects }),
      },
    ],
  };
}

export function standfirst(context: ComposeContext): Section {
  const { topic, library } = context;
  const { standfirst: cited } =
    context.index.issues.get(topic.kind === "issue" ? topic.id : "") ??
    context.index.actors.get(topic.kind === "actor" ? topic.id : "") ??
    library.subject;
  const runs = [
    context.say(cited.text),
    { text: NO_BREAK, voice: "citation" } as Run,
    ...spaced(context.cite(cited.citations)),
  ];
  return { kind: "standfirst", parts: [{ kind: "paragraph", style: "standfirst", runs }] };
}
