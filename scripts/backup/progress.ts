/**
 * Shows how far a long command has come. In: what there is to do, and each piece that is done. Out: on a terminal one line
 * that is written over, elsewhere a line every few seconds; at the end a line that stays.
 */
export interface Progress {
  readonly done: (bytes: number) => void;
  readonly end: () => void;
}

export type Output = Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean };

/** Milliseconds between two lines, where each line stays. */
const PAUSE = 5000;
/** And where it is written over. */
const SHORT_PAUSE = 100;

export function showProgress(output: Output, all: { readonly count: number; readonly bytes: number }): Progress {
  let [count, bytes, last] = [0, 0, Date.now()];
  const pause = output.isTTY ? SHORT_PAUSE : PAUSE;
  const line = () => `${count} of ${all.count} objects, ${megabytes(bytes)} of ${megabytes(all.bytes)} MB`;
  return {
    done: (more) => {
      count++;
      bytes += more;
      if (Date.now() - last < pause) return;
      last = Date.now();
      output.write(output.isTTY ? `\r${line()}\x1b[K` : `${line()}\n`);
    },
    end: () => void output.write(output.isTTY ? `\r${line()}\x1b[K\n` : `${line()}\n`),
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
