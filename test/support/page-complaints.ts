/**
 * Everything that can be wrong with a page by itself. In: a page, the sheet it is of, and the edition. Out: in one sentence
 * each, what leaves its place, lies over something else, is too small, is lost, is not counted, or is not as the fit says.
 */
import type { Edition } from "../../src/model/edition.ts";
import type { Page } from "../../src/model/page.ts";
import type { Template } from "../../src/model/template.ts";
import { geometryComplaints } from "./geometry.ts";
import { overlapComplaints, quietZoneComplaints } from "./overlaps.ts";
import { nameOf, pageOf, type Sheet } from "./sheets.ts";
import { tallyComplaints } from "./tally.ts";
import { wordComplaints } from "./words.ts";

export function complaintsAbout(page: Page, { template, topic }: Sheet, edition: Edition): readonly string[] {
  return [
    ...layoutComplaints(page, template),
    ...quietZoneComplaints(page, template),
    ...tallyComplaints(page, edition, topic),
    ...fitComplaints(page, template),
  ];
}

/** The same of the page that a sheet becomes, with the sheet's name. */
export function sheetComplaints(edition: Edition, sheet: Sheet): readonly string[] {
  return complaintsAbout(pageOf(edition, sheet), sheet, edition).map((complaint) => `${nameOf(sheet)}: ${complaint}`);
}

/** What can be told without knowing the library. */
export function layoutComplaints(page: Page, template: Template): readonly string[] {
  return [...geometryComplaints(page, template), ...overlapComplaints(page, template), ...wordComplaints(page)];
}

/** The fit tells the truth: it took a rung of the ladder, and had room to spare. */
function fitComplaints({ fit: { size, spare, passes } }: Page, { ladder }: Template): readonly string[] {
  return [
    ...(ladder.some((rung) => rung.size === size) ? [] : [`${size} pt is no rung of the ladder`]),
    ...(spare >= 0 ? [] : [`the sheet is overset by ${-spare} pt`]),
    ...(passes <= 40 ? [] : [`it took ${passes} passes`]),
  ];
}
