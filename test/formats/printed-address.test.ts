/**
 * A site whose host has letters of its own: a sheet prints it as people write it, and everything that a program follows has
 * it in ASCII, the QR code first of all. In: an edition of such a site, set in workerd.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { composeCard } from "../../src/compose/compose-card.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { editionOf } from "../support/edition.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { issueEdition } from "../support/issue.ts";
import { draw } from "../support/picture.ts";
import { textOf } from "../support/poppler.ts";
import { cutOut, scanned } from "../support/scan.ts";
import { needTool } from "../support/tools.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const SITE = "https://xn--hfen-loa.example";
const PAGE = "/2026-W48/de/council";
const SHOWN = `häfen.example${PAGE}`;

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
  await issueEdition(worker, { id: "2026-W48", issued: "2026-11-23T05:00:00.000Z", library: HARBOUR, site: SITE });
});
after(async () => await worker.stop());

const fileOf = async (ending: string): Promise<Buffer> => {
  const answer = await worker.fetch(`${PAGE}.${ending}`);
  assert.equal(answer.status, 200, ending);
  return Buffer.from(await answer.arrayBuffer());
};

test("a web page shows the letters and links to the address in ASCII", async () => {
  const page = String(await fileOf("html"));
  assert.ok(page.includes(`href="${SITE}${PAGE}">${SHOWN}<`), "the colophon");
  assert.doesNotMatch(page, /"https?:\/\/[^"]*ä/);
});

test("data and plain text have the address that can be followed", async () => {
  const json = JSON.parse(String(await fileOf("json"))) as { links?: unknown };
  assert.ok(JSON.stringify(json).includes(`"${SITE}${PAGE}"`));
  const text = String(await fileOf("txt"));
  assert.ok(text.includes(`${SITE}${PAGE}`));
  assert.ok(!text.includes(`${SHOWN} <`), "an address is not told twice");
});

test("the PDF prints the letters", { skip: needTool("pdftotext") }, async () => {
  // Lines may break within it.
  assert.ok(
    textOf(await fileOf("pdf"))
      .replaceAll(" ", "")
      .includes(SHOWN),
  );
});

test("a scanner reads the address of the newest sheet in the PDF", {
  skip: needTool("pdftoppm") || needTool("zbarimg"),
}, async () => {
  const picture = draw(await fileOf("pdf"), 150);
  const whole = cutOut(picture, { left: 0, top: 0, right: picture.width, bottom: picture.height });
  assert.equal(scanned(whole), `${SITE}/de/council`);
});

test("a card shows the letters", () => {
  const [topic] = topicsOf(HARBOUR);
  assert.ok(topic !== undefined);
  const { addresses } = composeCard({ ...editionOf(HARBOUR), site: SITE }, topic, "de");
  assert.deepEqual(addresses.at(-1), "häfen.example");
});
