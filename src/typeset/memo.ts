/**
 * What was made before. In: a key, one of the few ways in which something is made of it, and how. Out: what was made, from
 * memory where it was made so already. It decides nothing about how long it lives; whoever holds it does.
 */

export class Memo<K, W, T> {
  readonly #first = new Map<K, Entry<W, T>>();

  find(key: K, way: W, make: () => T): T {
    const first = this.#first.get(key) ?? null;
    for (let entry = first; entry !== null; entry = entry.next) if (entry.way === way) return entry.value;
    const value = make();
    this.#first.set(key, { way, value, next: first });
    return value;
  }
}

interface Entry<W, T> {
  readonly way: W;
  readonly value: T;
  readonly next: Entry<W, T> | null;
}
