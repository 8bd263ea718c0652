/**
 * The frame of every web page of Einblatt: the sheet's, the contents' and the errors'. In: a language, a title, markup
 * for head and body. Out: the document, with one style whose hash the Content-Security-Policy names, so that nothing
 * else on the page can style anything. `#sheet` is where the skip link leads; the body must have it.
 */
import { createHash } from "node:crypto";
import { COLOURS } from "./colours.ts";
import { directionOf } from "./direction.ts";
import { element, escapeHtml, html, type Markup } from "./markup.ts";
import { wordsOf } from "./sheet-context.ts";
import { STYLE } from "./style.ts";

/** `sha256-…` of the one style element, without the quotation marks that the policy puts around it. */
export const STYLE_HASH = hashOf(STYLE);

/** The same of a page's own style; there are two of them, so that each is hashed once. */
export function styleHashOf(page: string): string {
  const style = page.slice(page.indexOf("<style>") + "<style>".length, page.indexOf("</style>"));
  if (style === STYLE) return STYLE_HASH;
  const known = HASHES.get(style) ?? hashOf(style);
  HASHES.set(style, known);
  return known;
}

const HASHES = new Map<string, string>();

function hashOf(style: string): string {
  return `sha256-${createHash("sha256").update(style).digest("base64")}`;
}

/**
 * Stands once before the `main` of a page that belongs to an edition: there the page is told, when it is served, whether
 * it is the newest. Text is escaped, so nothing else can look like it.
 */
export const VERSION_NOTICE_PLACE = html`<!--standing-->\n`;

export interface Shell {
  readonly language: string;
  /** Text, not markup. */
  readonly title: string;
  readonly head: Markup;
  readonly body: Markup;
  /** The one style of the page, where it is not that of all pages. */
  readonly style?: string;
}

export function htmlShell({ language, title, head, body, style = STYLE }: Shell): string {
  const skip = element("a", { class: "skip", href: "#sheet" }, escapeHtml(wordsOf(language).page.skip));
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/favicon.ico" sizes="16x16 32x32 48x48">
<link rel="apple-touch-icon" href="/apple-touch-icon.png">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="${COLOURS.light.paper}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${COLOURS.dark.paper}">
${head}<style>${style}</style>
</head>
<body>
${skip}
${body}</body>
</html>
`;
}
