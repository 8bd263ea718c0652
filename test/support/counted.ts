/**
 * What has to be true of downloads that are counted, whoever counts them: the routes in this process with a clock of ours,
 * or workerd with the real one. In: stores, a way to ask, and a way to wait until what was noted is written. Out: assertions.
 */
import assert from "node:assert/strict";
import type { DownloadSum } from "../../src/downloads/download.ts";
import { dumpOf } from "./dump.ts";
import type { TestWorker } from "./worker.ts";

export const READER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
export const ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
export const SCANNER = "Barracuda Sentinel (EE)";
/** A Friday, in the edition's week. */
export const NOON = Date.parse("2026-11-20T12:00:00Z");

export const as = (userAgent: string, more: Record<string, string> = {}): RequestInit => ({
  headers: { "User-Agent": userAgent, ...more },
});

/** `2026-W47 council pdf readers 3`, without the day. */
export async function sumsNow({ LIBRARY }: Pick<TestWorker, "LIBRARY">): Promise<readonly string[]> {
  const { results } = await LIBRARY.prepare(
    "SELECT * FROM downloads ORDER BY edition, topic, ending, caller",
  ).all<DownloadSum>();
  return results.map(({ edition, topic, ending, caller, count }) => [edition, topic, ending, caller, count].join(" "));
}

/** Nothing may have been counted before. `written` waits for a number of downloads in all. */
export async function assertCounted(
  stores: Pick<TestWorker, "LIBRARY">,
  fetch: TestWorker["fetch"],
  written: (total: number) => Promise<void>,
): Promise<void> {
  const mark = "Kennzeichen4711";
  const personal = {
    Cookie: `id=${mark}`,
    Referer: `https://mail.example/${mark}`,
    "CF-Connecting-IP": "203.0.113.47",
    "X-Forwarded-For": "203.0.113.47",
    "Accept-Language": `de;q=1, ${mark}`,
    From: `${mark}@example.org`,
  };
  const get = async (path: string, userAgent = READER, more: Record<string, string> = {}): Promise<Response> => {
    const response = await fetch(
      `${path}${path.includes("?") ? "&" : "?"}mc_eid=${mark}`,
      as(`${userAgent} ${mark}`, { ...personal, ...more }),
    );
    await response.arrayBuffer();
    return response;
  };
  const listBefore = await get("/editions.json");

  const first = await get("/de/council.txt");
  const tag = first.headers.get("ETag") ?? "";
  await get("/2026-W47/de/council.txt");
  await get("/uk/council.txt", ROBOT);
  await get("/en/council.txt", SCANNER);
  await get("/de/council/all.md");
  await get("/de/changes.json");
  await get("/de/council", READER, { Accept: "text/html" });
  for (const range of ["bytes=0-", "bytes=0-99"])
    assert.equal((await get("/de/council.json", READER, { Range: range })).status, 206);

  // None of these is a download.
  for (const range of ["bytes=100-", "bytes=-50", "bytes=10-19"])
    assert.equal((await get("/de/council.json", READER, { Range: range })).status, 206);
  assert.equal((await get("/de/council.json", READER, { Range: "bytes=99999999-" })).status, 416);
  assert.equal((await get("/de/council.txt", READER, { "If-None-Match": tag })).status, 304);
  assert.equal((await fetch("/de/council.txt", { method: "HEAD", ...as(READER) })).status, 200);
  assert.equal((await fetch("/de/council.txt", { method: "POST", ...as(READER) })).status, 405);
  for (const path of ["/council.txt", "/"]) assert.equal((await get(path)).status, 302, path);
  for (const path of ["/de/council/", "/de/COUNCIL.txt."]) assert.equal((await get(path)).status, 301, path);
  for (const path of ["/de/nothing.txt", "/2026-W01/de/council.txt", "/de/council.doc"])
    assert.equal((await get(path)).status, 404, path);
  for (const path of ["/de/", "/de/editions", "/editions.json", "/de/changes?since=2026-W47"]) await get(path);

  const expected = [
    "2026-W47 changes json readers 1",
    "2026-W47 council html readers 1",
    "2026-W47 council json readers 2",
    "2026-W47 council md readers 1",
    "2026-W47 council txt readers 2",
    "2026-W47 council txt robots 1",
    "2026-W47 council txt scanners 1",
  ];
  await written(9);
  assert.deepEqual(await sumsNow(stores), expected);

  await get("/de/council.txt");
  await get("/de/council.txt");
  await written(11);
  assert.deepEqual(
    await sumsNow(stores),
    expected.map((line) => line.replace("txt readers 2", "txt readers 4")),
  );

  const dump = await dumpOf(stores.LIBRARY);
  assert.ok(dump.includes("\ndownloads\n") && dump.includes('"caller":"scanners"'), "the dump has what was counted");
  for (const trace of [mark, "203.0.113", "Firefox", "Googlebot", "Barracuda", "mail.example", "mc_eid"])
    assert.ok(!dump.includes(trace), trace);

  const listAfter = await get("/editions.json");
  assert.equal(listAfter.headers.get("ETag"), listBefore.headers.get("ETag"), "today is not shown");
}
