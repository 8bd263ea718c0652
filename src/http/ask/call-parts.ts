/**
 * What the address of a call says before its own handler looks at it: which edition, and the parts in between. In: a call
 * whose route has matched. Out: the edition's entry, or a refusal; the parts as text. It knows no topic and no format.
 */
import type { Context } from "hono";
import type { EditionEntry } from "../../store/edition-index.ts";
import { type Site, siteOf } from "../site.ts";
import { editionOf } from "./edition-of.ts";

type Call = Context<Site>;

export async function editionHere(c: Call): Promise<EditionEntry> {
  return await editionOf(c.var.catalogue, { edition: c.req.param("edition"), path: c.req.path, site: siteOf(c) });
}

/** `/2026-W47` for a pinned edition, nothing for the newest. */
export function prefix(c: Call): string {
  const edition = c.req.param("edition");
  return edition === undefined ? "" : `/${edition}`;
}

export function part(c: Call, name: string): string {
  return c.req.param(name) ?? "";
}
