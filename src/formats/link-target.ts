/**
 * Where a run leads, as far as it may lead anywhere. In: a run. Out: an address for the web or none, and the place that
 * a citation names. It refuses every scheme but http and https, so that no text of a library can become a script.
 */
import type { CitedPlace, Run } from "../model/briefing.ts";
import { shownAddress } from "../model/origin.ts";
import { visibleText } from "./visible-text.ts";

/** The address of a run in the characters an address may have, or null where it has none that is safe to follow. */
export function safeHref(run: Run): string | null {
  if (run.href === undefined || !/^https?:\/\//i.test(run.href) || !URL.canParse(run.href)) return null;
  return new URL(run.href).href;
}

/** Whether the run's words are its address, as it is or as it is shown; printing it again would only repeat it. */
export function showsItsAddress(run: Run, href: string): boolean {
  const text = visibleText(run.text).trim();
  return text === href || text === shownAddress(href);
}

/** `2¶5` taken apart; the paragraph is null where the text is not of that form. */
export function citedPlace(run: Run): (CitedPlace & { readonly paragraph: number | null }) | null {
  if (run.target === undefined || !("source" in run.target)) return null;
  const { source, quote } = run.target;
  const paragraph = /¶(\d+)$/.exec(run.text)?.[1];
  const place = { source, paragraph: paragraph === undefined ? null : Number(paragraph) };
  return quote === undefined ? place : { ...place, quote };
}

/**
 * Where in a source words stand, for a browser to scroll to: a text fragment (WICG, URL Fragment Text Directives). The
 * signs that part its terms are encoded, a hyphen among them.
 */
export function placeIn(url: string, quote: string): string {
  const { href, hash } = new URL(url);
  const directive = `:~:text=${encodeURIComponent(quote).replaceAll("-", "%2D")}`;
  return hash === "" ? `${href.replace(/#$/, "")}#${directive}` : `${href}${directive}`;
}
