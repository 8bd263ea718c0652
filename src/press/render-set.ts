/**
 * Makes files of one set, one after the other. In: an edition in the set's language, and which files. Out: each file with
 * what it is a variant of. It keeps none.
 */
import type { Edition } from "../model/edition.ts";
import { type Rendered, renderEach } from "../render/render.ts";
import { renderCard } from "../render/render-card.ts";
import type { Variant, WrittenVariant } from "../render/variant.ts";

export async function* renderSet(
  edition: Edition,
  variants: readonly Variant[],
): AsyncGenerator<Rendered & { readonly variant: Variant }> {
  yield* renderEach(
    edition,
    variants.filter((variant): variant is WrittenVariant => variant.kind !== "card"),
  );
  for (const variant of variants)
    if (variant.kind === "card") yield { variant, ...(await renderCard(edition, variant)) };
}
