/**
 * Sums of downloads in Workers Analytics Engine, for those who have it bound. In: the binding and sums. Out: nothing; the
 * platform takes them and says no word. A point holds what a row of the table `downloads` holds. It cannot be read from
 * here, for that takes a token of the account, so nothing of it is shown to readers.
 */
import type { DownloadSum } from "./download.ts";

/** What one call of a Worker may write. */
export const MOST_POINTS = 250;

/** `MOST_POINTS` at most. The edition is the index, by which the platform draws its samples. */
export function writePoints(dataset: AnalyticsEngineDataset, sums: readonly DownloadSum[]): void {
  for (const { edition, day, topic, ending, caller, count } of sums)
    dataset.writeDataPoint({ indexes: [edition], blobs: [day, topic, ending, caller], doubles: [count] });
}
