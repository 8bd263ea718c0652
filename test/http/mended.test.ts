/**
 * Links that were bent on their way lead in one step to what they plainly mean, and nowhere else. In: an example of every
 * route, bent by every rule of `test/support/bends.ts`, the rules by turns; all of them are tried in
 * `mended.deep.test.ts`. What has been complained of stands here as it was, with its right answer.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examplesOf } from "../support/addresses.ts";
import { atOnce } from "../support/at-once.ts";
import { BENDS } from "../support/bends.ts";
import { SITE } from "../support/edition-facts.ts";
import { issueEdition } from "../support/issue.ts";
import { asking, holdBent } from "../support/manners.ts";
import { smallLibrary, statement } from "../support/small.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const EXAMPLES = examplesOf({ site: SITE, language: "en", topic: "closing", edition: "2026-W47" });
/** Each rule meets one example in so many. */
const TURNS = 23;

const SMALL = smallLibrary({ statements: [statement("first"), statement("second", { issue: "territory" })] });
/** With the names that the complaints were about. */
const NAMED = {
  ...SMALL,
  issues: SMALL.issues.map((issue) =>
    issue.id === "territory"
      ? {
          ...issue,
          id: "security-guarantees",
          title: { de: "Sicherheitsgarantien", en: "Security guarantees", uk: "Гарантії безпеки" },
        }
      : issue,
  ),
  actors: SMALL.actors.map((actor) =>
    actor.id === "kyiv" ? { ...actor, name: { de: "Kyjiw", en: "Kyiv", uk: "Київ" } } : actor,
  ),
  statements: SMALL.statements.map((each) =>
    each.issue === "territory" ? { ...each, issue: "security-guarantees" } : each,
  ),
  aliases: [{ id: "peace-talks", topic: "ceasefire" }],
};

let harbour: TestWorker;
let named: TestWorker;
before(async () => {
  harbour = await startWorker();
  named = await startWorker({ library: SMALL });
  const issued = "2026-11-30T05:00:00.000Z";
  await issueEdition(named, { id: "2026-W49", issued, library: NAMED, before: { id: "2026-W47", library: SMALL } });
  const correction = { corrects: "2026-W49", on: "2026-12-01", note: { de: "Ein Wort." } };
  await issueEdition(named, {
    id: "2026-W49.2",
    issued: "2026-12-01T05:00:00.000Z",
    library: NAMED,
    before: { id: "2026-W47", library: SMALL },
    correction,
    wrong: NAMED,
  });
});
after(async () => await Promise.all([harbour.stop(), named.stop()]));

/** Where an address leads a reader of Ukrainian. */
async function leads(worker: TestWorker, path: string): Promise<readonly [status: number, location: string | null]> {
  const response = await worker.fetch(path, { headers: { "Accept-Language": "uk" } });
  await response.body?.cancel();
  return [response.status, response.headers.get("Location")];
}

test("every address, bent by rule, leads in one step to what it means", async () => {
  const rules = Object.entries(BENDS);
  const turns = EXAMPLES.flatMap(({ path }, i) =>
    rules.filter((_, n) => (n + i) % TURNS === 0).map((rule) => [path, ...rule] as const),
  );
  const tried = await atOnce(
    turns,
    async ([path, name, bend]) =>
      await holdBent(
        asking(() => harbour),
        path,
        name,
        bend,
      ),
  );
  assert.ok(tried.filter(Boolean).length >= 60);
  for (const [name, bend] of rules)
    assert.ok(
      EXAMPLES.some(({ path }) => bend(...cut(path)) !== null),
      `${name} bends nothing`,
    );
});

function cut(path: string): [path: string, query: string] {
  const [before = "", query] = path.split("?");
  return [before, query === undefined ? "" : `?${query}`];
}

