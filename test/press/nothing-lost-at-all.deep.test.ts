/**
 * Nothing published is lost or changed by a fault, whichever: after each, every address answers its own bytes, or 410, or
 * 503; `/health` says what is wrong; and what the documents tell to do mends it.
 */
import { after, before, test } from "node:test";
import { FAULTS, startPublished, stopPublished, tryFault } from "../support/faulty-stores.ts";

before(async () => await startPublished(1));
after(stopPublished);

for (const name of Object.keys(FAULTS))
  test(`${name}: no address answers other bytes, the operator is told, and what is to be done mends it`, async () => {
    const fault = FAULTS[name];
    if (fault === undefined) throw new RangeError(`there is no fault called ${name}`);
    await tryFault(fault, 3);
  });
