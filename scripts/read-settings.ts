/**
 * The settings as a command finds them. In: `wrangler.toml`, and the address at which a command for this machine serves.
 * Out: the settings, every one of them sound. A wrong one is refused even where the command could do without it, for the
 * Worker will need it. What is for readers also has to have an address and a database of its own.
 */
import { isLoopback } from "../src/model/origin.ts";
import type { Schedule } from "../src/model/parsing/parse-schedule.ts";
import { BadSettings } from "../src/model/problem.ts";
import { parseSettings, type Settings } from "../src/model/settings.ts";
import { readConfiguration } from "./local-worker.ts";

export interface SoundSettings extends Settings {
  readonly site: string;
  readonly schedule: Schedule;
}

export interface LocalSettings extends SoundSettings {
  /** A sentence to print where nobody has said which address it is; else null. */
  readonly note: string | null;
}

/** Where `npm start` serves. */
const START = "http://localhost:8787";

/**
 * For this machine alone: `site` stands instead of the address that readers use, which may still be empty.
 * @throws BadSettings that names every one that is wrong, in the file or in what stands instead.
 */
export function readLocalSettings(site: string = START): LocalSettings {
  const { vars } = readConfiguration();
  const isEmpty = String(vars.PUBLIC_URL ?? "").trim() === "";
  const inFile = parseSettings(isEmpty ? { ...vars, PUBLIC_URL: START } : vars);
  const here = parseSettings({ ...vars, PUBLIC_URL: site });
  const settings = sound(here.settings, [...inFile.problems, ...here.problems].map(messageOf));
  const note = `PUBLIC_URL in wrangler.toml is empty; on this machine it is ${START}, where npm start serves.`;
  return { ...settings, note: isEmpty && site === START ? note : null };
}

/** @throws BadSettings also where readers would be sent to their own machine, or no database is named. */
export function readPublicSettings(): SoundSettings {
  const { vars, d1_databases: databases } = readConfiguration();
  const { settings, problems } = parseSettings(vars);
  const more: string[] = [];
  if (settings.site !== null && isLoopback(settings.site))
    more.push("set PUBLIC_URL in wrangler.toml to the address readers will use; this one is their own machine");
  if (/^[0-]*$/.test(databases[0]?.database_id ?? ""))
    more.push("set database_id in wrangler.toml to the one that `wrangler d1 create einblatt` printed");
  return sound(settings, [...problems.map(messageOf), ...more]);
}

function messageOf({ message }: { readonly message: string }): string {
  return message;
}

function sound(settings: Settings, messages: readonly string[]): SoundSettings {
  const { site, schedule } = settings;
  if (messages.length > 0 || site === null || schedule === null) throw new BadSettings([...new Set(messages)]);
  return { ...settings, site, schedule };
}
