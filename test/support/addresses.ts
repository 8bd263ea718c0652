/**
 * An example, or several, of every route there is, so that tests can go through all of them. In: the app's own list of
 * routes. Out: addresses, each with the route it is of. A route without an example is an error, and so is an example that
 * another route answers: whoever adds a route adds a line here, and all tests of all addresses try it.
 */

import { CITATION_ENDINGS } from "../../src/formats/cite/citation-endings.ts";
import { CARD_FORMAT } from "../../src/formats/endings.ts";
import { FEED_ENDINGS } from "../../src/formats/feed/feed-endings.ts";
import { FORMATS, WORD_FORMATS } from "../../src/formats/formats.ts";
import { WEB_FACES } from "../../src/formats/html/web-faces.ts";
import { routes } from "../../src/http/routes.ts";
import { LETTERS } from "../../src/render/variant.ts";

export interface Place {
  readonly language: string;
  readonly topic: string;
  /** Without a slash at its end. */
  readonly site: string;
  /** An edition that exists. */
  readonly edition: string;
}

export interface Example {
  readonly route: string;
  /** With its query, if it has one. */
  readonly path: string;
}

const sheets = [
  "",
  ...[...Object.keys(FORMATS), CARD_FORMAT.ending, ...Object.keys(CITATION_ENDINGS)].map((ending) => `.${ending}`),
];
const words = ["", ...Object.keys(WORD_FORMATS).map((ending) => `.${ending}`)];
const feeds = ["", ...Object.keys(FEED_ENDINGS).map((ending) => `.${ending}`)];
const letters = ["", ...LETTERS.map((ending) => `.${ending}`)];

/** By the route's pattern without the edition in front, which is put in front of the examples too. */
const EXAMPLES: Readonly<Record<string, (place: Place) => readonly string[]>> = {
  "/health": () => ["/health"],
  "/faces/:file": () => WEB_FACES.slice(0, 1).flatMap(({ path, formerPaths }) => [path, ...formerPaths.slice(0, 1)]),
  "/favicon.ico": () => ["/favicon.ico"],
  "/apple-touch-icon.png": () => ["/apple-touch-icon.png"],
  "/robots.txt": () => ["/robots.txt"],
  "/sitemap.xml": () => ["/sitemap.xml"],
  "/:list{sitemap-[0-9]+\\.xml}": () => ["/sitemap-1.xml"],
  "/llms.txt": () => ["/llms.txt"],
  "/oembed": ({ site, language, topic, edition }) =>
    ["json", "xml"].flatMap((format) =>
      [`${site}/${language}/${topic}`, `${site}/${edition}/${language}/${topic}.pdf`].map(
        (url) => `/oembed?${new URLSearchParams({ url, format })}`,
      ),
    ),
  "/:page{feed(\\.[a-z0-9]+)?}": () => feeds.map((ending) => `/feed${ending}`),
  "/:language/:page{feed(\\.[a-z0-9]+)?}": ({ language }) => feeds.map((ending) => `/${language}/feed${ending}`),
  "/:language/:topic/:page{feed(\\.[a-z0-9]+)?}": ({ language, topic }) =>
    feeds.map((ending) => `/${language}/${topic}/feed${ending}`),
  "/:page{newsletter(\\.[a-z0-9]+)?}": () => letters.map((ending) => `/newsletter${ending}`),
  "/:language/:page{newsletter(\\.[a-z0-9]+)?}": ({ language }) =>
    letters.map((ending) => `/${language}/newsletter${ending}`),
  "/:language/:topic/:page{newsletter(\\.[a-z0-9]+)?}": ({ language, topic }) =>
    letters.map((ending) => `/${language}/${topic}/newsletter${ending}`),
  "/:language/:topic/card": ({ language, topic }) => [`/${language}/${topic}/card`],
  "/editions": () => ["/editions"],
  "/editions.json": () => ["/editions.json"],
  "/:language/editions": ({ language }) => [`/${language}/editions`],
  "": () => [""],
  "/": () => ["/"],
  "/:page{changes(\\.[a-z0-9]+)?}": () => words.map((ending) => `/changes${ending}`),
  "/:page": ({ language, topic }) => [`/${language}`, ...sheets.map((ending) => `/${topic}${ending}`)],
  "/:language/": ({ language }) => [`/${language}/`],
  "/:language/:page{changes(\\.[a-z0-9]+)?}": ({ language, edition }) =>
    words.flatMap((ending) => ["", `?since=${edition}`].map((query) => `/${language}/changes${ending}${query}`)),
  "/:language/:page": ({ language, topic }) => [
    ...sheets.map((ending) => `/${language}/${topic}${ending}`),
    `/${language}/${topic}.pdf?paper=letter&dl=1`,
  ],
  "/:language/:topic/:page{all(\\.[a-z0-9]+)?}": ({ language, topic }) =>
    words.map((ending) => `/${language}/${topic}/all${ending}`),
};

const EDITION_IN_FRONT = /^\/:edition\{.*?\)\?\}/;

/** Every route's examples, those with an edition in front too. */
export function examplesOf(place: Place): readonly Example[] {
  const app = routes({ name: "test", version: "0.0.0" }, Date.now, async () => {});
  const table = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  const names = new Set(table);
  const examples = [...names].flatMap((route) => {
    const pinned = EDITION_IN_FRONT.exec(route)?.[0] ?? "";
    const pattern = route.slice(pinned.length);
    const paths = EXAMPLES[pattern];
    if (paths === undefined) throw new Error(`${route} has no example in test/support/addresses.ts`);
    return paths(place).map((path) => ({ route, path: (pinned === "" ? "" : `/${place.edition}`) + path }));
  });
  for (const { route, path } of examples) {
    const [handlers] = app.router.match("GET", path.split("?")[0] ?? "");
    const answering = handlers.map(([[, { path: of }]]) => of).find((of) => names.has(of));
    if (answering !== route) throw new Error(`${path} is meant for ${route} and answered by ${answering}`);
  }
  return examples;
}
