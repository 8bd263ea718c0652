/**
 * What is worked out once for a value and kept as long as the value is. In: an object, a name, and how to work it out.
 * Out: what it is. The index of editions is remembered for some seconds; what follows from it need not be made again for
 * each request meanwhile. It knows nothing of what it keeps.
 */
const kept = new WeakMap<object, Map<string, unknown>>();

/** `name` holds all that the work depends on besides the object. */
export function onceFor<T>(object: object, name: string, work: () => T): T {
  const own = kept.get(object) ?? new Map<string, unknown>();
  kept.set(object, own);
  if (!own.has(name)) own.set(name, work());
  return own.get(name) as T;
}
