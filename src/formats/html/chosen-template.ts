/**
 * What a reader chose who came to this page, so that its links must name it: a template, or an edition to compare with.
 * In: a briefing. Out: the template's name, or none where it is the topic's own or the page is no sheet; the edition's
 * name, or none where it is the one before. It does not choose.
 */
import { TEMPLATES, templatesFor } from "../../../templates/templates.ts";
import type { Briefing } from "../../model/briefing.ts";

export function chosenTemplate({ topic, template }: Briefing): string | undefined {
  const found = TEMPLATES.find(({ id }) => id === template);
  if (found === undefined) return undefined;
  // A briefing does not say of what kind its topic is; what its template serves narrows it down.
  const kinds = found.serves.filter((kind) => (kind === "overview") === (topic === "overview"));
  const own = kinds.length > 0 && kinds.every((kind) => templatesFor(kind)[0] === found);
  return own ? undefined : template;
}

/**
 * Only a sheet keeps to one page; the pages of all statements and of all changes have no template and take what they
 * need.
 */
export function keepsToOnePage({ template }: Briefing): boolean {
  return TEMPLATES.some(({ id }) => id === template);
}

/** Read off the page's own address, which names the edition only where it was chosen. */
export function chosenEdition({ links }: Briefing): string | undefined {
  return new URL(links.permanent).searchParams.get("since") ?? undefined;
}
