/**
 * The edition that an address means. In: the database and the week in the address, if there is one. Out: its entry, or a
 * refusal that says which there is. It loads no edition.
 */
import { currentEdition, type EditionEntry, editionById } from "../editions/edition-index.ts";
import { Refusal } from "./refusal.ts";

export async function editionOf(db: Env["LIBRARY"], id: string | undefined): Promise<EditionEntry> {
  const entry = id === undefined ? await currentEdition(db) : await editionById(db, id);
  if (entry !== null) return entry;
  if (id === undefined) throw new Refusal("empty");
  const current = await currentEdition(db);
  const choices = current === null ? [] : [{ name: current.id, href: `/${current.id}/` }];
  throw new Refusal("edition", { given: id }, choices);
}
