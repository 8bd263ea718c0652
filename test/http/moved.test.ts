/**
 * A site that has moved, or whose address is written otherwise than before: what readers and programs find at the new
 * address of editions that were issued at the old one, and when that is a reason for a new edition.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENDINGS } from "../../src/formats/endings.ts";
import { routes } from "../../src/http/routes.ts";
import type { Site } from "../../src/http/site.ts";
import { oembedUrlOf } from "../../src/model/address.ts";
import type { SettingVars } from "../../src/model/settings.ts";
import { prepareIssue } from "../../src/press/prepare.ts";
import { SITE } from "../support/edition-facts.ts";
import { contextOf, SECOND } from "../support/press.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const NEW = "https://new.example";
const OLD_HOST = new URL(SITE).host;

let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

/** The stores of an edition that was issued at `SITE`, served with other settings. */
function served(settings: SettingVars): (path: string) => Promise<Response> {
  const app = routes({ name: "test", version: "0.0.0" }, Date.now, async () => {});
  const { LIBRARY, SHEETS } = worker;
  const env = { LIBRARY, SHEETS, PUBLIC_URL: NEW, ...settings } as unknown as Site["Bindings"];
  return async (path) => await app.fetch(new Request(`${NEW}${path}`), env);
}

test("whatever file of an old edition is asked for, its links name the present address alone", async () => {
  const fetch = served({});
  for (const prefix of ["", "/2026-W47"])
    for (const page of ["council", "council/all", "council/newsletter", "council/card", ""]) {
      const endings = page === "council" ? ["", ...Object.keys(ENDINGS).map((ending) => `.${ending}`)] : [""];
      for (const ending of endings) {
        const path = `${prefix}/en/${page}${ending}`;
        const answer = await fetch(path);
        assert.equal(answer.status, 200, path);
        const told = `${answer.headers.get("Link")} ${answer.headers.get("Content-Location")}`;
        assert.ok(told.includes(`<${NEW}/`), path);
        assert.doesNotMatch(told, /localhost/, path);
        await answer.arrayBuffer();
      }
    }
});

test("an address of before can still be embedded, and shows the card where it is now", async () => {
  const fetch = served({ FORMER_HOSTS: `older.example https://${OLD_HOST}/` });
  for (const format of ["json", "xml"] as const)
    for (const site of [SITE, "https://older.example", "http://OLDER.example.", NEW])
      for (const prefix of ["", "/2026-W47"]) {
        const answer = await fetch(oembedUrlOf("", `${site}${prefix}/de/council`, format));
        const text = await answer.text();
        assert.equal(answer.status, 200, site);
        assert.ok(text.includes(`${NEW}${prefix}/de/council/card`), text);
        assert.ok(text.includes(`${NEW}/2026-W47/de/council.png`), text);
        assert.doesNotMatch(text, /localhost|older/);
      }
  for (const site of [
    `${SITE}.elsewhere.example`,
    "https://localhost:8788",
    "https://an.older.example",
    "https://null",
  ])
    assert.equal((await fetch(oembedUrlOf("", `${site}/de/council`, "json"))).status, 404, site);
  assert.equal((await served({})(oembedUrlOf("", `${SITE}/de/council`, "json"))).status, 404, "without the setting");
});

test("another spelling of the address is no news, another address is", async () => {
  const { context } = contextOf(worker, { site: "https://xn--bcher-kva.example" });
  const foundAt = async (site: string): Promise<string> => {
    await worker.LIBRARY.prepare("UPDATE editions SET site = ?1").bind(site).run();
    const prepared = await prepareIssue(context, "run", { kind: "issue", week: "2026-W48", time: SECOND });
    return prepared.found;
  };
  for (const site of ["https://bücher.example", "HTTPS://BÜCHER.example:443", "https://xn--bcher-kva.example."])
    assert.equal(await foundAt(site), "nothing new", site);
  for (const site of ["http://bücher.example", "https://bücher.example/briefings", "https://buecher.example"])
    assert.equal(await foundAt(site), "work", site);
});
