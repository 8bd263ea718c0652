/**
 * The addresses that a sheet prints: of this edition, of the newest one, of the page that leaves nothing out and of what
 * has changed. In: an edition, a topic and a language. Out: absolute URLs, all built by `urlOf`.
 */
import { urlOf } from "../../model/address.ts";
import type { Briefing, Run, Voice } from "../../model/briefing.ts";
import type { Edition } from "../../model/edition.ts";
import { shownAddress } from "../../model/origin.ts";
import { CHANGES } from "../../model/topic.ts";

export function linksOf({ site, id, changes }: Edition, topic: string, language: string): Briefing["links"] {
  const page = { language, topic };
  return {
    permanent: urlOf(site, { ...page, edition: id }),
    newest: urlOf(site, page),
    all: urlOf(site, { ...page, edition: id, below: "all" }),
    changes: changes === null ? null : urlOf(site, { language, topic: CHANGES, edition: id }),
  };
}

/** An address as words that link to it. */
export function addressRun(href: string, voice: Voice): Run {
  return { text: shownAddress(href), voice, href };
}
