/**
 * Entries put away as bytes: a quarter of what they take as values, for whoever keeps thousands that will be asked for
 * once. In: an entry. Out: a way to have it again, equal but new each time. It forgets none before it is forgotten itself.
 */

/** Bytes of a chunk; entries share them, since an array of their own takes as much again as most entries. */
const CHUNK = 1_000_000;
/** UTF-8 has at most so many bytes for each unit of a string. */
const BYTES_A_UNIT = 3;

export type Pack = <T>(entry: T) => () => T;

export function packedEntries(): Pack {
  let chunk = new Uint8Array(0);
  let used = 0;
  return <T>(entry: T) => {
    const json = JSON.stringify(entry);
    const most = json.length * BYTES_A_UNIT;
    if (chunk.length - used < most) {
      chunk = new Uint8Array(Math.max(CHUNK, most));
      used = 0;
    }
    const own = chunk;
    const from = used;
    used += new TextEncoder().encodeInto(json, chunk.subarray(used)).written;
    const to = used;
    return () => JSON.parse(new TextDecoder().decode(own.subarray(from, to))) as T;
  };
}
