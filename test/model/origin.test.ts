/**
 * The address of a site in its forms: the one that programs follow, the one that is printed, and which of them lead
 * readers to their own machine. What may stand in the settings is tried in `parse-settings.test.ts`.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostOf, isLoopback, originOf, shownAddress } from "../../src/model/origin.ts";

test("an origin stays what it is, and so does its host", () => {
  for (const given of [
    "https://BÜCHER.example:443/",
    "http://Example.org:8080",
    "http://[0::1]:8787",
    "http://0x7f.1",
  ]) {
    const origin = originOf(given) ?? "";
    assert.match(origin, /^https?:\/\/[!-~]+[^/]$/, given);
    assert.equal(originOf(origin), origin);
    assert.equal(hostOf(origin), new URL(origin).host);
    assert.equal(origin, origin.toLowerCase());
  }
});

test("who would be sent to their own machine is known, however it is written", () => {
  const table: readonly (readonly [host: string, isTheirs: boolean])[] = [
    ["localhost", true],
    ["LOCALHOST.", true],
    ["briefings.localhost", true],
    ["127.0.0.1", true],
    ["127.1", true],
    ["0x7f000001", true],
    ["127.200.3.4", true],
    ["[::1]", true],
    ["[0:0:0:0:0:0:0:1]", true],
    ["[::ffff:127.0.0.1]", true],
    ["localhost.example.org", false],
    ["mylocalhost", false],
    ["127.0.0.1.example.org", false],
    ["128.0.0.1", false],
    ["[::2]", false],
    ["[2001:db8::1]", false],
    ["xn--localhost-h4a.example", false],
  ];
  for (const [host, isTheirs] of table)
    assert.equal(isLoopback(originOf(`http://${host}:8787`) ?? "http://none.example"), isTheirs, host);
});

test("print shows the letters of a host where we have them and a browser finds the same host, and nothing else", () => {
  const table: readonly (readonly [href: string, shown: string])[] = [
    ["https://example.org/de/kyiv", "example.org/de/kyiv"],
    ["http://localhost:8787", "localhost:8787"],
    ["https://xn--bcher-kva.example:8443/de/?a=xn--bcher-kva", "bücher.example:8443/de/?a=xn--bcher-kva"],
    ["https://xn--b1amarcd.xn--j1amh/uk/", "новини.укр/uk/"],
    ["https://example.org/xn--bcher-kva", "example.org/xn--bcher-kva"],
    // Emoji, Arabic, and a letter that only looks like one of ours.
    ["https://xn--ls8h.example/", "xn--ls8h.example/"],
    ["https://xn--4gbrim.example/", "xn--4gbrim.example/"],
    ["https://xn--80ak6aa92e.example/", "xn--80ak6aa92e.example/"],
    // No word in Unicode is written so.
    ["https://xn--a.example/", "xn--a.example/"],
    ["https://xn--zzzzz--.example/", "xn--zzzzz--.example/"],
    // What older programs kept is shown as they kept it.
    ["https://bücher.example/de/", "bücher.example/de/"],
  ];
  for (const [href, shown] of table) assert.equal(shownAddress(href), shown);
});
