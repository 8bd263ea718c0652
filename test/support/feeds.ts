/**
 * Feeds as their readers take them apart, and what the validators of the three formats ask of them. In: a feed's text.
 * Out: its fields, alike whatever the format, or every rule that it breaks. No code is shared with what writes feeds.
 */
import { once } from "node:events";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import FeedParser from "feedparser";

export interface ReadItem {
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly html: string | null;
  readonly published: string | null;
  readonly updated: string | null;
}

export interface ReadFeed {
  readonly language: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly self: string | null;
  readonly home: string | null;
  readonly authors: readonly string[];
  readonly items: readonly ReadItem[];
}

interface JsonFeed {
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly feed_url: string;
  readonly home_page_url: string;
  readonly authors: readonly { readonly name: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_html: string;
    readonly date_published: string;
    readonly date_modified: string;
  }[];
}

export async function readFeed(text: string, ending: string): Promise<ReadFeed> {
  if (ending === "json") {
    const feed = JSON.parse(text) as JsonFeed;
    return {
      language: feed.language,
      title: feed.title,
      description: feed.description,
      self: feed.feed_url,
      home: feed.home_page_url,
      authors: feed.authors.map(({ name }) => name),
      items: feed.items.map((item) => ({
        id: item.id,
        url: item.url,
        title: item.title,
        html: item.content_html,
        published: item.date_published,
        updated: item.date_modified,
      })),
    };
  }
  const parser = new FeedParser({ addmeta: false });
  const items: FeedParser.Item[] = [];
  parser.on("readable", () => {
    for (let item = parser.read(); item !== null; item = parser.read()) items.push(item);
  });
  parser.end(text);
  await once(parser, "end");
  const { meta } = parser;
  return {
    language: meta.language,
    title: textOf(meta, "title"),
    description: textOf(meta, "subtitle") ?? textOf(meta, "description"),
    self: meta.xmlurl,
    home: meta.link,
    authors: [...new Set([meta, ...items].flatMap(({ author }) => author ?? []))],
    items: items.map((item) => ({
      id: item.guid,
      url: item.link,
      title: textOf(item, "title"),
      html: item.description,
      published: item.pubdate?.toISOString() ?? null,
      updated: item.date?.toISOString() ?? null,
    })),
  };
}

/** As it stands in the document; what the parser makes of a title has no tags any more, as readers show it. */
function textOf(owner: object, name: string): string | null {
  const elements = owner as Readonly<Record<string, { readonly "#"?: string } | undefined>>;
  return (elements[`atom:${name}`] ?? elements[`rss:${name}`])?.["#"] ?? null;
}

/** Every rule of the format's validator that a machine can check and the feed breaks. */
export async function faultsOf(text: string, ending: string): Promise<readonly string[]> {
  const { items, self, home, title, language } = await readFeed(text, ending);
  const absolute = (url: string | null): boolean => url !== null && /^https?:\/\//.test(url) && URL.canParse(url);
  const ids = items.map(({ id }) => id);
  return [
    ...(title === null || title === "" ? ["the feed has no title"] : []),
    ...(language === null || !/^[a-z]{2,3}$/.test(language) ? [`language ${language}`] : []),
    ...[self, home].flatMap((url) => (absolute(url) ? [] : [`${url} is not absolute`])),
    ...(new Set(ids).size === ids.length ? [] : [`identifiers are not unique: ${ids.join(" ")}`]),
    ...items.flatMap((item) => [
      ...(absolute(item.id) && absolute(item.url) ? [] : [`${item.id} ${item.url}: not absolute`]),
      ...(item.title === null || item.title.trim() === "" ? [`${item.id} has no title`] : []),
      ...(item.html === null || item.html.trim() === "" ? [`${item.id} has no text`] : []),
      ...(item.published !== null && Number(item.published.slice(0, 4)) > 2000 ? [] : [`${item.id} has no date`]),
      ...markupFaults(item.html ?? "").map((fault) => `${item.id}: ${fault}`),
    ]),
    ...(ending === "json" ? jsonFaults(text) : xmlFaults(text, ending)),
  ];
}

/** What feed readers strip or refuse, and links that lead nowhere once the text stands elsewhere. */
function markupFaults(html: string): readonly string[] {
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)((?:\s[^>]*)?)>/gi)];
  return [
    ...tags.flatMap(([, name = ""]) => (/^(div|p|h[2-6]|ul|ol|li|b|br|a|span)$/.test(name) ? [] : [`element ${name}`])),
    ...tags.flatMap(([, , attributes = ""]) =>
      [...attributes.matchAll(/\s([\w-]+)=/g)].flatMap(([, name = ""]) =>
        /^(href|lang|dir)$/.test(name) ? [] : [`attribute ${name}`],
      ),
    ),
    ...[...html.matchAll(/href="([^"]*)"/g)].flatMap(([, href = ""]) =>
      /^https?:\/\//.test(href) ? [] : [`link to ${href}`],
    ),
  ];
}

function jsonFaults(text: string): readonly string[] {
  const { version, items } = JSON.parse(text) as JsonFeed;
  const dates = items.flatMap((item) => [item.date_published, item.date_modified]);
  return [
    ...(version === "https://jsonfeed.org/version/1.1" ? [] : [`version ${version}`]),
    ...dates.filter((date) => !RFC_3339.test(date)),
  ];
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** The children that RFC 4287 and RSS 2.0 require, how often each may be there, and the form of dates. */
function xmlFaults(text: string, ending: string): readonly string[] {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return [JSON.stringify(valid)];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be in a document of XML 1.0 (2.2).
  const foreign = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.exec(text);
  const root = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "entry" || name === "item" }).parse(
    text,
  );
  const atom = ending === "atom";
  const feed = atom ? root.feed : root.rss?.channel;
  const one = (element: Record<string, unknown>, names: readonly string[], where: string): readonly string[] =>
    names.flatMap((name) => {
      const found = element?.[name];
      return found === undefined || Array.isArray(found) ? [`${where} has not one ${name}`] : [];
    });
  const children = (atom ? feed?.entry : feed?.item) ?? [];
  const dates: readonly string[] = atom
    ? [feed.updated, ...children.flatMap((entry: Record<string, string>) => [entry.updated, entry.published])]
    : [feed.lastBuildDate, ...children.map((item: Record<string, string>) => item.pubDate)];
  return [
    ...(foreign === null ? [] : [`U+${foreign[0].charCodeAt(0).toString(16)} at ${foreign.index}`]),
    ...(atom
      ? one(feed, ["id", "title", "updated", "author", "rights", "subtitle"], "feed")
      : one(feed, ["title", "link", "description", "language", "atom:link", "lastBuildDate"], "channel")),
    ...children.flatMap((child: Record<string, unknown>) =>
      atom
        ? one(child, ["id", "title", "updated", "published", "content", "link"], "entry")
        : one(child, ["title", "link", "description", "guid", "pubDate", "dc:creator"], "item"),
    ),
    ...dates.filter((date) => !(atom ? RFC_3339 : RFC_822).test(date)).map((date) => `date ${date}`),
  ];
}
