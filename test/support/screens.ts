/**
 * What is asked of every web page that a browser shows, for the fast tests, which show two, and the deep ones, which show
 * one of every make. In: an open page and what it should be. Out: assertions, and how high and how many its prints are.
 */
import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { axeComplaints } from "./axe.ts";

export interface Screen {
  readonly colorScheme: "light" | "dark";
  readonly width: number;
}

export const PHONE: Screen = { colorScheme: "light", width: 320 };
export const DESK: Screen = { colorScheme: "dark", width: 1280 };

/** The face is loaded, the title is there, and nobody has to scroll sideways. */
export async function assertShown(page: Page, title: string, widths: readonly number[]): Promise<void> {
  const seen = await page.evaluate<{ face: boolean; title: string }>(`({
    face: document.fonts.check('16px "Einblatt Text"') && getComputedStyle(document.body).fontFamily.includes("Einblatt Text"),
    title: document.querySelector("h1").textContent,
  })`);
  assert.deepEqual(seen, { face: true, title });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    assert.ok(wide <= width, `${title} is ${wide} wide at ${width}`);
  }
}

/** The links around a sheet can be hit with a thumb, and the first of them leads past them. */
export async function assertReached(page: Page): Promise<void> {
  const small = await page.evaluate<number>(`[...document.querySelectorAll("nav a")].filter((a) => {
    const { width, height } = a.getBoundingClientRect();
    return width < 24 || height < 24;
  }).length`);
  assert.equal(small, 0);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate("document.activeElement.id"), "sheet", "the skip link leads to the sheet");
}

/** What axe finds on a page that is open, on some screens. */
export async function axeOn(page: Page, screens: readonly Screen[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const { colorScheme, width } of screens) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeComplaints(page)).map((complaint) => `${colorScheme} at ${width}: ${complaint}`));
  }
  return found;
}

/** What a sheet of paper leaves between the margins of the print style, in CSS pixels. */
const PRINTABLE = {
  A4: { width: 718, height: 1058 },
  Letter: { width: 740, height: 991 },
} as const;

/** The papers of which a page that is shown as in print needs more than one sheet, each with the height it needs. */
export async function papersOver(page: Page): Promise<readonly string[]> {
  const over: string[] = [];
  for (const [format, room] of Object.entries(PRINTABLE)) {
    await page.setViewportSize(room);
    const height = await page.evaluate<number>("document.querySelector('main').getBoundingClientRect().height");
    if (height >= room.height) over.push(`${height} high on ${format}`);
  }
  return over;
}

export async function pagesPrinted(page: Page, format: string): Promise<number> {
  const pdf = (await page.pdf({ format })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
