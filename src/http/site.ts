/**
 * What every handler is handed: the bindings, the program's name and the index of editions. In: nothing. Out: the type,
 * and the address that this site has.
 */
import type { Context } from "hono";
import type { Catalogue } from "../editions/catalogue.ts";

export interface Site {
  readonly Bindings: Env;
  readonly Variables: { readonly program: string; readonly catalogue: Catalogue };
}

/** Without a slash at its end, as `urlOf` wants it. */
export function siteOf(c: Context<Site>): string {
  return c.env.PUBLIC_URL.replace(/\/+$/, "");
}
