/**
 * The addresses that a sheet prints: of this edition, of the newest one, and of the page that leaves nothing out. In:
 * the desk. Out: absolute URLs, all built by `urlOf`.
 */
import { urlOf } from "../model/address.ts";
import type { Briefing, Run, Voice } from "../model/briefing.ts";
import type { Desk } from "./desk.ts";

export function linksOf(desk: Desk): Briefing["links"] {
  const { site, id } = desk.edition;
  const page = { language: desk.language, topic: desk.topic.id };
  return {
    permanent: urlOf(site, { ...page, edition: id }),
    newest: urlOf(site, page),
    all: urlOf(site, { ...page, edition: id, all: true }),
  };
}

/** An address as words that link to it; its scheme goes without saying. */
export function addressRun(href: string, voice: Voice): Run {
  return { text: href.replace(/^https?:\/\//, ""), voice, href };
}
