/**
 * Makes the preview card of a topic: composed, set, drawn. In: a frozen edition, a topic and a language. Out: a PNG. It
 * takes several times what a sheet takes, so only the press calls it, and never a reader's request.
 */
import { CARD } from "../../templates/card-look.ts";
import { composeCard } from "../compose/compose-card.ts";
import { rasterise } from "../formats/card/rasterise.ts";
import { writeSvg } from "../formats/card/write-svg.ts";
import { CARD_FORMAT } from "../formats/endings.ts";
import type { Edition } from "../model/edition.ts";
import { setCard } from "../typeset/card/set-card.ts";
import type { Rendered } from "./render.ts";
import type { CardVariant } from "./variant.ts";

export async function renderCard(edition: Edition, { topic, language }: CardVariant): Promise<Rendered> {
  const card = setCard(composeCard(edition, topic, language), CARD);
  return { contentType: CARD_FORMAT.contentType, content: await rasterise(writeSvg(card)) };
}
