/**
 * Random histories: orders, faults and restarts in any order, and nothing that was published is ever changed, or lost that
 * R2 still had. Fifty in the deep tier, always the same; `npm run test:long` takes a thousand, each time others.
 */
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { wipe } from "../support/press.ts";
import { type History, historyOf } from "../support/published.ts";
import { startWorker, type TestWorker } from "../support/worker.ts";

const LONG = process.env.EINBLATT_HISTORIES;
const RUNS = LONG === undefined ? 50 : Number(LONG);

let worker: TestWorker;
before(async () => {
  worker = await startWorker({ stores: "empty" });
});
after(async () => await worker.stop());

type Move = readonly [name: string, make: (history: History) => Promise<void>];

const move = (name: string, make: Move[1]): fc.Arbitrary<Move> => fc.constant([name, make] as const);
const moveBy = (name: string, make: (history: History, by: number) => Promise<void>): fc.Arbitrary<Move> =>
  fc.nat(11).map((by) => [`${name} ${by}`, (history: History) => make(history, by)] as const);

const moves = fc.oneof(
  { weight: 4, arbitrary: move("issue", (history) => history.issue()) },
  { weight: 2, arbitrary: moveBy("crash after", (history, by) => history.crash(by)) },
  { weight: 2, arbitrary: move("correct", (history) => history.correct()) },
  { weight: 2, arbitrary: moveBy("retract", (history, by) => history.retract(by)) },
  { weight: 1, arbitrary: move("deploy", (history) => history.deploy()) },
  ...(["reconcile", "check", "restore", "rebuild"] as const).map((kind) => ({
    weight: 1,
    arbitrary: move(kind, (history) => history.order(kind)),
  })),
  { weight: 2, arbitrary: move("lose the database", (history) => history.loseDatabase()) },
  { weight: 2, arbitrary: moveBy("put the database back to", (history, by) => history.putDatabaseBack(by)) },
  { weight: 2, arbitrary: moveBy("lose objects of", (history, by) => history.loseObjects(by)) },
  { weight: 1, arbitrary: move("forget", (history) => history.forget()) },
  { weight: 1, arbitrary: moveBy("lose the record of", (history, by) => history.loseRecord(by)) },
);

test(`${RUNS} histories: nothing published changes, and nothing is lost that R2 still had`, async () => {
  const history = fc.asyncProperty(fc.array(moves, { minLength: 4, maxLength: 12 }), async (made) => {
    await wipe(worker);
    const own = historyOf(worker);
    await own.issue();
    for (const [, make] of made) await make(own);
    await own.end();
  });
  const shown = { reporter: report, endOnFailure: true };
  await fc.assert(history, LONG === undefined ? { ...shown, numRuns: RUNS, seed: 7 } : { ...shown, numRuns: RUNS });
});

/** The moves by name, the seed, and what did not hold. */
function report(details: fc.RunDetails<[Move[]]>): void {
  if (!details.failed) return;
  const [made = []] = details.counterexample ?? [];
  const names = made.map(([name]) => name).join("; ");
  const cause = details.errorInstance instanceof Error ? details.errorInstance.stack : String(details.errorInstance);
  throw new Error(`after: issue; ${names} (seed ${details.seed}, path ${details.counterexamplePath})\n${cause}`);
}
