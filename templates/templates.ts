/**
 * The templates by name, in the order readers see them. In: one file a template. Out: the table that composing, setting
 * and the routes read; each is checked when this module is loaded, so a bad one stops the start and never meets a reader.
 */
import { checkTemplate } from "../src/model/check-template.ts";
import type { Template, TopicKind } from "../src/model/template.ts";
import { actor } from "./actor.ts";
import { overview } from "./overview.ts";
import { positions } from "./positions.ts";

export const TEMPLATES: readonly Template[] = [positions, actor, overview].map(checkTemplate);

/** The templates that can hold a kind of topic, its own first. */
export function templatesFor(kind: TopicKind): readonly Template[] {
  return TEMPLATES.filter((template) => template.serves.includes(kind)).sort(
    (a, b) => Number(b.serves[0] === kind) - Number(a.serves[0] === kind),
  );
}
