/**
 * Which briefing an address of ours is about, for whoever wants to embed it. In: an address as somebody pasted it, and
 * the hosts at which this site is and was. Out: its topic, and the language and edition where it names them; null for an
 * address of another site, or of ours that no briefing is at. Query and fragment count for nothing.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { FORMATS } from "../../formats/formats.ts";
import type { Below } from "../../model/address.ts";
import { parseEditionId } from "../../model/edition.ts";
import { hostOf } from "../../model/origin.ts";
import { splitEnding } from "./parse-request.ts";

export interface Embedded {
  readonly edition: string | undefined;
  readonly language: string | undefined;
  /** Whether there is such a topic is not known here. */
  readonly topic: string;
}

const BELOW: readonly Below[] = ["all", "newsletter", "card"];

export function parseEmbedded(given: string, hosts: readonly string[]): Embedded | null {
  if (!URL.canParse(given)) return null;
  const { protocol, origin, pathname } = new URL(given);
  // Links are pasted without the s, and the card they get is ours all the same.
  const host = /^https?:$/.test(protocol) ? hostOf(origin) : null;
  if (host === null || !hosts.includes(host)) return null;
  const [, ...parts] = pathname.replace(/\/$/, "").split("/");
  const edition = parseEditionId(parts[0] ?? "") === null ? undefined : parts.shift();
  const language = Object.hasOwn(LANGUAGES, parts[0] ?? "") ? parts.shift() : undefined;
  const [page = "", below, ...more] = parts;
  if (more.length > 0) return null;
  const { name, ending } = splitEnding(below ?? page);
  if (ending !== null && !Object.hasOwn(FORMATS, ending)) return null;
  if (below === undefined) return name === "" ? null : { edition, language, topic: name };
  return BELOW.some((each) => each === name) ? { edition, language, topic: page } : null;
}
