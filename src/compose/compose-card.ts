/**
 * What the preview card of a topic says: its title, of when it is, and who answers what. In: an edition, a topic and a
 * language. Out: a card, and the same as one text for those who do not see it. It infers no answer and hides no
 * disagreement; of many issues it shows those that are answered and says how many more there are.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { urlOf } from "../model/address.ts";
import type { Run } from "../model/briefing.ts";
import type { Card, CardAnswer, CardEntries, CardMatrix, Left } from "../model/card.ts";
import type { Edition } from "../model/edition.ts";
import type { Actor, Issue } from "../model/library.ts";
import type { Localized } from "../model/localized.ts";
import { shownAddress } from "../model/origin.ts";
import type { Topic } from "../model/topic.ts";
import type { Words } from "../model/words.ts";
import { said } from "./context/compose-context.ts";
import { indexLibrary, type LibraryIndex } from "./context/library-index.ts";
import { authorshipInWords } from "./sections/colophon.ts";
import { kickerOf, runningHead, titleOf } from "./sections/masthead.ts";
import { altOf } from "./wording/card-alt.ts";
import { count } from "./wording/format-words.ts";

/** More issues than these have no room beside one another that is read at the size of a chat. */
const MOST = 6;
/** Columns of an actor's answers. */
const COLUMNS = 3;

interface Context {
  readonly edition: Edition;
  readonly language: string;
  readonly words: Words;
  readonly index: LibraryIndex;
  say(text: Localized): Run;
}

export function composeCard(edition: Edition, topic: Topic, language: string): Card {
  const words = LANGUAGES[language];
  if (words === undefined) throw new RangeError(`no words for language ${language}`);
  const { library, site } = edition;
  const index = indexLibrary(library);
  const say = (text: Localized): Run => said(text, language, "plain");
  const context: Context = { edition, language, words, index, say };
  const titled = { topic, library, index, words, say };
  const addresses = [urlOf(site, { language, topic: topic.id }), urlOf(site, { language }), site];
  const card = {
    language,
    runningHead: runningHead(edition, words, language),
    kicker: kickerOf(titled),
    ...titleOf(titled),
    mark: topic.kind === "actor" ? (index.actors.get(topic.id)?.mark ?? null) : null,
    body: topic.kind === "overview" ? matrix(context) : entries(context, topic),
    addresses: addresses.map(shownAddress),
    authorship: authorshipInWords(library, words),
  };
  return { ...card, alt: altOf(card) };
}

function entries(context: Context, topic: Topic): CardEntries {
  const { edition, words, say } = context;
  const { actors } = edition.library;
  const issue = context.index.issues.get(topic.id);
  if (topic.kind === "issue" && issue !== undefined) {
    const all = actors.map((actor) => ({
      name: say(actor.name),
      mark: actor.mark,
      answer: answerOf(context, actor, issue, words.answers),
    }));
    return { kind: "entries", columns: all.length, entries: all, left: leftBeside(context, all.length, all.length) };
  }
  const actor = context.index.actors.get(topic.id);
  if (actor === undefined) return { kind: "entries", columns: 0, entries: [], left: leftBeside(context, 0, 0) };
  const shown = answered(context, [actor]);
  const all = shown.map((each) => ({
    name: say(each.title),
    mark: null,
    answer: answerOf(context, actor, each, words.answers),
  }));
  return {
    kind: "entries",
    columns: COLUMNS,
    entries: all,
    left: leftBeside(context, shown.length, edition.library.issues.length),
  };
}

function matrix(context: Context): CardMatrix {
  const { edition } = context;
  const { actors } = edition.library;
  const shown = actors.length === 0 ? [] : answered(context, actors);
  return {
    kind: "matrix",
    actors: actors.map(({ name, mark }) => ({ name: context.say(name), mark })),
    rows: shown.map((issue) => ({
      title: context.say(issue.title),
      answers: actors.map((actor) => answerOf(context, actor, issue, context.words.card.answers)),
    })),
    left: leftBeside(context, shown.length, edition.library.issues.length),
  };
}

/** The issues that most of the actors answer, as many as have room, in the library's order. */
function answered({ edition, index }: Context, actors: readonly Actor[]): readonly Issue[] {
  const { issues } = edition.library;
  if (issues.length <= MOST) return issues;
  const answers = new Map(
    issues.map((issue) => [
      issue,
      actors.filter((actor) => index.answer(actor.id, issue.id).statement !== null).length,
    ]),
  );
  const best = new Set(issues.toSorted((a, b) => (answers.get(b) ?? 0) - (answers.get(a) ?? 0)).slice(0, MOST));
  return issues.filter((issue) => best.has(issue));
}

/** `labels` are the answers in words as long as there is room for. */
function answerOf(context: Context, actor: Actor, issue: Issue, labels: Words["answers"]): CardAnswer {
  const { index, words, say } = context;
  const { answer, statement, others: found } = index.answer(actor.id, issue.id);
  const others = found.flatMap((other): CardAnswer["others"] =>
    other.answer === null
      ? []
      : [{ answer: { value: other.answer.value, contested: false }, word: labels[other.answer.value] }],
  );
  return {
    answer,
    word: labels[answer.value],
    others,
    contested: others.length === 0 ? "" : `${words.contested}: ${others.map(({ word }) => word).join(", ")}`,
    gloss: statement?.answer == null ? null : say(statement.answer.gloss),
  };
}

/** Empty where everything is shown; where there is nothing to show, that. */
function leftBeside({ words, language }: Context, shown: number, total: number): Left {
  if (shown === 0) return [words.noStatements];
  return Array.from({ length: shown + 1 }, (_, n) => (n === total ? "" : count(words.card.left, total - n, language)));
}
