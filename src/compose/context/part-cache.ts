/**
 * What the drafts of one sheet share. The fit drafts a sheet many times with other limits, and most of its parts stay
 * the same; whoever sets them knows them again because they are the same objects. In: a key and how to compose a part.
 * Out: the part, composed once for each key and, where it cites, for each numbering it finds.
 */
import type { Article } from "../../model/library.ts";

export class PartCache {
  readonly #plain = new Map<string, unknown>();
  readonly #citing = new Map<string, { readonly part: unknown; readonly newlyCited: readonly Article[] }>();
  #register: readonly Article[] = [];
  #length = 0;
  #names = "";

  /** For parts that cite nothing. */
  keep<T>(key: string, compose: () => T): T {
    if (!this.#plain.has(key)) this.#plain.set(key, compose());
    return this.#plain.get(key) as T;
  }

  /** For parts that cite: `cited` is the register before, and has the part's new sources afterwards. */
  keepCiting<T>(key: string, cited: Article[], compose: () => T): T {
    const full = `${key} after ${this.#namesOf(cited)}`;
    const kept = this.#citing.get(full);
    if (kept !== undefined) {
      cited.push(...kept.newlyCited);
      return kept.part as T;
    }
    const before = cited.length;
    const part = compose();
    this.#citing.set(full, { part, newlyCited: cited.slice(before) });
    return part;
  }

  /** Most parts add no source to those cited before them, so that the names of the last register serve again. */
  #namesOf(cited: readonly Article[]): string {
    if (cited !== this.#register || cited.length !== this.#length) {
      this.#register = cited;
      this.#length = cited.length;
      this.#names = cited.map(({ id }) => id).join(" ");
    }
    return this.#names;
  }
}
