/**
 * The folder of a backup. In: its path. Out: `backup.json`, which is written last and in one piece, so that a folder without
 * it is no backup; and the places of files, each named after what it holds, so that a later backup writes over nothing an
 * earlier one names. What the files mean it does not know.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

/** What somebody at a terminal can do something about; the message says what. */
export class BadBackup extends Error {}

export interface KeptFile {
  /** From the folder, with slashes. */
  readonly file: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface KeptTable extends KeptFile {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly rows: number;
  /** How far AUTOINCREMENT has counted, where it counts. */
  readonly sequence: number | null;
}

export interface Backup {
  readonly format: 1;
  /** When it was finished, ISO 8601. */
  readonly taken: string;
  readonly objects: KeptFile & { readonly count: number; readonly bytes: number };
  readonly tables: readonly KeptTable[];
  /** SQL of indexes, views and triggers. */
  readonly rest: readonly string[];
}

const NAME = "backup.json";
/** Files that are not yet what they will be; what a broken-off backup left there is thrown away. */
const UNFINISHED = "unfinished";

/** Null where no backup was finished in this folder. */
export async function readBackup(dir: string): Promise<Backup | null> {
  const text = await readFile(join(dir, NAME), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const backup = asJson(text);
  if (backup?.format !== 1) throw new BadBackup(`${join(dir, NAME)} is not of a backup that this program can read`);
  return backup;
}

function asJson(text: string): Backup | null {
  try {
    return JSON.parse(text) as Backup;
  } catch {
    return null;
  }
}

export async function writeBackup(dir: string, backup: Backup): Promise<void> {
  const { path } = await writeUnfinished(dir, NAME, [`${JSON.stringify(backup, null, 2)}\n`]);
  await rename(path, join(dir, NAME));
}

export interface Unfinished {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

type Content = AsyncIterable<string | Uint8Array> | Iterable<string>;

/** Writes a file that has no place yet. */
export async function writeUnfinished(dir: string, name: string, content: Content): Promise<Unfinished> {
  return await writeOut(join(dir, UNFINISHED, name), content);
}

/** Writes a file piece by piece as the content comes, and has it on the disk at the end. */
export async function writeOut(path: string, content: Content): Promise<Unfinished> {
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "w");
  try {
    for await (const chunk of content) {
      const piece = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      hash.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, sha256: hash.digest("hex"), bytes };
}

/** Gives a file its place. What is there already is the same, or damaged. */
export async function putInPlace(dir: string, { path, sha256 }: Unfinished, file: string): Promise<KeptFile> {
  const place = join(dir, file);
  await mkdir(dirname(place), { recursive: true });
  await rename(path, place);
  return { file, sha256 };
}

export async function forgetUnfinished(dir: string): Promise<void> {
  await rm(join(dir, UNFINISHED), { recursive: true, force: true });
}

/** Null where there is no such file. */
export async function hashOfFile(dir: string, file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(join(dir, file)), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return hash.digest("hex");
}
