/**
 * Where a variant of an edition is to be found. In: a variant. Out: its address without an edition, to which the caller
 * adds one or none: of exactly this file, or of the page that all its formats belong to.
 */

import type { Address } from "../../model/address.ts";
import { DEFAULT_PAPER } from "../../model/template.ts";
import { CHANGES } from "../../model/topic.ts";
import type { Variant } from "../../render/variant.ts";
import { ownTemplate } from "../../store/own-template.ts";

/** In whatever format, template and paper a reader gets who asks for none. */
export function pageAddress(variant: Variant): Address {
  const { language, kind } = variant;
  if (kind === "changes") return { language, topic: CHANGES };
  if (kind === "contents") return { language };
  if (kind === "kit" || kind === "letter")
    return { language, ...(variant.topic === null ? {} : { topic: variant.topic.id }), below: "newsletter" };
  // A card shows a sheet to those who are elsewhere; who wants the page wants the sheet.
  return { language, topic: variant.topic.id, ...(kind === "all" ? { below: kind } : {}) };
}

/**
 * Names the ending always, template and paper where they are not what everyone gets. Contents, cards and the page of a
 * kit have one format.
 */
export function fileAddress(variant: Variant): Address {
  const page = pageAddress(variant);
  const { kind, ending } = variant;
  if (kind === "contents" || kind === "kit") return page;
  if (kind === "embed") return { ...page, below: "card" };
  if (kind !== "sheet") return { ...page, ending };
  const { template, paper, topic } = variant;
  return {
    ...page,
    ending,
    ...(template === ownTemplate(topic) ? {} : { template }),
    ...(paper === DEFAULT_PAPER ? {} : { paper }),
  };
}
