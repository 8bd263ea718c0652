/**
 * A history of an installation, one order or fault after the other, and what must hold of it. In: the stores of a Worker.
 * Out: steps to take in any order, each of which looks afterwards whether everything that was published is still what it
 * was. It remembers by itself what was published; nothing it compares with comes from the program.
 */
import assert from "node:assert/strict";
import type { OrderInput } from "../../src/press/order.ts";
import { runPress } from "../../src/press/press.ts";
import type { Steps } from "../../src/press/press-context.ts";
import { readManifest } from "../../src/store/manifest.ts";
import { listRecords, readPublication } from "../../src/store/record.ts";
import { type Database, databaseOf, deleteUnder, keysIn, libraryAlone, putDatabaseBack } from "./damage.ts";
import { contextOf, load, stepsThatRetry, titled, twoFilesIn } from "./press.ts";
import type { TestWorker } from "./worker.ts";

const NOTE = { de: "Der Titel war falsch." };
const MONDAY = Date.parse("2026-01-05T06:00:00Z");
const WEEK = 7 * 86_400_000;

interface Known {
  readonly digest: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface History {
  readonly issue: () => Promise<void>;
  readonly crash: (after: number) => Promise<void>;
  readonly correct: () => Promise<void>;
  readonly retract: (which: number) => Promise<void>;
  readonly deploy: () => Promise<void>;
  readonly order: (kind: "reconcile" | "check" | "restore" | "rebuild") => Promise<void>;
  readonly loseDatabase: () => Promise<void>;
  readonly putDatabaseBack: (to: number) => Promise<void>;
  readonly loseObjects: (which: number) => Promise<void>;
  readonly loseRecord: (which: number) => Promise<void>;
  /** Nothing but frozen editions and files is left, and the library. */
  readonly forget: () => Promise<void>;
  /** Everything is mended and known again. */
  readonly end: () => Promise<void>;
}

export function historyOf(worker: TestWorker): History {
  const published = new Map<string, Known>();
  const retracted = new Set<string>();
  /** Taken away by us; it may be there again, as it was. */
  const deleted = new Set<string>();
  /** Their record was taken away while nothing had written another one. */
  const recordless = new Set<string>();
  /** Of these nobody could know any more that they were retracted. */
  const forgotten = new Set<string>();
  const pictures: Database[] = [];
  let [runs, week, program] = [0, 0, 0];

  async function run(input: OrderInput, steps: Steps = stepsThatRetry(0)): Promise<string> {
    const now = new Date(MONDAY + week * WEEK + runs * 1000);
    const { context } = contextOf(worker, {
      program: `program ${program}`,
      now: () => now,
      filesIn: twoFilesIn,
    });
    return await runPress(context, `run-${++runs}`, input, now, steps);
  }

  /** An operator who is told that nobody knows what R2 holds says what it is. */
  async function carryOut(input: OrderInput): Promise<string> {
    const outcome = await run(input);
    if (outcome !== "refused") return outcome;
    await run({ kind: "rebuild" });
    return await run(input);
  }

  async function look(): Promise<void> {
    for (const [id, { digest }] of await listRecords(worker.SHEETS)) {
      const known = published.get(id);
      if (known !== undefined)
        assert.equal(digest ?? known.digest, known.digest, `${id} is published as something else`);
      else if (digest !== null) published.set(id, await knownFrom(id));
    }
    for (const [id, { files }] of published)
      for (const [key, hash] of files) {
        const object = await worker.SHEETS.head(key);
        if (object === null) assert.ok(deleted.has(key), `${key} is gone`);
        else
          assert.equal(
            Buffer.from(object.checksums.sha256 ?? new ArrayBuffer(0)).toString("hex"),
            hash,
            `${id}: ${key}`,
          );
      }
    for (const id of recordless) if ((await readPublication(worker.SHEETS, id)) !== null) recordless.delete(id);
    await askOne();
  }

  async function knownFrom(id: string): Promise<Known> {
    const record = await readPublication(worker.SHEETS, id);
    const manifests = await Promise.all((record?.manifests ?? []).map(({ key }) => readManifest(worker.SHEETS, key)));
    const lines = manifests.flatMap((read) => read?.manifest.files ?? []);
    return { digest: record?.entry.digest ?? "", files: new Map(lines.map(({ key, hash }) => [key, hash])) };
  }

  /** What a reader gets is what was published, or the word that it is not to be had. */
  async function askOne(): Promise<void> {
    const [id, known] = [...published][runs % published.size] ?? [];
    if (id === undefined || known === undefined) return;
    const answer = await worker.fetch(`/${id}/de/overview.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status !== 200) return assert.match(String(answer.status), /^(?:410|503)$/, id);
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    assert.ok([...known.files.values()].includes(hash), `${id} answers other bytes`);
  }

  const pick = (which: number): string | undefined => [...published.keys()][which % Math.max(1, published.size)];
  const isThere = async (id: string): Promise<boolean> =>
    (await worker.LIBRARY.prepare("SELECT 1 FROM editions WHERE id = ?1").bind(id).first()) !== null;
  const nextMonday = (): string => new Date(MONDAY + ++week * WEEK).toISOString();

  return {
    async issue() {
      await load(worker, titled(`Title ${runs}`));
      await carryOut({ kind: "issue", time: nextMonday() });
      await look();
      pictures.push(await databaseOf(worker));
    },
    async crash(after) {
      await load(worker, titled(`Title ${runs}`));
      let done = 0;
      const mortal: Steps = {
        do: async (_, work) => {
          if (done++ === after) throw new Error("killed");
          return await work();
        },
      };
      await run({ kind: "issue", time: nextMonday() }, mortal).catch(() => {});
      await look();
    },
    async correct() {
      const newest = [...published.keys()].sort().at(-1);
      if (newest === undefined) return;
      await load(worker, titled(`Title ${runs}`));
      const time = new Date(MONDAY + week * WEEK + runs * 1000).toISOString();
      await carryOut({ kind: "correct", edition: newest, note: NOTE, time });
      await look();
      pictures.push(await databaseOf(worker));
    },
    async retract(which) {
      const id = pick(which);
      if (id === undefined) return;
      if ((await carryOut({ kind: "retract", edition: id, reason: NOTE })) === "retracted") retracted.add(id);
      await look();
    },
    async deploy() {
      program++;
    },
    async order(kind) {
      await run({ kind });
      await look();
    },
    async loseDatabase() {
      await putDatabaseBack(worker, libraryAlone(await databaseOf(worker)));
      for (const id of recordless) forgotten.add(id);
      await look();
    },
    async putDatabaseBack(to) {
      const picture = pictures[to % Math.max(1, pictures.length)];
      if (picture === undefined) return;
      await putDatabaseBack(worker, picture);
      for (const id of recordless) forgotten.add(id);
      await look();
    },
    async loseObjects(which) {
      const id = pick(which);
      // What neither a record nor its frozen form names any more nobody can tell from rubbish.
      if (id === undefined || recordless.has(id)) return;
      const keys = [...(await keysIn(worker, `files/${id}/`)), ...(await keysIn(worker, `editions/${id}/`))];
      const gone = keys.filter((_, i) => (i + which) % 3 === 0);
      for (const key of gone) deleted.add(key);
      if (gone.length > 0) await worker.SHEETS.delete(gone);
      await look();
    },
    async loseRecord(which) {
      const id = pick(which);
      if (id === undefined || !(await isThere(id))) return;
      const frozen = await keysIn(worker, `editions/${id}/${published.get(id)?.digest}`);
      if (frozen.length === 0) return;
      await deleteUnder(worker, `records/${id}/`);
      recordless.add(id);
      // Where the index was put back before and not rolled forward since, the record alone knew of the retraction.
      const sql = "SELECT retraction FROM editions WHERE id = ?1";
      const row = await worker.LIBRARY.prepare(sql).bind(id).first<{ retraction: string | null }>();
      if (retracted.has(id) && (row?.retraction ?? null) === null) forgotten.add(id);
      await look();
    },
    async forget() {
      // Of what has no frozen form nobody could say any more that it was published.
      for (const [id, { digest }] of published)
        if ((await keysIn(worker, `editions/${id}/${digest}`)).length === 0) return;
      await deleteUnder(worker, "records/");
      await putDatabaseBack(worker, libraryAlone(await databaseOf(worker)));
      for (const id of published.keys()) forgotten.add(id);
      await look();
      // The same week, and something else to say in it.
      await load(worker, titled(`Title ${runs}, otherwise`));
      const outcome = await run({ kind: "issue", time: new Date(MONDAY + week * WEEK).toISOString() });
      if (published.size > 0) assert.equal(outcome, "refused", "nobody knows what was published");
      await run({ kind: "rebuild" });
      await look();
    },
    async end() {
      if ((await run({ kind: "issue", time: nextMonday() })) === "refused") await run({ kind: "rebuild" });
      await look();
      for (const [id, { digest }] of published) {
        const sql = "SELECT digest, retraction FROM editions WHERE id = ?1";
        const row = await worker.LIBRARY.prepare(sql).bind(id).first<{ digest: string; retraction: string | null }>();
        assert.equal(row?.digest, digest, `${id} is not in the index as it was published`);
        if (retracted.has(id) && !forgotten.has(id))
          assert.ok(row?.retraction !== null, `${id} is not retracted any more`);
      }
    },
  };
}
