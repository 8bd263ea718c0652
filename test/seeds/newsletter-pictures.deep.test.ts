/**
 * What a newsletter looks like with the shipped library, for the documents: two blocks in `docs/`, of a week as it might
 * be. `npm run golden` draws them anew; whoever does looks at them first.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Edition } from "../../src/model/edition.ts";
import type { Library } from "../../src/model/library.ts";
import { newsIn } from "../support/changes.ts";
import { compareLibraries } from "../support/comparison.ts";
import { editionOf } from "../support/edition.ts";
import { ROOT } from "../support/edition-facts.ts";
import type { AboutKit } from "../support/kit.ts";
import { browserFor, closeMailBrowsers, showMail } from "../support/mail.ts";
import { needTool } from "../support/tools.ts";
import { notShipped, SEEDS } from "./seeds.ts";

const skip = notShipped || needTool("chromium");

after(closeMailBrowsers);

/** As a week might be: a statement and a dispute are new. */
function week(): Edition {
  const before: Library = {
    ...SEEDS,
    statements: SEEDS.statements.filter(({ id }) => id !== newsIn(SEEDS).fresh.id),
    disputes: SEEDS.disputes.slice(1),
  };
  return { ...editionOf(SEEDS), changes: compareLibraries("2026-W46", before, SEEDS) };
}

/** What is kept: two blocks, each wide, light and with its picture beside narrow, forced dark and without. */
const KEPT: Readonly<Record<string, Pick<AboutKit, "language" | "topic">>> = {
  topic: { language: "en", topic: { id: SEEDS.disputes[0]?.issue ?? "", kind: "issue" } },
  digest: { language: "de", topic: null },
};

for (const [kind, which] of Object.entries(KEPT)) {
  test(`the picture of a ${kind} is there, and small`, { skip }, async () => {
    const file = join(ROOT, "docs", `newsletter-${kind}.png`);
    if (process.env.UPDATE_GOLDEN === "1") {
      const about = { name: kind, edition: week(), ...which };
      const shots = await Promise.all(
        [["light", 600] as const, ["forced dark", 320] as const].map(async ([mode, width]) => {
          const page = await showMail(about, mode, width, mode === "light", 1);
          return (await page.screenshot({ fullPage: true })).toString("base64");
        }),
      );
      const sheet = await (await browserFor("light")).newPage({ viewport: { width: 720, height: 400 } });
      const [wide, narrow] = shots.map((shot) => `data:image/png;base64,${shot}`);
      const [look, room] = ["display:block;flex:none", "margin:12px;display:flex;gap:12px;align-items:flex-start"];
      const images = `<img src="${wide}" width="450" style="${look}"><img src="${narrow}" width="234" style="${look}">`;
      await sheet.setContent(`<body style="${room};background:#cdc6b8">${images}</body>`);
      const drawn = (await sheet.screenshot({ fullPage: true })).toString("base64");
      writeFileSync(file, Buffer.from(await sheet.evaluate<string>(inFewColours(drawn)), "base64"));
    }
    assert.ok(readFileSync(file).length < 450_000);
  });
}

/** Sixteen shades of each colour are enough for words, and a third of the bytes. */
function inFewColours(png: string): string {
  return `(async () => {
    const bytes = Uint8Array.from(atob("${png}"), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height);
    for (const [i, value] of pixels.data.entries()) pixels.data[i] = Math.round(value / 17) * 17;
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/png").split(",")[1];
  })()`;
}
