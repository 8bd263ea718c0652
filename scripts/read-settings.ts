/**
 * The settings as a command finds them. In: `wrangler.toml`, and what the command says instead of it. Out: the settings,
 * every one of them sound. A wrong one is refused even where the command could do without it, for the Worker will need
 * it.
 */
import type { Schedule } from "../src/model/parsing/parse-schedule.ts";
import { BadSettings } from "../src/model/problem.ts";
import { parseSettings, type Settings, type SettingVars } from "../src/model/settings.ts";
import { readConfiguration } from "./local-worker.ts";

export interface SoundSettings extends Settings {
  readonly site: string;
  readonly schedule: Schedule;
}

/** @throws BadSettings that names every one that is wrong, in the file or in what overrules it. */
export function readSettings(overruling: SettingVars = {}): SoundSettings {
  const { vars } = readConfiguration();
  const inFile = parseSettings(vars);
  const { settings, problems } = parseSettings({ ...vars, ...overruling });
  const messages = new Set([...inFile.problems, ...problems].map(({ message }) => message));
  const { site, schedule } = settings;
  if (messages.size > 0 || site === null || schedule === null) throw new BadSettings([...messages]);
  return { ...settings, site, schedule };
}

/** @throws BadSettings also where readers would be sent to their own machine. */
export function readPublicSettings(): SoundSettings {
  const settings = readSettings();
  if (new URL(settings.site).hostname === "localhost")
    throw new BadSettings(["set PUBLIC_URL in wrangler.toml to the address readers will use"]);
  return settings;
}
