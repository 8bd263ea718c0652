/**
 * Where a file lies in the folder of a backup. In: the name of what it holds, which may be anything, and the SHA-256 of it.
 * Out: a path that every file system takes and that says as much of the name as it can. Other names, other paths, also
 * where a file system takes large letters for small ones; other bytes, other paths as well.
 */
import { createHash } from "node:crypto";

/** Names that Windows keeps for itself, whatever stands behind the first dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MOST_OF_A_NAME = 60;
/** Windows takes paths of 260 characters, the folder included. */
const MOST_OF_A_PATH = 140;

export function placeOf(folder: string, name: string, sha256: string): string {
  const segments = name.split("/");
  const last = segments.pop() ?? "";
  const [, stem = "", ending = ""] = /^(.*?)(\.[a-z0-9]{1,8})?$/s.exec(last) ?? [];
  const folders: string[] = [folder];
  for (const segment of segments) {
    const next = [...folders, harmless(segment)];
    if (next.join("/").length > MOST_OF_A_PATH) break;
    folders.push(harmless(segment));
  }
  // A tilde stands in no name of a folder, so no file is ever where a folder has to be.
  const mark = createHash("sha256").update(`${sha256} ${name}`).digest("hex").slice(0, 16);
  return [...folders, `${harmless(stem)}~${mark}${ending}`].join("/");
}

/** Letters that may be the same to a file system may stay: the mark tells them apart. */
function harmless(segment: string): string {
  const bare = segment.replaceAll(/[^A-Za-z0-9._-]/g, "_").slice(0, MOST_OF_A_NAME);
  const named = bare.replace(/^\.+/, "_").replace(/\.+$/, "_");
  return named === "" || DEVICE.test(named) ? `_${named}` : named;
}
