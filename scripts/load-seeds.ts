/**
 * A folder of seeds loaded into a library that others may have written meanwhile. In: the folder's library, the library that
 * is there, and how far the folder is (`seed-revisions.ts`). Out: what would be written, by entry: what only the folder
 * changed is taken, what only the library changed is left. Or why nothing can be: nobody knows what the folder comes from,
 * or both sides changed the same entry. It asks nobody.
 */
import type { Command } from "../src/library/commands.ts";
import { mergeEntries } from "../src/library/merge-entries.ts";
import type { StoredLibrary } from "../src/library/read-entries.ts";
import { whereIn } from "../src/library/read-library.ts";
import { type WriteFacts, writeCommands } from "../src/library/write-commands.ts";
import { type Clash, clashLines } from "../src/model/clash.ts";
import { entriesOf, type LibraryEntry, libraryOf, nameOf } from "../src/model/entries.ts";
import type { Library } from "../src/model/library.ts";
import { parseLibrary } from "../src/model/parsing/parse-library.ts";
import { changesTold, type Told } from "./seed-changes.ts";
import type { RevisionLine } from "./seed-revisions.ts";
import type { SeedTarget } from "./seed-target.ts";

export type Load =
  | { readonly found: "equal" }
  | { readonly found: "changes"; readonly told: Told; readonly commands: readonly Command[] }
  /** As if the folder were the only side. */
  | { readonly found: "no base"; readonly told: Told }
  | { readonly found: "clashes"; readonly lines: readonly string[] };

/** @throws BadLibrary where both sides together contradict each other. */
export async function loadOf(
  target: SeedTarget,
  there: StoredLibrary,
  library: Library,
  from: RevisionLine | number | null,
  facts: WriteFacts,
): Promise<Load> {
  const ours = [...entriesOf(library)];
  if (writeCommands(there, ours, facts).length === 0) return { found: "equal" };
  const base = await baseOf(target, there, from);
  if (base === null) return { found: "no base", told: changesTold(there.entries, ours) };
  const { entries, clashes } = mergeEntries({ base, ours, theirs: there.entries });
  if (clashes.length > 0) return { found: "clashes", lines: await clashesTold(target, there, clashes) };
  const input = libraryOf(entries);
  const merged = [...entriesOf(parseLibrary(input, whereIn(input)).library)];
  const commands = writeCommands(there, merged, facts);
  return { found: "changes", told: changesTold(there.entries, merged), commands };
}

/** What folder and library had in common; null where nobody knows. */
async function baseOf(
  target: SeedTarget,
  there: StoredLibrary,
  from: RevisionLine | number | null,
): Promise<readonly LibraryEntry[] | null> {
  if (there.entries.length === 0) return [];
  if (from === null) return null;
  const [revision, at] = typeof from === "number" ? [from, null] : [from.revision, from.at];
  if (revision === there.revision && at === null) return there.entries;
  const [write] = await target.writesFrom(revision);
  const isThatOne = write?.revision === revision && (at === null || write.at === at);
  return isThatOne ? await target.entriesAt(revision) : null;
}

/** With who wrote the other side, and when and why. */
async function clashesTold(
  target: SeedTarget,
  there: StoredLibrary,
  clashes: readonly Clash[],
): Promise<readonly string[]> {
  const entries = new Map(there.entries.map((entry) => [nameOf(entry), entry]));
  const writes = new Map((await target.writesFrom(0)).map((write) => [write.revision, write]));
  return clashes.flatMap((clash) => {
    const write = writes.get(entries.get(clash.entry)?.revision ?? 0);
    const theirs =
      write === undefined ? [] : [`  there by ${write.who || "nobody on record"}, ${write.at}: ${write.why}`];
    return [...clashLines(clash), ...theirs];
  });
}
