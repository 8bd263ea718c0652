/**
 * The installations on record, opened by the built Worker after its migrations. In: an archive of `test/fixtures/`. Out: the
 * Worker while it is used, and which of its addresses answer otherwise than they did.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unpack } from "./archive.ts";
import { ROOT } from "./edition-facts.ts";
import { type Answer, answerAt, type Installed } from "./installed.ts";
import { startWorker, type TestWorker } from "./worker.ts";

const FOLDER = join(ROOT, "test/fixtures");
export const archives = readdirSync(FOLDER).filter((name) => name.startsWith("installed-"));

/** Requests at once; workerd has one thread for all. */
const TOGETHER = 8;

/** Addresses that answer otherwise than they did. */
export async function wrongIn(
  worker: TestWorker,
  known: readonly (readonly [path: string, was: Answer])[],
  orUnavailable: boolean,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const all = [...known];
  const asker = async (): Promise<void> => {
    for (let next = all.pop(); next !== undefined; next = all.pop()) {
      const [path, was] = next;
      const is = await answerAt(worker, path, was.key ?? null);
      if (orUnavailable && is.status === 503) continue;
      for (const [name, value] of Object.entries(was))
        if (is[name as keyof typeof is] !== value)
          wrong.push(`${path}: ${name} was ${value}, is ${is[name as keyof typeof is]}`);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, asker));
  return wrong;
}

export async function opened(
  archive: string,
  use: (worker: TestWorker, known: Installed) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "einblatt-installed-"));
  unpack(readFileSync(join(FOLDER, archive)), folder);
  const known = JSON.parse(readFileSync(join(folder, "addresses.json"), "utf8")) as Installed;
  const worker = await startWorker({ persist: join(folder, "v3"), stores: "empty" });
  try {
    await use(worker, known);
  } finally {
    await worker.stop();
    rmSync(folder, { recursive: true });
  }
}
