/**
 * What every handler is handed: the bindings, the settings, the running program and the index of editions. In: nothing.
 * Out: the type, the address that this site has, and the hosts by which it is known.
 */
import type { Context } from "hono";
import type { Tally } from "../downloads/tally.ts";
import type { Program } from "../model/program.ts";
import type { SettingProblem, Settings } from "../model/settings.ts";
import type { FileStores } from "../render/fetch-file.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { TimedCache } from "../store/timed-cache.ts";

export interface Site {
  /** The dataset is there where `wrangler.toml` binds one, which it does not by itself. */
  readonly Bindings: Env & { readonly COUNTER?: AnalyticsEngineDataset };
  readonly Variables: {
    readonly program: Program;
    /** The variables of the bindings are read here and nowhere else. */
    readonly settings: Settings;
    readonly problems: readonly SettingProblem[];
    readonly catalogue: Catalogue;
    /** What the isolate remembers for a while. */
    readonly cache: TimedCache;
    readonly tally: Tally;
    /** In milliseconds since 1970. */
    readonly now: () => number;
  };
}

/** Where this site's files come from. */
export function filesOf(c: Context<Site>): FileStores {
  return {
    bucket: c.env.SHEETS,
    program: c.var.program.name,
    waitUntil: (work) => c.executionCtx.waitUntil(work),
  };
}

/** Without a slash at its end, as `urlOf` wants it. Where the setting is wrong, the one at which the reader is. */
export function siteOf(c: Context<Site>): string {
  return c.var.settings.site ?? new URL(c.req.url).origin;
}

/** Of this address, and of those at which the site was before. */
export function hostsOf(c: Context<Site>): readonly string[] {
  return [new URL(siteOf(c)).host, ...c.var.settings.formerHosts];
}
