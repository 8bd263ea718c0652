/**
 * The two ways to a preview card: what is known of it, and the file. In: the call, the edition and the card. Out: what
 * the press put there; where it put none, a refusal that names what there is. It draws nothing, for no reader is to wait
 * for a picture, and no robot is to have us draw one.
 */
import type { Context } from "hono";
import { FORMATS } from "../../formats/formats.ts";
import { fetchCard, fileFacts } from "../../render/fetch-file.ts";
import type { CardVariant } from "../../render/variant.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { filesOf, type Site } from "../site.ts";
import { Refusal } from "./refusal.ts";
import type { FileSource } from "./respond.ts";

export function cardSource(
  c: Context<Site>,
  entry: EditionEntry,
  card: CardVariant,
): Pick<FileSource, "facts" | "file"> {
  const pressed = <T>(found: T | null): T => {
    if (found !== null) return found;
    const base = c.req.path.slice(0, -card.ending.length - 1);
    const choices = Object.keys(FORMATS).map((ending) => ({ name: `.${ending}`, href: `${base}.${ending}` }));
    throw new Refusal("ending", { given: `.${card.ending}` }, choices);
  };
  return {
    facts: async () => pressed(await fileFacts(filesOf(c), entry, card)),
    file: async () => pressed(await fetchCard(c.env.SHEETS, entry, card)),
  };
}
