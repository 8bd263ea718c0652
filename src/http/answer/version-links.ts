/**
 * Where else a page is, in the header: other editions of it (RFC 5829), the one for search engines, other formats and
 * languages. In: the file that is answered, its edition and what the index knows of others. Out: the value of `Link`.
 * An edition that has no such sheet is not linked, a retracted one never.
 */
import { LANGUAGES } from "../../../templates/languages.ts";
import { ENDINGS, type Ending, otherEndings } from "../../formats/endings.ts";
import { type Address, ARCHIVE, urlOf } from "../../model/address.ts";
import { presentName } from "../../model/topic.ts";
import { LETTERS, type Variant } from "../../render/variant.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import type { Versions } from "../../store/versions.ts";
import { fileAddress, pageAddress } from "./variant-address.ts";

export interface Served {
  readonly site: string;
  readonly entry: EditionEntry;
  readonly versions: Versions;
  readonly variant: Variant;
  /** Whether the address names the edition. */
  readonly pinned: boolean;
}

export function versionLinks({ site, entry, versions, variant, pinned }: Served): string {
  const file = fileAddress(variant);
  const own = pinned ? { edition: entry.id } : {};
  // The same sheet in another edition, under the name that its topic has there.
  const there = (other: EditionEntry | null, address: Address): Address | null => {
    if (other === null || !("topic" in variant) || variant.topic === null) return other === null ? null : address;
    const topic = nameIn(other, variant.topic.id, entry);
    return topic === null ? null : { ...address, topic };
  };
  const link = (address: Address, rel: string, more = ""): string =>
    `<${headerSafe(urlOf(site, address))}>; rel="${rel}"${more}`;
  const { newest, predecessor, successor } = versions;
  const version = (other: EditionEntry | null, rel: string): readonly string[] => {
    const address = there(other, file);
    if (other === null || address === null) return [];
    return [link(other === newest ? address : { ...address, edition: other.id }, rel)];
  };
  const page = pageAddress(variant);
  return [
    ...version(newest, "latest-version"),
    // Editions older than the cards have none, and nobody makes one later.
    ...(variant.kind === "card" ? [] : version(predecessor, "predecessor-version")),
    ...version(successor, "successor-version"),
    link({ topic: ARCHIVE }, "version-history"),
    // Who searches wants the newest; what is no longer in it is best found where it last was.
    link(there(newest, page) ?? { ...page, edition: entry.id }, "canonical"),
    ...otherFormats(variant).map((ending) =>
      link({ ...file, ...own, ending }, "alternate", `; type="${typeOf(ending)}"`),
    ),
    ...Object.keys(LANGUAGES)
      .filter((language) => language !== variant.language)
      .map((language) => link({ ...file, ...own, language }, "alternate", `; hreflang="${language}"`)),
  ].join(", ");
}

/** A topic that was renamed in between has a sheet under its earlier or its later name. */
function nameIn(other: EditionEntry, topic: string, entry: EditionEntry): string | null {
  const present = presentName(topic, other);
  if (present !== null) return present;
  const earlier = entry.aliases.find((alias) => alias.topic === topic && presentName(alias.id, other) === alias.id);
  return earlier?.id ?? null;
}

/** The address under which this very file stays. */
export function pinnedAddress({ site, entry, variant }: Pick<Served, "site" | "entry" | "variant">): string {
  return headerSafe(urlOf(site, { ...fileAddress(variant), edition: entry.id }));
}

function otherFormats({ kind, ending: own }: Variant): readonly Ending[] {
  if (kind === "contents" || kind === "embed" || kind === "card") return [];
  if (kind === "kit" || kind === "letter") return LETTERS.filter((ending) => kind === "kit" || ending !== own);
  return (["html", ...otherEndings(kind === "sheet")] as const).filter((ending) => ending !== own);
}

function typeOf(ending: Ending): string {
  return ENDINGS[ending].contentType.split(";")[0] ?? "";
}

/** Whatever a setting or a library holds: nothing but what a header may carry between angle brackets. */
function headerSafe(url: string): string {
  return url.replace(/[^\x21-\x7e]+|[<>"]/g, (signs) => encodeURIComponent(signs.toWellFormed()));
}
