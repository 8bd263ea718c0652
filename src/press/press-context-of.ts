/**
 * Equips the press from the bindings of the Worker: here its clock, its log and its way to the network enter. In: the
 * bindings, and the running program. Out: the press's context.
 */
import type { Program } from "../model/program.ts";
import { announceTo } from "./announce.ts";
import type { PressContext } from "./press-context.ts";
import { parseSchedule } from "./schedule.ts";

/** @throws BadSetting where `SCHEDULE` is no schedule. */
export function pressContextOf(env: PressBindings, program: Program): PressContext {
  return {
    db: env.LIBRARY,
    bucket: env.SHEETS,
    program: program.name,
    site: env.PUBLIC_URL.replace(/\/$/, ""),
    schedule: parseSchedule(env.SCHEDULE),
    now: () => new Date(),
    log: (line) => console.log(JSON.stringify({ ...line, version: program.version })),
    announce: env.ANNOUNCE_TO === "" ? null : announceTo(env.ANNOUNCE_TO, fetch),
  };
}

export interface PressBindings {
  readonly LIBRARY: D1Database;
  readonly SHEETS: R2Bucket;
  readonly PUBLIC_URL: string;
  readonly SCHEDULE: string;
  readonly ANNOUNCE_TO: string;
}
