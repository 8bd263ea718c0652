/**
 * A real browser for tests of web pages. In: documents by their path. Out: Chromium with an origin that answers those
 * paths and the faces, under the very policy that the product sends. Nothing reaches the network.
 */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { STYLE_HASH } from "../../src/formats/html/shell.ts";
import { WEB_FACES } from "../../src/formats/html/web-faces.ts";

const ORIGIN = "http://einblatt.test";
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; font-src 'self'; img-src 'self' data:`;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
}

export interface OpenPage {
  readonly page: Page;
  /** What the browser's console says, and what the page asks for that it should not. */
  readonly complaints: string[];
  /** Shows another document in the same window. */
  show(html: string): Promise<void>;
}

/** A window that shows one document after the other. */
export async function openPage(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  let shown = html;
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(`a dialog opened: ${dialog.message()}`));
  await page.route("**/*", async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const face = origin === ORIGIN ? WEB_FACES.find(({ path }) => path === pathname) : undefined;
    if (face !== undefined) return route.fulfill({ contentType: "font/woff2", body: Buffer.from(face.bytes) });
    if (pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    if (origin !== ORIGIN || pathname !== "/de/sheet") {
      complaints.push(`the page asked for ${route.request().url()}`);
      return route.abort();
    }
    const headers = { "Content-Security-Policy": POLICY };
    return route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: shown });
  });
  const show = async (next: string): Promise<void> => {
    shown = next;
    await page.goto(`${ORIGIN}/de/sheet`);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
  };
  await show(html);
  return { page, complaints, show };
}
