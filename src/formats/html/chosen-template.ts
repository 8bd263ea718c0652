/**
 * Whether a sheet is in a template that its reader chose, so that its links must name it. In: a briefing. Out: the
 * template's name, or none where it is the topic's own or the sheet leaves nothing out. It does not choose.
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
