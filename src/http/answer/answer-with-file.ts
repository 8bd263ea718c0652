/**
 * A file of an edition as an answer: its bytes, the links between its versions, how long it may be kept, and under which
 * name it is saved. In: the call, the edition and what of it was asked for. Out: the response; the download is counted. It
 * reads nothing off the address.
 */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { fileName } from "../../model/address.ts";
import { writeVersionNotice } from "../../pages/write-version-notice.ts";
import { fetchFile, fileFacts } from "../../render/fetch-file.ts";
import { contentTypeOf, fileKey, type Variant } from "../../render/variant.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import type { EndingChoice } from "../ask/ending-for.ts";
import { filesOf, type Site, siteOf } from "../site.ts";
import { CURRENT, PINNED } from "./cache-control.ts";
import { cardSource } from "./card-source.ts";
import { countDownload } from "./count-download.ts";
import { disposition } from "./disposition.ts";
import { hasNotice, modifiedAt, momentsPinned } from "./last-modified.ts";
import { onceFor } from "./once-for.ts";
import { type Insertion, respond } from "./respond.ts";
import type { PageUse } from "./security-headers.ts";
import { pinnedAddress, type Served, versionLinks } from "./version-links.ts";
import { noticesOf } from "./version-notices.ts";

export async function answerWithFile(
  c: Context<Site>,
  entry: EditionEntry,
  variant: Variant,
  choice: EndingChoice<string>,
  /** Null for a page that nobody saves under a name. */
  download: boolean | null,
): Promise<Response> {
  const { catalogue } = c.var;
  const pinned = c.req.param("edition") !== undefined;
  const [versions, checked] = await Promise.all([
    catalogue.versions(entry),
    pinned ? null : catalogue.lastCheck(entry),
  ]);
  const served: Served = { site: siteOf(c), entry, versions, variant, pinned };
  // Days are counted somewhere, even where it cannot be read when an edition is due.
  const { timeZone } = c.var.settings.schedule ?? { timeZone: "UTC" };
  const name = `${served.site} ${pinned} ${checked} ${fileKey(entry, variant)}`;
  const { link, stays, insertion } = onceFor(versions, name, () => ({
    link: versionLinks(served),
    stays: pinnedAddress(served),
    insertion: hasNotice(variant) ? noticeOn(served, checked, timeZone) : null,
  }));
  const moments = pinned
    ? momentsPinned(entry, variant, versions)
    : // All that stands above the newest page is when it was last looked for something newer.
      [catalogue.changedBy(entry), insertion === null ? null : checked];
  const headers: Record<string, string> = {
    "Content-Language": variant.language,
    "Cache-Control": pinned ? PINNED : CURRENT,
    Link: link,
    ...(pinned ? {} : { "Content-Location": stays }),
    ...choice.headers,
  };
  if (download !== null) headers["Content-Disposition"] = disposition(nameOf(entry, variant), download);
  const use = USES[variant.kind];
  const source = {
    contentType: contentTypeOf(variant),
    ...(variant.kind === "card"
      ? cardSource(c, entry, variant)
      : {
          facts: () => fileFacts(filesOf(c), entry, variant),
          file: () => fetchFile(filesOf(c), entry, variant),
        }),
    ...(use === undefined ? {} : { use }),
    insertion,
    modified: modifiedAt(moments, c.var.now()),
  };
  const response = await respond(c.req.raw, source, headers);
  countDownload(c, entry, variant, response);
  return response;
}

/** What is not a page like all others is allowed something that they are not. */
const USES: Readonly<Partial<Record<Variant["kind"], PageUse>>> = { kit: "kit", letter: "block", embed: "embed" };

/** The sentence that says where a web page stands; none is put into other formats, which hold the sheet alone. */
function noticeOn(served: Served, checked: string | null, timeZone: string): Insertion | null {
  const markup = writeVersionNotice(noticesOf(served, checked, timeZone), served.variant.language);
  if (markup === "") return null;
  const tag = createHash("sha256").update(markup).digest("hex").slice(0, 16);
  return { bytes: new TextEncoder().encode(markup), tag };
}

function nameOf(entry: EditionEntry, variant: Variant): string {
  const { kind, language, ending } = variant;
  const named =
    kind === "all" ? kind : kind === "embed" ? "card" : kind === "kit" || kind === "letter" ? "newsletter" : null;
  const topic = "topic" in variant ? variant.topic?.id : kind;
  const name = [topic, named].filter((each) => each != null).join("-");
  return fileName({ topic: name, edition: entry.id, language, ending });
}
