/**
 * What the press works with: the stores, the program's name, the address it prints, and ways out of the Worker. In:
 * nothing. Out: types. The clock and the network are handed in here, so that everything behind can be tried with others.
 */
import type { Schedule } from "../model/parsing/parse-schedule.ts";
import type { Variant } from "../render/variant.ts";
import type { News } from "./announcement.ts";
import type { FileSet } from "./file-sets.ts";

export interface PressContext {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  /** Names the running program. */
  readonly program: string;
  /** Origin of every URL printed, without a slash at its end. */
  readonly site: string;
  readonly schedule: Schedule;
  /** Which files are made of a set: all that there are. */
  readonly filesIn: (fileSet: FileSet) => readonly Variant[];
  /** For logs, records and what is told; nothing that is printed depends on it. */
  readonly now: () => Date;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
  /** Tells whoever wants to know that an edition is out; null where nobody does. */
  readonly announce: ((news: News) => Promise<void>) | null;
}

/** What a step of a Workflow does: run once, be remembered, be tried again where it fails. */
export interface Steps {
  readonly do: <T extends StepResult>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** What a Workflow can remember of a step: what JSON can say. */
export type StepResult = null | string | number | boolean | object;
