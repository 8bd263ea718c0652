/**
 * What every answer tells the browser not to do. In: a response. Out: the same with its headers. Nothing here depends on
 * the address; only the content type decides what a page may load.
 */
import { STYLE_HASH } from "../formats/html/shell.ts";

const PAGE_POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");
/** Chromium applies a PDF's policy to its own viewer, which `default-src` would break (rust-lang/www.rust-lang.org#942). */
const PDF_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export function secure(response: Response): Response {
  const { headers } = response;
  const type = headers.get("Content-Type") ?? "";
  const policy = type.startsWith("text/html") ? PAGE_POLICY : type === "application/pdf" ? PDF_POLICY : DATA_POLICY;
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  // Browsers heed this over HTTPS only, so it does no harm on localhost; subdomains are not ours to promise.
  headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}
