/**
 * What the drafts of one sheet share. The fit drafts a sheet many times with other limits, and most of its parts stay
 * the same; whoever sets them knows them again because they are the same objects. In: a key and how to compose a part.
 * Out: the part, composed once for each key.
 */
export class PartCache {
  readonly #parts = new Map<string, unknown>();

  keep<T>(key: string, compose: () => T): T {
    if (!this.#parts.has(key)) this.#parts.set(key, compose());
    return this.#parts.get(key) as T;
  }
}
