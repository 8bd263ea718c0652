/**
 * A card of ours described to the program of another site that wants to embed it (oEmbed 1.0, 2.3). In: what is embedded
 * and how large it may be. Out: JSON or XML of the same fields in the same order. Numbers are pixels and seconds.
 */
import { type Room, writeFrame } from "./html/frame.ts";
import { block, escapeHtml } from "./html/markup.ts";
import { visibleText } from "./visible-text.ts";

export interface Embeddable {
  readonly title: string;
  /** Names the frame to those who do not see it. */
  readonly frame: string;
  /** Of the page that is shown in the frame. */
  readonly card: string;
  /** Of the site. */
  readonly provider: string;
  readonly thumbnail: { readonly src: string; readonly width: number; readonly height: number } | null;
}

/** For so long it is enough to ask once. */
const CACHE_AGE = 3600;

export type OembedFormat = "json" | "xml";

export const OEMBED_TYPES: Readonly<Record<OembedFormat, string>> = {
  json: "application/json; charset=utf-8",
  xml: "text/xml; charset=utf-8",
};

export function writeOembed(embeddable: Embeddable, room: Room, format: OembedFormat): string {
  const fields = fieldsOf(embeddable, room);
  if (format === "json") return `${JSON.stringify(fields, null, 2)}\n`;
  const elements = Object.entries(fields).map(([name, value]) => block(name, {}, escapeHtml(inXml(`${value}`))));
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${block("oembed", {}, "\n", ...elements)}`;
}

function fieldsOf({ title, frame, card, provider, thumbnail }: Embeddable, room: Room) {
  const { markup, width, height } = writeFrame(card, frame, room);
  // Whoever has less room than the picture is large is not offered it (2.3.4).
  const fits =
    thumbnail !== null && thumbnail.width <= (room.width ?? Infinity) && thumbnail.height <= (room.height ?? Infinity);
  return {
    type: "rich",
    version: "1.0",
    title: visibleText(title),
    provider_name: "Einblatt",
    provider_url: provider,
    cache_age: CACHE_AGE,
    ...(fits
      ? { thumbnail_url: thumbnail.src, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }
      : {}),
    html: markup,
    width,
    height,
  };
}

/** Two characters that are text elsewhere may not be in XML at all (XML 1.0, 2.2); controls and halves are gone before. */
function inXml(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, "\ufffd");
}
