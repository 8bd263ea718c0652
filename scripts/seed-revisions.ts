/**
 * What a folder of seeds remembers of libraries: into which it was last loaded, and as which write. In: the folder. Out: the
 * line of a library, and a line put in its place. Production's lines lie in `.revision`, which is committed with the seeds,
 * those of local stores in `.revision.local` beside it, which is not.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface RevisionLine {
  /** Which database. */
  readonly store: string;
  readonly revision: number;
  /** When that was written, for a database that was put back in time may have another write of that number. */
  readonly at: string;
}

const FILES = { production: ".revision", local: ".revision.local" } as const;
const HEADING = "# Which write of each library this folder is as far as. npm run seed keeps it: store, revision, time.";

export function lineOf(folder: string, store: string): RevisionLine | null {
  const lines = Object.values(FILES).flatMap((file) => linesIn(join(folder, file)));
  return lines.find((line) => line.store === store) ?? null;
}

/** Atomic, for a file cut in half would lose what it knew of other libraries. */
export function keepLine(folder: string, place: keyof typeof FILES, line: RevisionLine): void {
  const file = join(folder, FILES[place]);
  const lines = [...linesIn(file).filter(({ store }) => store !== line.store), line];
  const text = [HEADING, ...lines.map(({ store, revision, at }) => `${store} ${revision} ${at}`), ""].join("\n");
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function linesIn(file: string): readonly RevisionLine[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, store, revision, at] = /^([0-9a-f]+) (\d+) (\S+)$/.exec(line.trim()) ?? [];
      return store === undefined || at === undefined ? [] : [{ store, revision: Number(revision), at }];
    });
}
