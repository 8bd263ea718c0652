/**
 * The edition that an address means. In: the index and the name in the address, if there is one. Out: its entry, or a
 * refusal that says which there is, or why it is no longer to be read. It loads no edition.
 */

import { type Address, ARCHIVE, urlOf } from "../../model/address.ts";
import { parseEditionId } from "../../model/edition.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import { type Choice, Refusal } from "../answer/refusal.ts";
import { addressInNewest } from "./address-in-newest.ts";
import { languageNamed } from "./reader-language.ts";

/** What is asked for, and the site for addresses that are told. */
export interface Wanted {
  readonly edition: string | undefined;
  readonly path: string;
  readonly site: string;
}

export async function editionOf(catalogue: Catalogue, { edition: id, path, site }: Wanted): Promise<EditionEntry> {
  // A name that no edition can have, such as week 54, need not be looked for.
  const named = id === undefined || parseEditionId(id) === null ? null : await catalogue.edition(id);
  const entry = id === undefined ? await catalogue.last() : named;
  if (entry === null && id === undefined) throw new Refusal((await catalogue.isIndexLost()) ? "rebuilding" : "empty");
  if (entry !== null && entry.retraction === null) return entry;
  if (named === null && id !== undefined && parseEditionId(id) !== null && (await catalogue.isStray(id)))
    throw new Refusal("rebuilding");
  const newest = await catalogue.current();
  if (entry === null) throw new Refusal("edition", { given: id ?? "" }, [...pinned(newest), archive]);
  const code = id === undefined ? "gone" : "retracted";
  throw new Refusal(code, { given: entry.id }, instead(newest, path, site), entry.retraction);
}

const archive: Choice = { name: ARCHIVE, href: urlOf("", { topic: ARCHIVE }) };

function pinned(newest: EditionEntry | null): readonly Choice[] {
  return newest === null ? [] : [{ name: newest.id, href: urlOf("", { edition: newest.id }) }];
}

/**
 * The list of all where none is left. The address is spelled out, for where a retracted file was asked for nobody can
 * follow a link.
 */
function instead(newest: EditionEntry | null, path: string, site: string): readonly Choice[] {
  const language = languageNamed(site + path);
  const list: Address = { topic: ARCHIVE, ...(language === undefined ? {} : { language }) };
  const address = newest === null ? list : addressInNewest(path, newest);
  return [{ name: urlOf(site, address), href: urlOf("", address) }];
}
