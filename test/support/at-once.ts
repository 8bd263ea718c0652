/**
 * The same done for many things at once, since a Worker that is asked much together does half the work of one that is
 * asked one thing after the other. In: things, and what is to be done with each. Out: what came of each, in their order,
 * or the first failure.
 */
const TOGETHER = 16;

export async function atOnce<T, R>(things: Iterable<T>, act: (thing: T) => Promise<R>): Promise<readonly R[]> {
  const waiting = [...things].entries();
  const results: R[] = [];
  const workOff = async (): Promise<void> => {
    for (const [i, thing] of waiting) results[i] = await act(thing);
  };
  await Promise.all(Array.from({ length: TOGETHER }, workOff));
  return results;
}
