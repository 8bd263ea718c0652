/**
 * What makes a page: the one signature that ours and every peer's file in this folder has. In: an edition, the words
 * of one sheet of it, and these words with their type. Out: the bytes of a PDF. Types only.
 */
import type { Briefing } from "../src/model/briefing.ts";
import type { Edition } from "../src/model/edition.ts";
import type { Content } from "./content.ts";

export interface Job {
  readonly edition: Edition;
  readonly briefing: Briefing;
  readonly content: Content;
}

export interface Maker {
  make(job: Job): Uint8Array | Promise<Uint8Array>;
  close?(): Promise<void>;
}

/** Loads what can be loaded before the first page: the library, the faces, a browser. */
export type OpenMaker = () => Maker | Promise<Maker>;
