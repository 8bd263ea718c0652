/**
 * A newsletter's morning: 100,000 mixed requests for a pressed edition, and beside them the same files from a Worker that
 * does nothing but fetch them, in turns. In: the library. Out: a table of requests a second and latencies; an error where
 * an answer was wrong, or a file was set or stored again. It ends by itself, by count or by the clock.
 */
import { join } from "node:path";
import { PROGRAM } from "../generated/program.ts";
import { applyMigrations } from "../scripts/apply-migrations.ts";
import type { Library } from "../src/model/library.ts";
import { topicsOf } from "../src/model/topic.ts";
import { filesIn } from "../src/press/file-sets.ts";
import { runPress } from "../src/press/press.ts";
import { writeLibrary } from "../test/support/write-library.ts";
import { closeConnections } from "./load.ts";
import { type Asked, requestsOf } from "./morning-requests.ts";
import { addressesOf, learn, listFiles, type Sent, sendAll } from "./morning-traffic.ts";
import { buildBoth, startBoth } from "./serving.ts";
import { milliseconds, table } from "./table.ts";

const REQUESTS = 100_000;
/** The bare Worker is asked for one file in so many; that is enough to compare with. */
const BARE_SHARE = 5;
const TURN = 2500;
const LONGEST = 30 * 60_000;
/** A Thursday in week 47. */
const TIME = "2026-11-19T05:00:00.000Z";

export async function morningFigures(library: Library): Promise<string> {
  buildBoth();
  const miniflare = startBoth();
  try {
    const port = Number((await miniflare.ready).port);
    const { LIBRARY, SHEETS } = await miniflare.getBindings<Env>("ours");
    await applyMigrations(LIBRARY, join(import.meta.dirname, "../migrations"));
    await writeLibrary(LIBRARY, library);
    const edition = await press(LIBRARY, SHEETS);
    const ours = { port, host: "ours.test" };
    const topics = topicsOf(library).map(({ id }) => id);
    const known = await learn(ours, addressesOf(topics, edition), SHEETS);
    const before = JSON.stringify(await listFiles(SHEETS));

    const until = performance.now() + LONGEST;
    const requests = requestsOf(known, REQUESTS, 47);
    const [mixed, bare] = [newTally(), newTally()];
    while (performance.now() < until) {
      const turn = [...take(requests, TURN)];
      if (turn.length === 0) break;
      await add(mixed, () => sendAll(ours, turn.values(), until));
      const files = turn.filter((_, i) => i % BARE_SHARE === 0).flatMap(plainly);
      await add(bare, () => sendAll({ port, host: "bare.test" }, files.values(), until));
    }
    const after = JSON.stringify(await listFiles(SHEETS));
    const wrong = [...mixed.wrong, ...bare.wrong];
    if (wrong.length > 0) throw new Error(`wrong answers:\n${wrong.join("\n")}`);
    if (after !== before) throw new Error("files were set or stored again");
    return table([
      ["a newsletter's morning", "requests", "wrong", "requests/s", "p50 ms", "p95 ms", "p99 ms"],
      row(`all kinds of requests, ${known.length} addresses`, mixed),
      row("a bare Worker, whole files", bare),
    ]);
  } finally {
    closeConnections();
    await miniflare.dispose();
  }
}

/** By the press itself, without the Workflow around it. */
async function press(db: D1Database, bucket: R2Bucket): Promise<string> {
  const room = {
    db,
    bucket,
    program: PROGRAM.name,
    site: "http://ours.test",
    schedule: { weekday: 1, time: "06:00", timeZone: "Europe/Berlin" },
    now: () => new Date(TIME),
    log: () => {},
    announce: null,
    filesIn,
  };
  const steps = { do: async <T>(_: string, work: () => Promise<T>) => await work() };
  await runPress(room, "morning", { kind: "issue", time: TIME }, new Date(TIME), steps);
  const id = await db.prepare("SELECT id FROM editions WHERE is_current = 1").first<string>("id");
  if (id === null) throw new Error("no edition was issued");
  return id;
}

/** The same file whole, by its key. */
function plainly({ file }: Asked): readonly Asked[] {
  if (file === null) return [];
  const due = { status: 200, bytes: null, headers: {} };
  return [{ path: `/${file.key}`, method: "GET", headers: {}, file, due }];
}

interface Tally {
  seconds: number;
  readonly latencies: number[];
  readonly wrong: string[];
}

function newTally(): Tally {
  return { seconds: 0, latencies: [], wrong: [] };
}

async function add(tally: Tally, work: () => Promise<Sent>): Promise<void> {
  const start = performance.now();
  const { latencies, wrong } = await work();
  tally.seconds += (performance.now() - start) / 1000;
  for (const each of latencies) tally.latencies.push(each);
  tally.wrong.push(...wrong);
}

function row(name: string, { seconds, latencies, wrong }: Tally): readonly string[] {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number): string => milliseconds(sorted[Math.floor(share * sorted.length)] ?? Number.NaN);
  const count = latencies.length;
  return [name, `${count}`, `${wrong.length}`, (count / seconds).toFixed(0), at(0.5), at(0.95), at(0.99)];
}

function* take<T>(from: Iterator<T>, count: number): Generator<T> {
  for (let i = 0; i < count; i++) {
    const next = from.next();
    if (next.done === true) return;
    yield next.value;
  }
}
