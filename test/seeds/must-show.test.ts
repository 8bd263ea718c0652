/**
 * The disputes of the shipped library that no reader may miss are on their issue's sheet, in every language and on both
 * papers. In: the library in `seeds/`. How a dispute is told is held by the tests of composing.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanguage } from "../../src/model/localized.ts";
import { editionOf } from "../support/edition.ts";
import { nameOf, ownSheetsOf, pageOf } from "../support/sheets.ts";
import { itemsIn } from "../support/tally.ts";
import { notShipped, SEEDS } from "./seeds.ts";

const MUST_SHOW = [
  { topic: "ceasefire", dispute: "washington-ceasefire-dropped", actor: "washington", kind: "change" },
  { topic: "ceasefire", dispute: "kyiv-wants-a-ceasefire", actor: "kyiv", kind: "contradiction" },
  { topic: "territory", dispute: "moscow-territorial-line", actor: "moscow", kind: "contradiction" },
  { topic: "security-guarantees", dispute: "washington-gives-guarantees", actor: "washington", kind: "contradiction" },
] as const;

for (const { topic, dispute: id, actor, kind } of MUST_SHOW) {
  test(`${topic} shows ${id}`, { skip: notShipped }, () => {
    const dispute = SEEDS.disputes.find((each) => each.id === id);
    assert.ok(dispute !== undefined);
    assert.equal(dispute.kind, kind);
    const involved = SEEDS.statements.filter((each) =>
      dispute.sides.some(({ statements }) => statements.includes(each.id)),
    );
    assert.ok(involved.some((each) => each.actor === actor));
    for (const sheet of ownSheetsOf(SEEDS).filter((each) => each.topic.id === topic)) {
      const { briefing } = pageOf(editionOf(SEEDS), sheet);
      const title = inLanguage(dispute.title, sheet.language).text;
      const said = itemsIn(briefing, "disputes").map((item) =>
        item.parts.flatMap(({ runs }) => runs.map(({ text }) => text)),
      );
      assert.ok(
        said.some((texts) => texts.includes(title)),
        nameOf(sheet),
      );
    }
  });
}
