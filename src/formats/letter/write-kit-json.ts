/**
 * The newsletter kit as JSON for programs. In: a kit and where its blocks are to be had. Out: text in the shape that
 * `docs/newsletters.md` describes, its keys always in the same order. The blocks themselves are at their addresses.
 */
import type { BlockEnding, Kit } from "../../model/letter.ts";
import { sectionsInFull } from "../json.ts";
import { visibleText } from "../visible-text.ts";

/** Changes when a key changes its meaning or goes away; new keys may come at any time. */
const KIT_SCHEMA = "einblatt-newsletter/1";

export function writeKitJson({ letter, blocks }: Kit, addressOf: (ending: BlockEnding) => string): string {
  const { topic, language, edition, issued, title, longTitle, picture, sections, tally, links } = letter;
  const kinds = (Object.keys(tally) as (keyof typeof tally)[]).filter((kind) => tally[kind].total > 0);
  return `${JSON.stringify(
    {
      schema: KIT_SCHEMA,
      edition: { id: edition, issued },
      topic,
      language,
      title: visibleText(title),
      longTitle: visibleText(longTitle),
      links,
      picture: picture === null ? null : { ...picture, alt: visibleText(picture.alt) },
      tally: Object.fromEntries(kinds.map((kind) => [kind, tally[kind]])),
      blocks: Object.fromEntries(
        (Object.keys(blocks) as BlockEnding[]).map((ending) => [
          ending,
          { url: addressOf(ending), bytes: blocks[ending].bytes },
        ]),
      ),
      sections: sectionsInFull(sections),
    },
    null,
    2,
  )}\n`;
}
