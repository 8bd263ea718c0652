/**
 * Every address of Einblatt on one screen. In: the running program, a clock and a way to let time pass.
 * Out: the Hono app. A handler returns a file or throws; what is thrown becomes an answer here and nowhere else.
 */
import { type Context, Hono } from "hono";
import { tallyOf } from "../downloads/tally.ts";
import { Lost } from "../model/problem.ts";
import type { Program } from "../model/program.ts";
import { parseSettings } from "../model/settings.ts";
import { catalogueOf } from "../store/catalogue.ts";
import { isFromDatabase } from "../store/database-error.ts";
import { noteLost } from "../store/lost-objects.ts";
import { timedCacheOf } from "../store/timed-cache.ts";
import { onceFor } from "./answer/once-for.ts";
import { preflight } from "./answer/preflight.ts";
import { Refusal } from "./answer/refusal.ts";
import { secure } from "./answer/security-headers.ts";
import { writeRefusal } from "./answer/write-refusal.ts";
import { mended } from "./elsewhere/mended.ts";
import { withNearest } from "./elsewhere/nearest-topics.ts";
import { renamed } from "./elsewhere/renamed.ts";
import { health } from "./serve/health.ts";
import { archiveData, archivePage, toArchive } from "./serve/serve-archive.ts";
import { changes, changesToReader } from "./serve/serve-changes.ts";
import { contents, everything, sheet, toReader } from "./serve/serve-edition.ts";
import { face } from "./serve/serve-face.ts";
import { feed, feedToReader } from "./serve/serve-feed.ts";
import { llms, robots, sitemap, sitemapPart } from "./serve/serve-for-robots.ts";
import { icon } from "./serve/serve-icon.ts";
import { embedded, kit, kitToReader, topicKit } from "./serve/serve-kit.ts";
import { oembed } from "./serve/serve-oembed.ts";
import type { Site } from "./site.ts";

export function routes(
  program: Program,
  now: () => number,
  pause: (milliseconds: number) => Promise<void>,
): Hono<Site> {
  const app = new Hono<Site>();
  const cache = timedCacheOf(now);
  const tally = tallyOf(now, pause);

  app.use(async (c, next) => {
    // The platform hands the same bindings to every request of an isolate.
    const { settings, problems } = onceFor(c.env, "settings", () => parseSettings(c.env));
    c.set("program", program);
    c.set("settings", settings);
    c.set("problems", problems);
    c.set("now", now);
    c.set("tally", tally);
    c.set("cache", cache);
    c.set("catalogue", catalogueOf(c.env.LIBRARY, c.env.SHEETS, cache, settings.indexSeconds));
    if (c.req.method === "OPTIONS") return await preflight(app, c);
    if (c.req.method !== "GET" && c.req.method !== "HEAD") throw new Refusal("method", { given: c.req.method });
    return await next();
  });

  app.get("/health", health);
  app.get("/faces/:file", face);
  app.get("/favicon.ico", icon);
  app.get("/apple-touch-icon.png", icon);
  app.get("/robots.txt", robots);
  app.get("/sitemap.xml", sitemap);
  app.get("/:list{sitemap-[0-9]+\\.xml}", sitemapPart);
  app.get("/llms.txt", llms);
  app.get("/oembed", oembed);
  app.get("/editions", toArchive);
  app.get("/editions.json", archiveData);
  app.get("/:language/editions", archivePage);
  app.get("/:page{feed(\\.[a-z0-9]+)?}", feedToReader);
  app.get("/:language/:page{feed(\\.[a-z0-9]+)?}", feed);
  app.get("/:language/:topic/:page{feed(\\.[a-z0-9]+)?}", feed);
  // An edition's name in front pins it; without one the newest is meant.
  for (const edition of ["/:edition{[0-9]{4}-W[0-9]{2}(\\.[0-9]+)?}", ""]) {
    if (edition !== "") app.get(edition, toReader);
    app.get(`${edition}/`, toReader);
    app.get(`${edition}/:page{changes(\\.[a-z0-9]+)?}`, changesToReader);
    app.get(`${edition}/:page{newsletter(\\.[a-z0-9]+)?}`, kitToReader);
    app.get(`${edition}/:page`, toReader);
    app.get(`${edition}/:language/`, contents);
    app.get(`${edition}/:language/:page{changes(\\.[a-z0-9]+)?}`, changes);
    app.get(`${edition}/:language/:page{newsletter(\\.[a-z0-9]+)?}`, kit);
    app.get(`${edition}/:language/:page`, sheet);
    app.get(`${edition}/:language/:topic/:page{all(\\.[a-z0-9]+)?}`, everything);
    app.get(`${edition}/:language/:topic/:page{newsletter(\\.[a-z0-9]+)?}`, topicKit);
    app.get(`${edition}/:language/:topic/card`, embedded);
  }

  app.notFound((c) => refuse(app, c, new Refusal("address")));
  app.onError((error, c) => refuse(app, c, error instanceof Refusal ? error : refusalFor(error, c)));
  return app;
}

/** For a wrong address, for a wrong value, and as oEmbed wants it. */
const BENT: readonly number[] = [400, 404, 501];

/**
 * Where nothing is, a link may have been bent on its way, or a topic may have had that name; then the reader is sent on, or
 * told what is nearest.
 */
async function refuse(app: Hono<Site>, c: Context<Site>, refusal: Refusal): Promise<Response> {
  // A store that fails here must not hide why the request was refused.
  const elsewhere = BENT.includes(refusal.status) ? await sentOn(app, c, refusal).catch(() => null) : null;
  return secure(elsewhere ?? writeRefusal(await withNearest(refusal, c).catch(() => refusal), c.req.raw));
}

async function sentOn(app: Hono<Site>, c: Context<Site>, refusal: Refusal): Promise<Response | null> {
  return (await mended(app, c, refusal)) ?? (await renamed(refusal, c));
}

/** What went wrong goes to the log under a number; the reader gets the number, or is told what is missing. */
function refusalFor(error: Error, c: Context<Site>): Refusal {
  const { name, message, stack } = error;
  const { method, url } = c.req.raw;
  const id = crypto.randomUUID();
  console.error(JSON.stringify({ fault: id, method, url, name, message, stack, version: c.var.program.version }));
  if (error instanceof Lost) {
    c.executionCtx.waitUntil(noteLost(c.env.LIBRARY, [error], new Date(c.var.now()).toISOString()).catch(() => {}));
    return new Refusal("lost");
  }
  return isFromDatabase(error) ? new Refusal("unready") : new Refusal("fault", { id });
}
