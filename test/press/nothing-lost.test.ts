/**
 * Nothing published is lost or changed by the faults that happen most: a database that is lost or put back, files that are
 * gone. After each, every address answers its own bytes, or 410, or 503; `/health` says what is wrong; and what the
 * documents tell to do mends it. All faults there are: `nothing-lost-at-all.deep.test.ts`.
 */
import { after, before, test } from "node:test";
import { FAULTS, startPublished, stopPublished, tryFault } from "../support/faulty-stores.ts";

before(async () => await startPublished(5));
after(stopPublished);

const FREQUENT = ["the database is lost", "the database is put back to before a retraction", "files are lost"];

for (const name of FREQUENT)
  test(`${name}: no address answers other bytes, the operator is told, and what is to be done mends it`, async () => {
    const fault = FAULTS[name];
    if (fault === undefined) throw new RangeError(`there is no fault called ${name}`);
    await tryFault(fault, 2);
  });
