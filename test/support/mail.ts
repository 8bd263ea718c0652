/**
 * A block of the newsletter kit as a program might show it in a mail. In: which block, what the program does about darkness,
 * how wide it is and whether it shows pictures. Out: an open page, in a browser that lives until it is closed with all
 * others.
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { renderCard } from "../../src/render/render-card.ts";
import { cardOf } from "../../src/render/variant.ts";
import { type AboutKit, kitOf } from "./kit.ts";

/** How a program shows a mail, by what it does about darkness. */
export const MODES = {
  light: [],
  "prefers dark": [],
  "forced dark": ["--enable-features=WebContentsForceDark"],
} as const;
export type Mode = keyof typeof MODES;

const browsers = new Map<string, Promise<Browser>>();

export async function closeMailBrowsers(): Promise<void> {
  for (const browser of browsers.values()) await (await browser).close();
}

export async function browserFor(mode: Mode): Promise<Browser> {
  const args = ["--no-sandbox", ...MODES[mode]];
  const key = args.join();
  const known = browsers.get(key) ?? chromium.launch({ executablePath: "/usr/bin/chromium", args });
  browsers.set(key, known);
  return await known;
}

/** A mail with nothing in it but the block, as programs make one: no doctype, no style of their own. */
export async function showMail(
  about: AboutKit,
  mode: Mode,
  width: number,
  pictures: boolean,
  scale = 2,
): Promise<Page> {
  const page = await (await browserFor(mode)).newPage({
    viewport: { width, height: 800 },
    deviceScaleFactor: scale,
    colorScheme: mode === "prefers dark" ? "dark" : "light",
  });
  const picture = pictures ? await cardFor(about) : null;
  await page.route("**/*.png", (route) =>
    picture === null ? route.abort() : route.fulfill({ contentType: "image/png", body: picture }),
  );
  await page.setContent(kitOf(about).blocks.html.content, { waitUntil: "load" });
  return page;
}

/** The card that the press would have drawn. */
async function cardFor({ edition, language, topic }: AboutKit): Promise<Buffer> {
  const { id, kind } = topic ?? { id: "overview", kind: "overview" };
  const { content } = await renderCard(edition, cardOf({ id, kind }, language));
  return Buffer.from(content);
}
