/**
 * Where a site is: scheme, host and port, in the one form in which two of them can be compared and every program can
 * follow them. In: what somebody wrote, or an address of ours. Out: that form, in lower case and ASCII, or null where there
 * is none; and an address as people read it, with the letters of its language.
 */
import { domainToASCII, domainToUnicode } from "node:url";
import { inRepertoire } from "./repertoire.ts";

/** An origin and nothing else, slashes at its end apart: every address of ours begins at its root. */
const ORIGIN = /^https?:\/\/[^\s/?#@\\]+\/*$/i;
/** What the rules for URLs let pass in a host, and no name in the world has, such as commas, is refused. */
const NAME = /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+$/;
const IPV6 = /^\[[0-9a-f:]+\]$/;
/** `[::ffff:7f00:1]` is 127.0.0.1 written as IPv6. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/;

/** Without a slash at its end, as `urlOf` wants it; a port that goes without saying is left out. */
export function originOf(text: string): string | null {
  const url = ORIGIN.test(text) ? URL.parse(text) : null;
  if (url === null) return null;
  // With the dot that ends every full name it is the same host.
  const name = url.hostname.replace(/\.$/, "");
  if (!NAME.test(name) && !IPV6.test(name)) return null;
  return `${url.protocol}//${name}${url.port === "" ? "" : `:${url.port}`}`;
}

/** Host and port of an origin, or of a host that stands without a scheme. */
export function hostOf(text: string): string | null {
  const origin = originOf(text) ?? originOf(`https://${text}`);
  return origin === null ? null : new URL(origin).host;
}

/** Whether an origin leads whoever follows it to their own machine. */
export function isLoopback(origin: string): boolean {
  return LOOPBACK.test(new URL(origin).hostname);
}

/**
 * An address for print: its scheme goes without saying, and its host is in Unicode where our faces have the letters and a
 * browser makes the same host of them. Nothing but the eye may follow this form.
 */
export function shownAddress(href: string): string {
  const bare = href.replace(/^https?:\/\//i, "");
  const host = /^[^/?#:]*/.exec(bare)?.[0] ?? "";
  if (!host.includes("xn--")) return bare;
  const shown = domainToUnicode(host);
  const isReadable =
    domainToASCII(shown) === host && [...shown].every((sign) => inRepertoire(sign.codePointAt(0) ?? 0));
  return isReadable ? shown + bare.slice(host.length) : bare;
}
