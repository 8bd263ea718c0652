/**
 * Equips the press from the bindings of the Worker: here its clock, its log and its way to the network enter. In: the
 * bindings, and the running program. Out: the press's context.
 */
import { BadSettings } from "../model/problem.ts";
import type { Program } from "../model/program.ts";
import { parseSettings, type SettingVars } from "../model/settings.ts";
import { announceTo } from "./announce.ts";
import { filesIn } from "./file-sets.ts";
import type { PressContext } from "./press-context.ts";

/**
 * What is wrong with other settings goes to the log, and the press works all the same.
 * @throws BadSettings where it is not known when an edition is due, or which address to print on it.
 */
export function pressContextOf(env: PressBindings, program: Program): PressContext {
  const { settings, problems } = parseSettings(env);
  const { site, schedule, announceTo: url, announceSecret: secret } = settings;
  if (site === null || schedule === null) throw new BadSettings(problems.map(({ message }) => message));
  const log = (line: object): void => console.log(JSON.stringify({ ...line, version: program.version }));
  for (const { name, message } of problems) log({ setting: name, error: message });
  const now = () => new Date();
  return {
    db: env.LIBRARY,
    bucket: env.SHEETS,
    program: program.name,
    site,
    schedule,
    filesIn,
    now,
    log,
    announce: url === null ? null : announceTo({ url, secret }, fetch, now),
  };
}

export interface PressBindings extends SettingVars {
  readonly LIBRARY: D1Database;
  readonly SHEETS: R2Bucket;
}
