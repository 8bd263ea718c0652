/**
 * Each topic in each language, format, template and paper, everything on it, its newsletter kit and its card, and every
 * link of the contents in each language. In: the pressed edition.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PAPERS } from "../../src/model/template.ts";
import { topicsOf } from "../../src/model/topic.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { templatesFor } from "../../templates/templates.ts";
import { answerOf, holdCard, holdKit, holdSheet, linksOfContents, textOf, WORD_ENDINGS } from "../support/answers.ts";
import { atOnce } from "../support/at-once.ts";
import { HARBOUR } from "../support/fixtures.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const languages = Object.keys(LANGUAGES);
const topics = topicsOf(HARBOUR);
let worker: TestWorker;
before(async () => {
  worker = await startWorker();
});
after(async () => await worker.stop());

test("each topic in each language, format, template and paper", async () => {
  for (const topic of topics) {
    for (const language of languages) await holdSheet(worker, language, topic);
    for (const { id } of templatesFor(topic.kind)) {
      await atOnce(Object.keys(PAPERS), async (paper) => {
        const path = `/en/${topic.id}.pdf?template=${id}&paper=${paper}`;
        const bytes = await (await answerOf(worker, path, "application/pdf")).arrayBuffer();
        assert.equal(new TextDecoder().decode(bytes.slice(0, 5)), "%PDF-", path);
      });
    }
  }
});

test("everything on each topic, in the formats that need no paper", async () => {
  for (const { id } of topics) {
    await atOnce(WORD_ENDINGS, async ([ending, { contentType }]) => {
      await (await answerOf(worker, `/de/${id}/all.${ending}`, contentType)).arrayBuffer();
    });
    assert.equal(await textOf(worker, `/de/${id}/all`), await textOf(worker, `/de/${id}/all.html`));
  }
});

test("the newsletter kit of the edition and of each topic, and each topic's card, in each language", async () => {
  for (const language of languages) {
    for (const topic of [null, ...topics]) {
      await holdKit(worker, language, topic);
      if (topic !== null) await holdCard(worker, language, topic);
    }
  }
});

test("in each language every link of the contents leads somewhere", async () => {
  for (const language of languages) {
    await atOnce(await linksOfContents(worker, language), async (href) => {
      assert.equal((await worker.fetch(href, { method: "HEAD" })).status, 200, href);
    });
  }
});
