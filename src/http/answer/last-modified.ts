/**
 * When what an address answers last changed, for clients that know dates only (RFC 9110, 8.8.2). In: the moments that are
 * on record, and the clock. Out: the last of them in whole seconds, never later than now; null where there is none. At an
 * address without an edition it is the last of all publications and retractions, so that it never goes back.
 */
import type { Variant } from "../../render/variant.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import type { Versions } from "../../store/versions.ts";

export interface Modified {
  /** Milliseconds since 1970, of a whole second. */
  readonly at: number;
  /** Whether that second is over, so that nothing else can have been answered in it. */
  readonly isOver: boolean;
}

export function modifiedAt(moments: readonly (string | null)[], now: number): Modified | null {
  const known = moments.flatMap((moment) => (moment === null ? [] : [Date.parse(moment)]));
  if (known.length === 0) return null;
  const at = Math.floor(Math.min(Math.max(...known), now) / 1000) * 1000;
  return { at, isOver: now >= at + 1000 };
}

/** Of an edition's own page or file: when it was published; and of what stands above a page, when that changed. */
export function momentsPinned(
  { published, issued }: Pick<EditionEntry, "published" | "issued">,
  variant: Variant,
  { revised }: Pick<Versions, "revised">,
): readonly (string | null)[] {
  return [published ?? issued, hasNotice(variant) ? revised : null];
}

/** Whether it is said above it where it stands: a web page, but no block for mails. */
export function hasNotice({ kind, ending }: Variant): boolean {
  return ending === "html" && kind !== "letter";
}
