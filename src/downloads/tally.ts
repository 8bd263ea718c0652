/**
 * Gathers downloads within an isolate and writes their sums now and then. In: a clock, a way to pause and, with each
 * download, where to write and what keeps the isolate awake. Out: nothing. It costs an answer the noting of a line: who
 * called is looked at when the sums are written, and each name once. What cannot be written, or what an isolate that
 * ends has not written yet, is lost; no count is ever written twice.
 */

import { callerOf } from "./caller-of.ts";
import { type Caller, type Download, type DownloadSum, dayOf, sumUp } from "./download.ts";
import { MOST_POINTS } from "./download-points.ts";

export interface Tally {
  readonly note: (download: Download, userAgent: string | undefined, outlet: Outlet) => void;
}

export interface Outlet {
  readonly write: (sums: readonly DownloadSum[]) => Promise<void>;
  /** Lets what is going on end after the answer. */
  readonly waitUntil: (work: Promise<void>) => void;
}

interface Noted {
  readonly download: Download;
  readonly userAgent: string | undefined;
  readonly at: number;
}

/** Seconds between two writings, in milliseconds; the platform lets work go on for 30 seconds after an answer. */
export const GATHERING = 10_000;
/** When so many were noted they are written at once. */
const MOST = MOST_POINTS;

export function tallyOf(now: () => number, pause: (milliseconds: number) => Promise<void>): Tally {
  let noted: Noted[] = [];
  /** When somebody who waits will write, unless stopped; before that nobody else need wait. */
  let due = 0;

  const empty = async (write: Outlet["write"]): Promise<void> => {
    const taken = noted;
    noted = [];
    if (taken.length === 0) return;
    try {
      await write(sumsOf(taken));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(JSON.stringify({ downloads: "lost", count: taken.length, message }));
    }
  };

  return {
    note(download, userAgent, { write, waitUntil }) {
      const at = now();
      noted.push({ download, userAgent, at });
      if (noted.length >= MOST) {
        waitUntil(empty(write));
      } else if (at >= due) {
        // One waits for all. A promise of one request may not be awaited in another, but notes are no promise.
        due = at + GATHERING;
        waitUntil(
          pause(GATHERING).then(async () => {
            due = 0;
            await empty(write);
          }),
        );
      }
    },
  };
}

function sumsOf(noted: readonly Noted[]): readonly DownloadSum[] {
  const callers = new Map<string | undefined, Caller>();
  return sumUp(
    noted.map(({ download, userAgent, at }) => {
      const caller = callers.get(userAgent) ?? callerOf(userAgent);
      callers.set(userAgent, caller);
      return { ...download, day: dayOf(at), caller };
    }),
  );
}
