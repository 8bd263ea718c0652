/**
 * The template of a topic's sheet for whoever asks for none. In: a topic as the index has it. Out: the template's name:
 * the one that was its own when the edition was frozen, so that a later program with other defaults answers an old
 * address as before. It need not be a template that the running program still has.
 */
import { templatesFor } from "../../templates/templates.ts";
import type { TopicKind } from "../model/template.ts";
import type { EditionTopic } from "./edition-index.ts";

export function ownTemplate({ kind, template }: EditionTopic): string {
  return template ?? defaultTemplate(kind);
}

/** What an edition that is frozen now is to keep. */
export function defaultTemplate(kind: TopicKind): string {
  const [own] = templatesFor(kind);
  if (own === undefined) throw new Error(`no template serves topics of kind ${kind}`);
  return own.id;
}
