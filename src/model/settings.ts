/**
 * The settings of an installation. In: the variables under [vars] of `wrangler.toml` and the secrets of the Worker, as the
 * Worker or a command finds them. Out: what each one means, and a sentence for every one that cannot be understood. Nobody
 * else reads these variables; what is done where one is wrong is decided by whoever needs it.
 */
import * as v from "valibot";
import { hostOf, isLoopback, originOf } from "./origin.ts";
import { parseSchedule, type Schedule } from "./parsing/parse-schedule.ts";

export interface Settings {
  /** Stands before every address of ours, in the form of `originOf`; null where it is wrong or not given. */
  readonly site: string | null;
  /** Hosts at which this site was before, with their ports: an address there is one of ours. */
  readonly formerHosts: readonly string[];
  /** Null where it is wrong: an edition at a time that nobody chose would be worse than none. */
  readonly schedule: Schedule | null;
  /** An address that is told of editions; null where nobody is. */
  readonly announceTo: string | null;
  /** With which it can make sure that it was told by us; null where nothing is signed. */
  readonly announceSecret: string | null;
  readonly indexSeconds: number;
  readonly counts: boolean;
}

export interface SettingProblem {
  readonly name: SettingName;
  /** One sentence: what was found, and what to write instead. */
  readonly message: string;
}

export interface ParsedSettings {
  readonly settings: Settings;
  /** Empty where all is well. */
  readonly problems: readonly SettingProblem[];
}

/** What a variable is where it is absent. There is no default for the address that readers use. */
export const DEFAULTS = {
  FORMER_HOSTS: "",
  SCHEDULE: "Monday 06:00 Europe/Berlin",
  ANNOUNCE_TO: "",
  ANNOUNCE_SECRET: "",
  INDEX_SECONDS: "5",
  COUNTS: "off",
} as const;

/** Longer, a retraction would be seen too late. */
const MOST_SECONDS = 3600;
/** Whoever overhears one message can try shorter secrets one after the other. */
const LEAST_SECRET = 16;

/** TOML knows numbers and booleans too, and whoever writes `INDEX_SECONDS = 5` means what it says. */
const TEXT = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String), v.trim());

const textOr = <const D extends string>(absent: D) => v.optional(TEXT, absent);
/** Where an empty text can mean nothing else, it means the default. */
const filledOr = <const D extends string>(absent: D) =>
  v.pipe(
    textOr(absent),
    v.transform((text) => (text === "" ? absent : text)),
  );

const SCHEMAS = {
  PUBLIC_URL: v.pipe(
    TEXT,
    v.transform(originOf),
    v.check((origin) => origin !== null),
  ),
  FORMER_HOSTS: v.pipe(
    textOr(DEFAULTS.FORMER_HOSTS),
    v.transform((text) => text.split(/\s+/).filter((word) => word !== "")),
    v.check((words) => words.every((word) => hostOf(word) !== null)),
    v.transform((words) => words.flatMap((word) => hostOf(word) ?? [])),
  ),
  SCHEDULE: v.pipe(
    textOr(DEFAULTS.SCHEDULE),
    v.transform(parseSchedule),
    v.check((schedule) => schedule !== null),
  ),
  ANNOUNCE_TO: v.pipe(
    textOr(DEFAULTS.ANNOUNCE_TO),
    v.check((text) => text === "" || isListener(text)),
    v.transform((text) => (text === "" ? null : text)),
  ),
  ANNOUNCE_SECRET: v.pipe(
    textOr(DEFAULTS.ANNOUNCE_SECRET),
    v.check((text) => text === "" || text.length >= LEAST_SECRET),
    v.transform((text) => (text === "" ? null : text)),
  ),
  INDEX_SECONDS: v.pipe(filledOr(DEFAULTS.INDEX_SECONDS), v.digits(), v.transform(Number), v.maxValue(MOST_SECONDS)),
  COUNTS: v.pipe(
    filledOr(DEFAULTS.COUNTS),
    // As written and not otherwise: nobody is counted by a slip of the pen.
    v.picklist(["on", "off"]),
    v.transform((text) => text === "on"),
  ),
};

export type SettingName = keyof typeof SCHEMAS;
/** The bindings of the Worker are such a value, whatever else they hold. */
export type SettingVars = { readonly [name in SettingName]?: unknown };

const REMEDIES: Readonly<Record<SettingName, string>> = {
  PUBLIC_URL: "write the address readers use, without a path, such as https://briefings.example.org",
  FORMER_HOSTS: "write hosts or addresses without a path, separated by blanks, such as old.example.org, or nothing",
  SCHEDULE: `write a weekday, a time and a time zone, such as ${DEFAULTS.SCHEDULE}`,
  ANNOUNCE_TO: "write an address that begins with https:// and holds no password, or nothing to tell nobody",
  ANNOUNCE_SECRET: `write at least ${LEAST_SECRET} characters, or nothing to sign nothing`,
  INDEX_SECONDS: `write whole seconds from 0 to ${MOST_SECONDS}`,
  COUNTS: "write on or off",
};

/**
 * May be kept as secrets of the Worker instead of under [vars], where none of the same name may stand then. Such addresses
 * hold keys (webhooks), and `/health` shows to everybody what is wrong.
 */
export const SECRET: ReadonlySet<SettingName> = new Set(["ANNOUNCE_TO", "ANNOUNCE_SECRET"]);
/** Of what was found, so much is repeated. */
const SHOWN = 80;

/** Without encryption only on this machine; an address with a password in it cannot be fetched. */
function isListener(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.origin));
}

export function parseSettings(vars: SettingVars): ParsedSettings {
  const problems: SettingProblem[] = [];
  const read = <N extends SettingName, F>(name: N, wrong: F): v.InferOutput<(typeof SCHEMAS)[N]> | F => {
    const found = vars[name];
    const result = v.safeParse(SCHEMAS[name], found);
    if (result.success) return result.output as v.InferOutput<(typeof SCHEMAS)[N]>;
    problems.push({ name, message: `setting ${name} is ${shown(name, found)}; ${REMEDIES[name]}` });
    return wrong;
  };
  const settings = {
    site: read("PUBLIC_URL", null),
    formerHosts: read("FORMER_HOSTS", []),
    schedule: read("SCHEDULE", null),
    announceTo: read("ANNOUNCE_TO", null),
    announceSecret: read("ANNOUNCE_SECRET", null),
    indexSeconds: read("INDEX_SECONDS", Number(DEFAULTS.INDEX_SECONDS)),
    counts: read("COUNTS", false),
  };
  // Unsigned, the news would be taken for somebody else's; so nobody is told.
  const isMute = problems.some(({ name }) => name === "ANNOUNCE_SECRET");
  return { settings: isMute ? { ...settings, announceTo: null } : settings, problems };
}

function shown(name: SettingName, found: unknown): string {
  if (found === undefined) return "not given";
  if (SECRET.has(name)) return "nothing that can be used (it is not shown here)";
  const text = JSON.stringify(found).replace(/\/\/[^/\s]*@/, "//…@");
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
