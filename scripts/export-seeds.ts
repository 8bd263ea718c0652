/**
 * Files of seeds put into a folder, all of them or none. In: the folder and the texts by path. Out: the folder has these
 * files of seeds and no others. What else lies there is not ours to move, so a folder with anything but seeds is refused.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

/** Hidden files of ours stay: they say what the folder was loaded into. */
const OURS = /^\.revision(\.local)?$/;

/** The first of what is no seed; null where the folder is free, or has seeds alone. */
export function inTheWay(dir: string): string | null {
  if (!existsSync(dir)) return null;
  const found = readdirSync(dir, { recursive: true, withFileTypes: true }).find(
    (entry) => !entry.isDirectory() && !entry.name.endsWith(".yaml") && !OURS.test(entry.name),
  );
  return found === undefined ? null : relative(dir, join(found.parentPath, found.name));
}

/**
 * They are written beside the folder, which then takes their place by two renames; where the second fails, what was there
 * is put back.
 */
export function putSeeds(dir: string, files: ReadonlyMap<string, string>): void {
  const folder = resolve(dir);
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  const [made, before] = [join(work, "new"), join(work, "before")];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(made, path)), { recursive: true });
      writeFileSync(join(made, path), text);
    }
    const isThere = existsSync(folder);
    if (isThere) {
      for (const name of readdirSync(folder).filter((each) => OURS.test(each)))
        writeFileSync(join(made, name), readFileSync(join(folder, name)));
      renameSync(folder, before);
    }
    try {
      renameSync(made, folder);
    } catch (error) {
      if (isThere) renameSync(before, folder);
      throw error;
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}
