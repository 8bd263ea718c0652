/**
 * What is different between two libraries in all that is neither statement nor dispute. In: the later library, the present
 * names of topics, and the entries of the earlier one. Out: what is new, changed or gone, in the order of kinds. Names are
 * followed: an issue that was renamed is the one it was.
 */
import type { EntryChange, OtherKind } from "./changes.ts";
import type { Library } from "./library.ts";
import type { Pack } from "./packed-entries.ts";
import { tellsTheSame } from "./told-of.ts";

interface Others {
  show(of: OtherKind, was: object): void;
  changes(): readonly EntryChange[];
}

const KINDS: readonly OtherKind[] = ["subject", "actors", "issues", "speakers", "articles", "events"];

export function compareOthers(after: Library, nameNow: (topic: string) => string, pack: Pack): Others {
  const now = new Map(
    KINDS.map((of) => [of, new Map(entriesOf(after, of).map((entry) => [idOf(of, entry), entry] as const))]),
  );
  const known = new Map(KINDS.map((of) => [of, new Set<string>()]));
  const found = new Map<OtherKind, EntryChange[]>(KINDS.map((of) => [of, []]));
  return {
    show(of, then) {
      const was = renamed(of, then, nameNow);
      const id = idOf(of, was);
      known.get(of)?.add(id);
      const is = now.get(of)?.get(id);
      if (is === undefined) found.get(of)?.push(changeOf(of, "gone", id, pack(was)));
      else if (!tellsTheSame(was, is)) found.get(of)?.push(changeOf(of, "changed", id, pack(was)));
    },
    changes: () =>
      KINDS.flatMap((of) => {
        const come = [...(now.get(of)?.keys() ?? [])].filter((id) => !known.get(of)?.has(id));
        return [...(found.get(of) ?? []), ...come.map((id): EntryChange => ({ of, kind: "new", id, before: null }))];
      }),
  };
}

function entriesOf(library: Library, of: OtherKind): readonly object[] {
  return of === "subject" ? [library.subject] : library[of];
}

function idOf(of: OtherKind, entry: object): string {
  return of === "subject" ? of : (entry as { readonly id: string }).id;
}

/** The entry with the names that its topics have now. */
function renamed(of: OtherKind, entry: object, nameNow: (topic: string) => string): object {
  const { id, actor, issues } = entry as {
    readonly id: string;
    readonly actor?: string | null;
    readonly issues?: readonly string[];
  };
  if (of === "actors" || of === "issues") return { ...entry, id: nameNow(id) };
  if (of === "speakers") return { ...entry, actor: actor == null ? actor : nameNow(actor) };
  return of === "events" ? { ...entry, issues: issues?.map(nameNow) } : entry;
}

/** What was before is read each time it is asked for. */
function changeOf(of: OtherKind, kind: "changed" | "gone", id: string, was: () => object): EntryChange {
  return {
    of,
    kind,
    id,
    get before(): object {
      return was();
    },
  };
}
