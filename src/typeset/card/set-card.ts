/**
 * A card with places: its words set on the first rung of the ladder on which all have room, and where there is none, on
 * the one on which least has to be left out. In: a card and its template. Out: everything on it with its place in pixels.
 * Nothing stands outside the margins, whatever the card says.
 */
import type { Run } from "../../model/briefing.ts";
import type { Card, CardRung, CardTemplate, SetCard } from "../../model/card.ts";
import type { Placed } from "../../model/page.ts";
import { type Box, EMPTY, stack } from "../boxes/box.ts";
import { TextCache } from "../text/text-cache.ts";
import { CardSetter } from "./card-setter.ts";
import { setCardBody } from "./set-card-body.ts";

/** Thickness of the rules, and what stands between them and words, in pixels. */
const RULES = { head: 7, body: 3, foot: 1 } as const;
const GAP = 12;
/** Of the height that is left over, so much stands above the body's rule; the rest is below the body. */
const SHARE_ABOVE = 0.35;

export function setCard(card: Card, template: CardTemplate): SetCard {
  const texts = new TextCache(card.language, []);
  let set: Attempt | null = null;
  for (const rung of template.ladder) {
    const attempt = setOn(card, template, rung, texts);
    if (attempt.spare >= 0 && (set === null || attempt.lost < set.lost)) set = attempt;
    if (set?.lost === 0) break;
  }
  if (set === null) throw new RangeError("the last rung of a card's ladder has to hold whatever there is");
  const { width, height, colours } = template;
  return { width, height, paper: colours.paper, items: set.place() };
}

interface Attempt {
  /** Characters for which there was no room, and words that had to be cut. */
  readonly lost: number;
  /** Pixels left over; negative where there are too few. */
  readonly spare: number;
  place(): readonly Placed[];
}

function setOn(card: Card, template: CardTemplate, rung: CardRung, texts: TextCache): Attempt {
  const { width, height, margins } = template;
  const measure = width - margins.left - margins.right;
  const setter = new CardSetter(template, rung, texts);
  const head = setHead(card, setter, measure);
  const body = setCardBody(card.body, setter, template, measure);
  const foot = setFoot(card, setter, measure);
  const gap = GAP * rung.space;
  const headTop = margins.top + RULES.head + GAP;
  const footTop = height - margins.bottom - foot.height;
  const lowest = footTop - RULES.foot - GAP;
  const spare = lowest - headTop - head.height - (body.height === 0 ? 0 : 2 * gap + RULES.body + body.height + gap);
  const ruleTop = headTop + head.height + gap + Math.max(0, spare) * SHARE_ABOVE;

  return {
    lost: setter.lost,
    spare,
    place() {
      const { left } = margins;
      const { colours } = template;
      const rule = (y: number, weight: number, fill: string): Placed => ({
        kind: "shape",
        owner: null,
        path: [["rect", left, y, measure, weight]],
        fill: fill as `#${string}`,
        stroke: null,
      });
      const placed: Placed[] = [rule(margins.top, RULES.head, colours.ink)];
      head.place(left, headTop, placed);
      if (body.height > 0) placed.push(rule(ruleTop, RULES.body, colours.ink));
      body.place(left, ruleTop + RULES.body + gap, placed);
      placed.push(rule(lowest, RULES.foot, colours.rule));
      foot.place(left, footTop, placed);
      return placed;
    },
  };
}

function setHead({ runningHead, kicker, title, mark, below }: Card, setter: CardSetter, measure: number): Box {
  const { lines } = setter.rung;
  const boxes = [
    { box: setter.words(runningHead, "running-head", measure, 1), above: 0 },
    { box: setter.words(kicker, "kicker", measure, 1), above: setter.above("kicker") },
    { box: setter.named([title], mark, "heading-1", measure, lines.title), above: setter.above("heading-1") },
    {
      box: below === null ? EMPTY : setter.words([below], "question", measure, lines.below),
      above: setter.above("question"),
    },
  ];
  return stack(boxes);
}

/** The address in as many of its parts as have room; who wrote this stands at the right, or below where it has none. */
function setFoot({ addresses, authorship }: Card, setter: CardSetter, measure: number): Box {
  const all = addresses.map((text) => [{ text, voice: "plain" }] as const);
  const runs = all.find((some) => setter.width(some, "item-label") <= measure) ?? all.at(-1) ?? [];
  const note: readonly Run[] = [{ text: authorship, voice: "plain" }];
  const address = setter.words(runs, "item-label", measure, 1);
  const small = setter.words(note, "colophon", measure, 1);
  const right = measure - setter.width(note, "colophon");
  if (setter.width(runs, "item-label") + 2 * GAP > right)
    return stack([address, small].map((box) => ({ box, above: 0 })));
  const drop = setter.drop("item-label") - setter.drop("colophon");
  return {
    height: address.height,
    place(x, y, placed) {
      address.place(x, y, placed);
      small.place(x + right, y + drop, placed);
    },
  };
}
