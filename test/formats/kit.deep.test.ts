/** Newsletter kits of many random libraries, and of texts at their cap: mails can carry them, and nothing is left out unsaid. */
import { test } from "node:test";
import { assertRandomKits } from "../support/random-kits.ts";

test("random libraries, and every text at its cap: always under the limit, and nothing left out unsaid", async () => {
  await assertRandomKits(200);
});
