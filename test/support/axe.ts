/**
 * What axe says of an open page, and what it leaves to a person. In: a page with axe in it. Out: in one sentence each, its
 * violations, and of the words whose ground it cannot tell, for they are one character long or stand on a drawing, those
 * with a contrast below 4.5 to 1 (WCAG 2.2, 1.4.3) on what is painted below them. Whatever else axe is not sure of is a
 * complaint as well.
 */
import type { Page } from "playwright-core";
import { contrast } from "./contrast.ts";

const LEAST = 4.5;

interface Undecided {
  readonly id: string;
  readonly html: string;
  /** As the browser computes them: `rgb(…)`; of the ground, the topmost paint that is not the words themselves. */
  readonly colour: string;
  readonly ground: string | null;
}

interface Said {
  readonly violations: readonly string[];
  readonly undecided: readonly Undecided[];
}

/** In the browser: `elementsFromPoint` sees only what is in view. */
const ASK = `(async () => {
  const isSvg = (element) => element.namespaceURI.endsWith("svg");
  const paintOf = (element) => {
    const { fill, backgroundColor } = getComputedStyle(element);
    return isSvg(element) && element.tagName !== "svg" ? fill : backgroundColor;
  };
  const isPaint = (paint) => paint !== "none" && !/^rgba\\(.* 0\\)$/.test(paint);
  const undecided = ({ id, nodes }) => nodes.map(({ html, target }) => {
    const element = document.querySelector(target.at(-1));
    element.scrollIntoView({ block: "center" });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const below = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    const ground = below.filter((other) => !element.contains(other)).concat(element).map(paintOf).find(isPaint);
    const { color, fill } = getComputedStyle(element);
    return { id, html, colour: isSvg(element) ? fill : color, ground: ground ?? null };
  });
  const { violations, incomplete } = await axe.run({ resultTypes: ["violations", "incomplete"] });
  return {
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)),
    undecided: incomplete.flatMap(undecided),
  };
})()`;

export async function axeComplaints(page: Page): Promise<readonly string[]> {
  const { violations, undecided } = await page.evaluate<Said>(ASK);
  return [...violations, ...undecided.flatMap(undecidedComplaints)];
}

function undecidedComplaints({ id, html, colour, ground }: Undecided): readonly string[] {
  // What a frame shows is a page of its own.
  if (id === "frame-tested") return [];
  if (id !== "color-contrast" || ground === null) return [`${id} is undecided: ${html}`];
  const ratio = contrast(hexOf(colour), hexOf(ground));
  return ratio < LEAST ? [`${id} is ${ratio.toFixed(2)} to 1, ${colour} on ${ground}: ${html}`] : [];
}

function hexOf(rgb: string): string {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(rgb)?.slice(1);
  if (parts === undefined) throw new Error(`${rgb} is no colour that is opaque`);
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