/** By the status of the redirect. */
const COMPLAINTS: Readonly<Record<301 | 302, readonly (readonly [bent: string, location: string])[]>> = {
  301: [
    ["/de/kyiv.pdf&utm_source=x", "/de/kyiv.pdf?utm_source=x"],
    ["/de/kyiv&fbclid=x", "/de/kyiv?fbclid=x"],
    ["/de/kyiv.pdf%3Futm_source=x", "/de/kyiv.pdf?utm_source=x"],
    ["/de/kyiv.pdf%26utm_source=x", "/de/kyiv.pdf?utm_source=x"],
    ["/de/kyiv.pdf%23page=1", "/de/kyiv.pdf#page=1"],
    ["/de/kyiv.pdf%253Futm_source%253Dx", "/de/kyiv.pdf?utm_source=x"],
    ["/de/kyiv.pdf;paper=letter", "/de/kyiv.pdf?paper=letter"],
    ["/de/kyiv.pdf?paper=letter?utm_source=x", "/de/kyiv.pdf?paper=letter&utm_source=x"],
    ["/de/kyiv.pdf?paper=letter%3Futm_source=x", "/de/kyiv.pdf?paper=letter&utm_source=x"],
    ["/de/kyiv.pdf?dl=1%3Futm_source=x", "/de/kyiv.pdf?dl=1&utm_source=x"],
    ["/de/kyiv.pdf?paper=letter.", "/de/kyiv.pdf?paper=letter"],
    ["/de/kyiv.pdf?paper=letter%20", "/de/kyiv.pdf?paper=letter"],
    ["/de/changes?since=2026-W47.", "/de/changes?since=2026-W47"],
    ["/de/kyiv.pdf?paper=Letter", "/de/kyiv.pdf?paper=letter"],
    ["/de/kyiv.pdf?paper=A4", "/de/kyiv.pdf?paper=a4"],
    ["/de/changes?since=2026-w47", "/de/changes?since=2026-W47"],
    ["/de/changes?since=2026%E2%80%93W47", "/de/changes?since=2026-W47"],
    ["/de/kyiv.pdf?dl=1&amp;paper=letter", "/de/kyiv.pdf?dl=1&paper=letter"],
    ["/de/kyiv.pdf?utm_source=x&amp;paper=letter&utm_medium=y", "/de/kyiv.pdf?utm_source=x&paper=letter&utm_medium=y"],
    ["/de/kyiv.pdf?Paper=LETTER&DL=1", "/de/kyiv.pdf?paper=letter&dl=1"],
    ["/de/kyiv.pdf?utm_source=x?paper=letter", "/de/kyiv.pdf?utm_source=x&paper=letter"],
    ["/de/kyiv.pdf??paper=letter", "/de/kyiv.pdf?paper=letter"],
    ["/de/kyiv.pdf?paper%3Dletter%26dl%3D1", "/de/kyiv.pdf?paper=letter&dl=1"],
    ["/de/kyiv.pdf?utm_source=x%26amp%3Bpaper%3Dletter", "/de/kyiv.pdf?utm_source=x&paper=letter"],
    ["/de/kyiv.pdf?paper=let%0D%0Ater", "/de/kyiv.pdf?paper=letter"],
    ["/de/kyiv.pdf?template=Actor&amp;amp;dl=1", "/de/kyiv.pdf?template=actor&dl=1"],
    ["/de/kyiv.pdf%5C%22", "/de/kyiv.pdf"],
    ["/de/kyiv%2F", "/de/kyiv"],
    ["/de/kyiv.pdf%26%238203%3B", "/de/kyiv.pdf"],
    ["/de/kyiv.pdf%3F%0D%0ASet-Cookie:x=1", "/de/kyiv.pdf?%0D%0ASet-Cookie:x=1"],
    ["/de//kyiv", "/de/kyiv"],
    ["//de/kyiv.pdf", "/de/kyiv.pdf"],
    ["/de/kyiv.pdf/", "/de/kyiv.pdf"],
    ["/de/kyiv.html/", "/de/kyiv.html"],
    ["/de/kyiv/", "/de/kyiv"],
    ["/de/kyiv//", "/de/kyiv"],
    ["/de/feed.atom/", "/de/feed.atom"],
    ["/de", "/de/"],
    ["/DE/KYIV", "/de/kyiv"],
    ["/de/security%E2%80%93guarantees", "/de/security-guarantees"],
    ["/de/security%C2%ADguarantees", "/de/security-guarantees"],
    ["/de/security-%C2%ADguarantees", "/de/security-guarantees"],
    ["/de/security%E2%80%91guarantees.pdf", "/de/security-guarantees.pdf"],
    ["/de/security-%0D%0Aguarantees", "/de/security-guarantees"],
    ["/de/security-=%0D%0Aguarantees", "/de/security-guarantees"],
    ["/de/security%20guarantees/all.md", "/de/security-guarantees/all.md"],
    ["/de/security_guarantees", "/de/security-guarantees"],
    ["/2026-w49./DE/Kyiv.PDF)", "/2026-W49/de/kyiv.pdf"],
    ["/2026-w49.2//de/kyiv/", "/2026-W49.2/de/kyiv"],
    [
      "/2026%E2%80%93W49.2/de/kyiv.pdf%3Fpaper%3DLetter%26utm_source%3Dx",
      "/2026-W49.2/de/kyiv.pdf?paper=letter&utm_source=x",
    ],
    // A name of before leads to the present one in the same step.
    ["/de/peace%E2%80%93talks.pdf/", "/de/ceasefire.pdf"],
    ["/de/Peace-Talks?paper=Letter", "/de/ceasefire?paper=letter"],
  ],
  302: [
    ["/de-DE/kyiv", "/de/kyiv"],
    ["/uk-UA/kyiv.pdf?utm_source=x", "/uk/kyiv.pdf?utm_source=x"],
    ["/en_us/kyiv.pdf", "/en/kyiv.pdf"],
    ["/en-us/", "/en/"],
    ["/de-AT", "/de/"],
    ["/ua/kyiv", "/uk/kyiv"],
    ["/ua/", "/uk/"],
    ["/2026-W49/UA/kyiv/all", "/2026-W49/uk/kyiv/all"],
    ["/de/Kyjiw", "/de/kyiv"],
    ["/de/%D0%9A%D0%B8%D1%97%D0%B2.pdf?dl=1", "/de/kyiv.pdf?dl=1"],
    ["/en/sicherheitsgarantien", "/en/security-guarantees"],
    [
      "/2026-W49.2/en/%D0%B3%D0%B0%D1%80%D0%B0%D0%BD%D1%82%D1%96%D1%97-%D0%B1%D0%B5%D0%B7%D0%BF%D0%B5%D0%BA%D0%B8/all.md",
      "/2026-W49.2/en/security-guarantees/all.md",
    ],
    ["/ua/%D0%9A%D0%B8%D1%97%D0%B2.PDF?paper=Letter&utm_source=x", "/uk/kyiv.pdf?paper=letter&utm_source=x"],
    // Who names no language is led to the reader's in the same step.
    ["/Kyjiw.pdf", "/uk/kyiv.pdf"],
    ["/KYIV/", "/uk/kyiv"],
    ["/%D0%9A%D0%B8%D1%97%D0%B2&utm_source=x", "/uk/kyiv?utm_source=x"],
  ],
};

