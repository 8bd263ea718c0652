/**
 * Writes the records of an edition that the index knows and R2 has none of: of editions that programs before 0.7
 * published, and of records that were lost. In: the stores and the edition's name. Out: nothing; done again, it changes
 * nothing. What it says of a file comes from the manifests, and else from what lies in the store.
 */
import { CARD_FORMAT, ENDINGS } from "../formats/endings.ts";
import { type EditionEntry, editionById } from "../store/edition-index.ts";
import { listFiles } from "../store/list-files.ts";
import {
  keepManifest,
  type ManifestLine,
  type ManifestRef,
  manifestKey,
  manifestKeysOf,
  readManifest,
} from "../store/manifest.ts";
import { putPublication, putRetraction } from "../store/record.ts";
import { sheetRows } from "../store/sheet-index.ts";
import type { PressContext } from "./press-context.ts";
import { momentOf } from "./run-log.ts";

const ADOPTED = "adopted-";

/** Whether a manifest was written here, and not by the press. */
export function isAdopted(key: string): boolean {
  return key.includes(`/${ADOPTED}`);
}

/** Files that one manifest names: some 200 KB of JSON. */
const LINES = 1000;

export async function adoptEdition({ db, bucket }: Pick<PressContext, "db" | "bucket">, id: string): Promise<void> {
  const entry = await editionById(db, id);
  if (entry === null) return;
  const published = (await momentOf(db, id, "issued")) ?? entry.issued;
  const { manifests } = await manifestsOf(db, bucket, entry);
  await putPublication(bucket, {
    format: 1,
    entry: { ...entry, retraction: null, published, retracted: null },
    published,
    manifests,
  });
  const { retraction } = entry;
  if (retraction === null) return;
  const retracted = (await momentOf(db, id, "retracted")) ?? `${retraction.on}T00:00:00.000Z`;
  await putRetraction(bucket, { format: 1, edition: id, retraction, retracted });
}

/** Written anew, with all that serving needs, under names of their own: what the press wrote stays as it was. */
export async function manifestsOf(
  db: D1Database,
  bucket: R2Bucket,
  entry: EditionEntry,
): Promise<{ readonly manifests: readonly ManifestRef[]; readonly files: number; readonly bytes: number }> {
  const lines = await linesOf(bucket, entry);
  const sheets = await sheetRows(db, entry);
  const refs: ManifestRef[] = [];
  for (let first = 0; first < lines.length; first += LINES) {
    const files = lines.slice(first, first + LINES);
    const key = manifestKey(entry, `${ADOPTED}${String(refs.length + 1).padStart(5, "0")}`);
    refs.push(await keepManifest(bucket, key, { files, sheets: first === 0 ? sheets : [] }));
  }
  return { manifests: refs, files: lines.length, bytes: lines.reduce((sum, { size }) => sum + size, 0) };
}

/** All that its manifests name, whether or not it is still there; without manifests, all that is there. */
async function linesOf(bucket: R2Bucket, entry: EditionEntry): Promise<readonly ManifestLine[]> {
  const there = new Map((await listFiles(bucket, entry)).map((line) => [line.key, line]));
  const named: ManifestLine[] = [];
  for (const key of await manifestKeysOf(bucket, entry)) {
    // Those of an adoption that was broken off repeat what the press wrote.
    if (isAdopted(key)) continue;
    named.push(...((await readManifest(bucket, key))?.manifest.files ?? []));
  }
  if (named.length === 0) return [...there.values()];
  return named.map((line) => {
    const found = there.get(line.key);
    return { contentType: typeNamed(line.key), ...(found?.hash === line.hash ? found : {}), ...line };
  });
}

const TYPES: Readonly<Record<string, { readonly contentType: string }>> = {
  ...ENDINGS,
  [CARD_FORMAT.ending]: CARD_FORMAT,
};

/** Of a file that is gone, by its ending. */
function typeNamed(key: string): string {
  return TYPES[key.slice(key.lastIndexOf(".") + 1)]?.contentType ?? "application/octet-stream";
}
