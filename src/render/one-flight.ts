/**
 * Work that several requests want at once, done once. In: a key, the work, and a way to let it go on when the request that
 * began it is given up. Out: what the work gave, to all who asked while it was under way. It remembers nothing afterwards.
 */
const flights = new Map<string, Promise<unknown>>();

export async function oneFlight<T>(
  key: string,
  waitUntil: (work: Promise<unknown>) => void,
  work: () => Promise<T>,
): Promise<T> {
  const under = flights.get(key);
  if (under !== undefined) return (await under) as T;
  const flight = work().finally(() => flights.delete(key));
  flights.set(key, flight);
  // Who waits may go; what it began is for the others too. A failure is told to those who wait.
  waitUntil(flight.catch(() => undefined));
  return await flight;
}
