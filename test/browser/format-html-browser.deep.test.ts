/** What only a browser can say of a web page: it is sound, accessible, fits a phone, and prints on one sheet. */
import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Browser } from "playwright-core";
import { composeAll } from "../../src/compose/compose-all.ts";
import { writeHtml } from "../../src/formats/html/write-html.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import { openBrowser, openPage } from "../support/browser.ts";
import { contrast } from "../support/contrast.ts";
import { editionOf } from "../support/edition.ts";
import { everyPart } from "../support/every-part.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { assertReached, pagesPrinted, papersOver } from "../support/screens.ts";
import { nameOf, pageOf, sheetNamed, sheetsOf } from "../support/sheets.ts";
import { needTool } from "../support/tools.ts";
import { asServed } from "../support/version-notice.ts";

const skip = needTool("chromium");
let launched: Promise<Browser> | undefined;
const browser = (): Promise<Browser> => {
  launched ??= openBrowser();
  return launched;
};
after(async () => (await launched)?.close());

const edition = editionOf(HARBOUR);
const sheet = (name: string): Briefing => pageOf(edition, sheetNamed(HARBOUR, name)).briefing;
const overview = { id: "overview", kind: "overview" } as const;
/** One page of every make: all parts, side by side, by issue, the matrix, and everything there is. */
const PAGES: Readonly<Record<string, () => Briefing>> = {
  "every part": () => everyPart,
  "closing/positions/de": () => sheet("closing/positions/de/a4"),
  "council/actor/uk": () => sheet("council/actor/uk/a4"),
  "overview/overview/en": () => sheet("overview/overview/en/a4"),
  "overview/all/de": () => composeAll(edition, overview, "de"),
};

for (const [name, briefing] of Object.entries(PAGES)) {
  test(`${name}: nothing is refused, the faces load, a phone need not scroll sideways`, { skip }, async () => {
    for (const width of [320, 360, 700, 1280]) {
      const view = { viewport: { width, height: 800 } };
      const html = asServed(writeHtml(briefing()), briefing().language);
      const { page, complaints } = await openPage(await browser(), html, view);
      assert.deepEqual(complaints, []);
      const seen = await page.evaluate<{ wide: number; face: boolean; title: string }>(`({
        wide: document.documentElement.scrollWidth,
        face: document.fonts.check('16px "Einblatt Text"') && getComputedStyle(document.body).fontFamily.includes("Einblatt Text"),
        title: document.querySelector("h1").textContent,
      })`);
      assert.ok(seen.wide <= width, `${name} is ${seen.wide} wide at ${width}`);
      assert.ok(seen.face);
      assert.equal(seen.title, briefing().title);
      await page.close();
    }
  });
}

test("the markup is sound: a browser reads back what was written", { skip }, async () => {
  const { page } = await openPage(await browser(), writeHtml(everyPart));
  const seen = await page.evaluate<{ nested: boolean; cells: number; stray: number }>(`({
    nested: document.querySelectorAll("main > article > header, main > article > section, main > article > footer").length === ${everyPart.sections.length},
    cells: document.querySelectorAll("th[scope], td").length,
    stray: document.querySelectorAll("p p, a a, script:not(head > [type='application/ld+json']), b > p").length,
  })`);
  assert.deepEqual(seen, { nested: true, cells: 9, stray: 0 });
  await page.close();
});

test("links around the sheet can be hit with a thumb, and the skip link leads to the sheet", { skip }, async () => {
  const { page } = await openPage(await browser(), writeHtml(everyPart), { viewport: { width: 320, height: 800 } });
  await assertReached(page);
  await page.close();
});

const printed = sheetsOf(HARBOUR);

test(`${printed.length} sheets fill no more than one page of A4 and of Letter`, {
  skip,
  timeout: 600_000,
}, async () => {
  const { page, show } = await openPage(await browser(), writeHtml(everyPart));
  await page.emulateMedia({ media: "print" });
  for (const each of [null, ...printed]) {
    const { briefing } = each === null ? { briefing: everyPart } : pageOf(edition, each);
    await show(writeHtml(briefing));
    assert.deepEqual(await papersOver(page), [], each === null ? "every part" : nameOf(each));
  }
  await page.close();
});

for (const [name, briefing] of Object.entries(PAGES)) {
  const one = !name.includes("/all/");
  test(`${name}: prints on ${one ? "one page" : "as many pages as it needs"}, from a dark screen too`, {
    skip,
  }, async () => {
    const { page } = await openPage(await browser(), asServed(writeHtml(briefing()), briefing().language));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const format of ["A4", "Letter"]) {
        const pages = await pagesPrinted(page, format);
        assert.ok(one ? pages === 1 : pages > 1, `${pages} on ${format}, ${colorScheme}`);
      }
    }
    await page.close();
  });
}

test("print is black on white, whatever the screen, and its other colours stand out", { skip }, async () => {
  const { page } = await openPage(await browser(), writeHtml(everyPart));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ media: "print", colorScheme });
    const { shown, ink, quiet, accent, paper, tint } = await page.evaluate<Record<string, string>>(`(() => {
      const [body, root] = [getComputedStyle(document.body), getComputedStyle(document.documentElement)];
      const names = ["ink", "quiet", "accent", "paper", "tint"];
      const full = (colour) => colour.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
      return { shown: body.color + " on " + body.backgroundColor,
        ...Object.fromEntries(names.map((name) => [name, full(root.getPropertyValue("--" + name).trim())])) };
    })()`);
    assert.equal(shown, "rgb(0, 0, 0) on rgb(255, 255, 255)", colorScheme);
    for (const words of [ink, quiet, accent]) {
      for (const ground of [paper, tint])
        assert.ok(contrast(words ?? "", ground ?? "") >= 4.5, `${words} on ${ground}`);
    }
  }
  await page.close();
});
