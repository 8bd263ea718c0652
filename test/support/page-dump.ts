/**
 * A sheet as text that a person can read and `git diff` can show: one line an item, with its place, its type, whose it is
 * and its words. In: a page and the file it is held to. Out: a complaint where the two differ; `npm run golden` writes the
 * file anew. Places are rounded to a tenth of a point, which no eye can tell apart.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Owner, Page, Placed } from "../../src/model/page.ts";
import { boxOf } from "./geometry.ts";

const UPDATE = process.env.UPDATE_GOLDEN === "1";

export function assertDump(page: Page, file: string): void {
  const found = dumpOf(page);
  if (UPDATE) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found);
  }
  assert.equal(
    found,
    readFileSync(file, "utf8"),
    `the sheet looks otherwise than in ${file}; look at it, then run npm run golden`,
  );
}

/** The page as lines: what was given up, then every item with its place, its type, whose it is and its words. */
function dumpOf(page: Page): string {
  const { size, leading, concessions, spare } = page.fit;
  const paths = pathsOf(page.briefing);
  const given = concessions.map(({ reduce, to }) => `${reduce} to ${to}`).join(", ");
  const tally = Object.entries(page.briefing.tally)
    .filter(([, { total }]) => total > 0)
    .map(([kind, { shown, total }]) => `${shown} of ${total} ${kind}`);
  const head = [
    `${page.paper}, body ${size} on ${tenth(leading)}, ${tenth(spare)} pt to spare`,
    `given up: ${given || "nothing"}`,
    `on the sheet: ${tally.join(", ")}`,
    "",
  ];
  return `${[...head, ...page.items.map((item) => lineOf(item, paths))].join("\n")}\n`;
}

function lineOf(item: Placed, paths: ReadonlyMap<Owner, string>): string {
  const owner = item.owner === null ? "decoration" : (paths.get(item.owner) ?? "?");
  if (item.kind === "text") {
    const { x, y, width, face, size, characters } = item;
    const words = characters.join("").replaceAll("\u00ad", "~").replaceAll("\u00a0", "_");
    return `text ${tenth(x)} ${tenth(y)} ${tenth(width)}  ${face} ${tenth(size)}  ${owner}  |${words}|`;
  }
  const { left, top, right, bottom } = boxOf(item);
  const drawn = [
    item.fill === null ? "" : `fill ${item.fill}`,
    item.stroke === null ? "" : `line ${item.stroke.colour}`,
  ];
  return `shape ${tenth(left)} ${tenth(top)} ${tenth(right - left)} ${tenth(bottom - top)}  ${drawn.join(" ").trim()}  ${owner}`;
}

const tenth = (value: number): string => (Math.round(value * 10) / 10 || 0).toFixed(1);

/** Where each part stands in the briefing, such as `positions/2.list/1/body`. */
function pathsOf(briefing: Briefing): ReadonlyMap<Owner, string> {
  const paths = new Map<Owner, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    const part = value as { readonly kind?: string; readonly style?: string };
    if (part.kind !== undefined) paths.set(value as Owner, path);
    for (const key of ["parts", "items", "rows", "cells"] as const) {
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      if (!Array.isArray(inner)) continue;
      inner.forEach((each: typeof part, i) => {
        walk(each, `${path}/${i + 1}.${each.style ?? each.kind}`);
      });
    }
  };
  for (const section of briefing.sections) walk(section, section.kind);
  return paths;
}
