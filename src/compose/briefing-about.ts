/**
 * What every briefing on a topic says of itself around its sections: which edition, what it is called, where it is, what
 * machines are told. In: the context, the sections, how much they show, and names. Out: the
 * briefing. It does not know how the sections were chosen.
 */
import type { Briefing, Section } from "../model/briefing.ts";
import { longTitle } from "../model/long-title.ts";
import { citedIn } from "./context/cited-in.ts";
import type { ComposeContext } from "./context/compose-context.ts";
import { particularsOf } from "./particulars.ts";
import { titleOf } from "./sections/masthead.ts";
import { citingLine } from "./wording/citing-line.ts";

export function briefingAbout(
  context: ComposeContext,
  sections: readonly Section[],
  tally: Briefing["tally"],
  names: readonly string[],
): Briefing {
  const { edition, topic, language, template, links, words } = context;
  const { title, below } = titleOf(context);
  const about = { name: title.text, description: below?.text ?? null };
  const subject = context.say(edition.library.subject.title).text;
  return {
    topic: topic.id,
    language,
    template: template.id,
    edition: edition.id,
    issued: edition.issued,
    since: edition.changes?.since ?? null,
    corrects: edition.correction?.corrects ?? null,
    title: title.text,
    longTitle: longTitle(title.text, subject),
    summary: below?.text ?? title.text,
    sections: sections.filter(({ parts }) => parts.length > 0),
    names,
    tally,
    ...(template.id === "all" ? {} : { citing: citingLine(edition, title.text, subject, links.permanent, language) }),
    links,
    particulars: particularsOf(context, topic, words.topicKinds[topic.kind], about, citedIn(edition.library, sections)),
  };
}