for (const [status, complaints] of Object.entries(COMPLAINTS)) {
  for (const [bent, location] of complaints) {
    test(`${bent} leads to ${location}`, async () => {
      const response = await named.fetch(bent, { headers: { "Accept-Language": "uk" } });
      assert.deepEqual([response.status, response.headers.get("Location")], [Number(status), location]);
      const kept = response.headers.get("Cache-Control") ?? "";
      assert.match(kept, status === "302" ? /^private/ : /^public/);
      const there = await named.fetch(location, { headers: { "Accept-Language": "uk" } });
      await there.arrayBuffer();
      assert.equal(there.status, 200);
    });
  }
}

test("what nothing plainly means is refused as before", async () => {
  const refused = [
    ["/de/kyiv.pdf?paper=a5", 400],
    ["/de/kyiv.pdf?paper=a5.", 400],
    ["/de/kyiv.pdf?paper=", 400],
    ["/de/kyiv.pdf?dl=1&amp;paper=a5", 400],
    ["/de/kyiv.pdf?dl=yes?utm_source=x", 400],
    ["/de/kyiv.pdf?dl=-1", 400],
    ["/de/kyiv.pdf?dl=.1", 400],
    ["/de/changes?since=2026-W40.", 404],
    ["/de/atlantis&utm_source=x", 404],
    ["/DE/KYIV?paper=a5", 400],
    ["/fr/", 404],
    ["/fr/kyiv/", 404],
    ["/fr-FR/Kyjiw", 404],
    ["/2026-w40/de/kyiv", 404],
    ["/2026-W49/2026-W49/de/kyiv", 404],
    ["/de/kyiv/kyiv", 404],
    ["/de/kyiv%2Fall", 404],
    ["/de/kyiv..pdf", 404],
    ["/de/ky.iv", 404],
    ["/de/kyiv.pdf%3F/../../evil", 404],
  ] as const;
  await atOnce(refused, async ([path, status]) => assert.deepEqual(await leads(named, path), [status, null], path));
});

test("a parameter of somebody else's is never taken for ours, nor changed", async () => {
  for (const query of [
    "u=https://else.example/?paper=letter",
    "u=https%3A%2F%2Felse.example%2F%3Fpaper%3Dletter",
    "newspaper=letter&dlx=1;dly=2",
    "paper=a4&amp;paper=letter",
    "amp;utm_source=x",
    "Paper=nature&x=%E4%F6&&=&?",
  ]) {
    const [status] = await leads(named, `/de/kyiv.txt?${query}`);
    assert.equal(status, 200, query);
  }
});

test("what is not there under its bent address either is refused as at the one it means", async () => {
  for (const [bent, meant] of [
    ["/de-AT/atlantis", "/de/atlantis"],
    ["/DE/ATLANTIS.JSON", "/de/atlantis.json"],
    ["/de/kyiv.docx/", "/de/kyiv.docx"],
    ["//de/kyiv.pdf?paper=A5&dl=1.", "/de/kyiv.pdf?paper=A5&dl=1"],
  ] as const) {
    const [there, here] = [await named.fetch(meant), await named.fetch(bent)];
    assert.equal(here.status, there.status, bent);
    assert.equal(here.headers.get("Content-Language"), "de", bent);
    assert.equal(here.headers.get("Cache-Control"), "no-store", bent);
    assert.equal(await here.text(), await there.text(), bent);
  }
});
