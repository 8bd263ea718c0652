/**
 * A browser in front of a Worker: every address of ours is answered by it, headers and all, and one other site is made up.
 * In: a browser and a Worker. Out: pages to visit. Nothing reaches the network.
 */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { SITE } from "./edition-facts.ts";
import type { TestWorker } from "./worker.ts";

/** A site of others, which embeds what it likes. */
export const ELSEWHERE = "https://elsewhere.test";

export interface Visit {
  readonly page: Page;
  /** What the browser's console says. */
  readonly complaints: readonly string[];
}

export async function visit(
  browser: Browser,
  worker: TestWorker,
  path: string,
  options: BrowserContextOptions & {
    readonly elsewhere?: string;
    /** What the site of others says besides. */
    readonly policies?: Readonly<Record<string, string>>;
  } = {},
): Promise<Visit> {
  const { elsewhere = "", policies = {}, ...look } = options;
  const context = await browser.newContext(look);
  await context.route("**/*", async (route) => {
    const { origin, pathname, search } = new URL(route.request().url());
    if (origin === ELSEWHERE)
      return await route.fulfill({ headers: { "Content-Type": "text/html", ...policies }, body: elsewhere });
    const { accept = "*/*" } = route.request().headers();
    const answer = await worker.fetch(pathname + search, { headers: { Accept: accept } });
    return await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(path.startsWith("http") ? path : SITE + path);
  return { page, complaints };
}
