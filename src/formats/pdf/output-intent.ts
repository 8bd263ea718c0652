/**
 * What the page's colours mean: sRGB, so that every printer and archive sees the same red (ISO 19005-3, 6.2.3). In: the
 * profile as `scripts/build-profile.ts` made and deflated it. Out: the output intent.
 */
import type { PDFContext } from "./object-model.ts";
import profile from "./srgb.bin";
import { Stream } from "./streams.ts";

const PROFILE = new Uint8Array(profile);

/** A dictionary. */
export function outputIntent(context: PDFContext): string {
  const stream = context.register(new Stream(PROFILE, "/N 3", "deflated"));
  return `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile ${stream}>>`;
}
