/**
 * What others embed of a topic, its card: title and question, what is answered, of which edition it is. In: an edition,
 * a topic and a language. Out: the value. It is as long as fits a frame beside an article; what more there is, it
 * counts.
 */
import { urlOf } from "../../model/address.ts";
import type { Edition } from "../../model/edition.ts";
import type { Embed } from "../../model/embed.ts";
import { longTitle } from "../../model/long-title.ts";
import type { Topic } from "../../model/topic.ts";
import { titleOf } from "../sections/masthead.ts";
import { answerLines } from "./answers-in-short.ts";
import { closing, opening, remaining } from "./letter-frame.ts";
import { kickerOf, letterContext, list } from "./topic-letter.ts";

const ANSWERS = 4;

export function composeEmbed(edition: Edition, topic: Topic, language: string): Embed {
  const context = letterContext(edition, topic, language);
  const { title, below } = titleOf(context);
  const page = urlOf(edition.site, { language, topic: topic.id, edition: edition.id });
  const lines = answerLines(context);
  const answers = list(
    "statements",
    lines.slice(0, ANSWERS).map((compose) => compose()),
  );
  const more = remaining(context, "answers", lines.length - ANSWERS, page);
  return {
    language,
    edition: edition.id,
    longTitle: longTitle(title.text, context.say(edition.library.subject.title).text),
    sections: [
      opening(context, { kicker: kickerOf(context), title, page, below, level: 1 }),
      { kind: "matrix", parts: [...answers, ...more] },
      closing(context, [[context.words.embed.read, page]]),
    ],
    canonical: urlOf(edition.site, { language, topic: topic.id }),
  };
}
