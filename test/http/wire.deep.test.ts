/**
 * Manners on the wire, each at an example of every route and format there is, and of what is refused. In: the pressed
 * edition. The same at fewer addresses is in `wire.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { SITE } from "../support/edition-facts.ts";
import {
  asking,
  holdMended,
  holdNoise,
  holdPreflight,
  holdSharing,
  holdVary,
  noisy,
  REFUSED,
  TAILS,
} from "../support/manners.ts";
import { stateIn } from "../support/stored.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const PLACE = { site: SITE, language: "en", topic: "closing", edition: "2026-W47" };
const EXAMPLES = examplesOf(PLACE).map(({ path }) => path);

let worker: TestWorker;
const ask = asking(() => worker);
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

test("campaign parameters change no answer, and no redirect loses them", async () => {
  await atOnce(EXAMPLES, async (path) => await holdNoise(ask, path));
});

test("asking for anything, and for its head, changes nothing", async () => {
  const before = await stateIn(worker, "en/closing");
  await atOnce([...EXAMPLES, ...REFUSED], async (path) => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) await ask(noisy(path), {}, method);
  });
  assert.deepEqual(await stateIn(worker, "en/closing"), before);
});

test("a shared cache mixes no two answers, and Vary names nothing that makes no difference", async () => {
  for (const path of [...EXAMPLES, ...REFUSED, "/en/closing.", "/closing.pdf)", "/EN/Closing"])
    await holdVary(ask, path);
});

test("scripts of other sites may read data, whole, in part, unchanged or refused, and nothing else", async () => {
  await atOnce([...EXAMPLES, ...REFUSED], async (path) => await holdSharing(ask, path));
});

test("a browser that asks first is told what it may do, for data alone", async () => {
  await atOnce(EXAMPLES, async (path) => await holdPreflight(ask, path));
});

test("a link that a mail program broke leads to the page it means, its query kept", async () => {
  await atOnce(
    ["/en/closing", "/en/closing.pdf", "/2026-W47/uk/housing/all", "/de/", "/editions.json"],
    async (path) => {
      await holdMended(ask, path, [...TAILS.map((tail) => path + tail), path.toUpperCase(), path.replace("/", "/%20")]);
    },
  );
});
