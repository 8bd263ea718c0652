/**
 * Who asked, by the name that a client gives itself, and how downloads are gathered until they are written. In this process,
 * with a clock and a pause that the test holds.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { callerOf } from "../../src/downloads/caller-of.ts";
import type { DownloadSum } from "../../src/downloads/download.ts";
import { GATHERING, tallyOf } from "../../src/downloads/tally.ts";
import { NOON, READER, ROBOT, SCANNER } from "../support/counted.ts";

test("readers, robots and scanners by the name they give", () => {
  const names: Readonly<Record<string, readonly (string | undefined)[]>> = {
    readers: [
      READER,
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    ],
    robots: [
      ROBOT,
      undefined,
      "",
      " ",
      "curl/8.14.1",
      "python-requests/2.32.3",
      "facebookexternalhit/1.1",
      "WhatsApp/2.23.20.0",
      "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
      "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
    ],
    scanners: [SCANNER, "Mozilla/5.0 (compatible; Mimecast)", "Proofpoint/1.0 bot", "Microsoft SafeLinks"],
  };
  for (const [caller, of] of Object.entries(names))
    for (const name of of) assert.equal(callerOf(name), caller, String(name));
});

test("a name of any length and of any letters is one of the three", () => {
  for (const name of [
    "a".repeat(100_000),
    "bot ".repeat(30_000),
    "\u0000(((((".repeat(9_000),
    "Mozilla/".repeat(20_000),
  ])
    assert.ok(["readers", "robots"].includes(callerOf(name)));
});

test("many at once are written at once; a writing that was stopped is made up for by the next", async () => {
  let now = NOON;
  const written: (readonly DownloadSum[])[] = [];
  const waiting: Promise<void>[] = [];
  const outlet = {
    write: async (sums: readonly DownloadSum[]) => void written.push(sums),
    waitUntil: (work: Promise<void>) => void waiting.push(work),
  };
  // No pause ever ends here, as in an isolate that is stopped in the middle of each.
  const tally = tallyOf(
    () => now,
    () => new Promise(() => {}),
  );
  const note = (topic: string) => tally.note({ edition: "2026-W47", topic, ending: "pdf" }, READER, outlet);
  for (let i = 0; i < 249; i++) note("council");
  assert.equal(waiting.length, 1, "one waits for all");
  note("company");
  await waiting[1];
  assert.deepEqual(
    written[0]?.map(({ topic, count }) => [topic, count]),
    [
      ["council", 249],
      ["company", 1],
    ],
  );
  note("council");
  note("council");
  assert.equal(waiting.length, 2, "the first still waits");
  now += GATHERING;
  note("council");
  assert.equal(waiting.length, 3, "another waits where the first is gone");
});
