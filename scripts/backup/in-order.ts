/**
 * Works on several things at once and hands out what came of them in the order of the things. In: the things, as they come,
 * and the work. Out: results; the first that fails ends it. No more than a few are under way or waiting, so neither things
 * nor results pile up.
 */

/** R2 and D1 take more, but the gain is small, and each holds a connection and a file. */
const AT_ONCE = 6;

export async function* inOrder<T, R>(
  things: AsyncIterable<T> | Iterable<T>,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  try {
    for await (const thing of things) {
      const one = work(thing);
      // Its failure is told when its turn comes.
      one.catch(() => {});
      underWay.push(one);
      if (underWay.length === AT_ONCE) yield await (underWay.shift() as Promise<R>);
    }
    for (let one = underWay.shift(); one !== undefined; one = underWay.shift()) yield await one;
  } finally {
    await Promise.allSettled(underWay);
  }
}
