/**
 * What every answer tells the browser not to do. In: a response. Out: the same with its headers. Nothing here depends on
 * the address; the content type, what a page is for, and the style it was stored with decide what it may load.
 */
import { CARD_FORMAT } from "../../formats/endings.ts";
import { STYLE_HASH } from "../../formats/html/shell.ts";
import { FRAMED, SHARED, sharingOf } from "./sharing.ts";

/**
 * Most pages are just pages. The kit's shows its block in a frame; the block, made for mails, has its styles in its
 * elements; what others embed may be framed by anyone.
 */
export type PageUse = "page" | "kit" | "block" | "embed";

const pagePolicy = (style: string, use: PageUse): string =>
  [
    "default-src 'none'",
    use === "block" ? "style-src-attr 'unsafe-inline'" : `style-src '${style}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    ...(use === "kit" ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${use === "embed" ? "*" : "'self'"}`,
  ].join("; ");
/** Chromium applies a PDF's policy to its own viewer, which `default-src` would break (rust-lang/www.rust-lang.org#942). */
const PDF_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
/**
 * Chromium sets a picture that is opened by itself in the middle of a dark ground, and that style is bound by the
 * policy.
 */
const PICTURE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** `style` is the hash of a page's one style where the page is older than this program. */
function policyFor(type: string, style: string | null = null, use: PageUse = "page"): string {
  if (type.startsWith("text/html")) return pagePolicy(style ?? STYLE_HASH, use);
  if (type === CARD_FORMAT.contentType) return PICTURE_POLICY;
  return type === "application/pdf" ? PDF_POLICY : DATA_POLICY;
}

/** Where the type is still known: an answer without a body, such as a 304, has none of its own. */
export function protect(headers: Headers, type: string, style: string | null = null, use: PageUse = "page"): void {
  headers.set("Content-Security-Policy", policyFor(type, style, use));
  set(headers, use === "embed" ? FRAMED : sharingOf(type));
}

export function secure(response: Response): Response {
  const { headers } = response;
  if (!headers.has("Content-Security-Policy")) protect(headers, headers.get("Content-Type") ?? "");
  if (headers.has("Location")) set(headers, SHARED);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  // Browsers heed this over HTTPS only, so it does no harm on localhost; subdomains are not ours to promise.
  headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

function set(headers: Headers, own: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
}
