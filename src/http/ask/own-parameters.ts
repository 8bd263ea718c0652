/**
 * The parameters that mean something here. In: an address. Out: its parameters, or a refusal where one of ours stands in it
 * so that it would not be read: a wish that is lost in silence is worse than one that is refused, and what is refused is
 * looked at by `elsewhere/`. What values there are is not known here.
 */
import { OEMBED } from "../../model/address.ts";
import { Refusal } from "../answer/refusal.ts";
import { plainValue } from "./plain-values.ts";
import { splitAddress } from "./split-address.ts";

interface Own {
  readonly names: readonly string[];
  /** Programs that write HTML turn `&` into `&amp;`, some of them more than once. */
  readonly escaped: RegExp;
  /** In other letters, or in the value of the parameter before it. */
  readonly swallowed: RegExp;
}

const ON_PAGES = own(["template", "paper", "dl", "since"]);
const ON_OEMBED = own(["url", "format", "maxwidth", "maxheight"]);

function own(names: readonly string[]): Own {
  const any = names.join("|");
  return {
    names,
    escaped: new RegExp(`^(?:amp;){1,4}(${any})$`, "i"),
    swallowed: new RegExp(`(?:^|[?&;])(?:amp;){0,4}(${any})=(.*)`, "is"),
  };
}

function ownAt(path: string): Own {
  return path === `/${OEMBED}` ? ON_OEMBED : ON_PAGES;
}

/** All others are somebody else's, and pass unseen. */
export function ownParameters(path: string): readonly string[] {
  return ownAt(path).names;
}

export function parametersOf(url: string): URLSearchParams {
  const { searchParams: query, pathname } = new URL(url);
  const { names, escaped, swallowed } = ownAt(pathname);
  for (const [key, value] of query) {
    if (names.includes(key)) continue;
    const [, inName] = escaped.exec(key) ?? [];
    // An address in a value has a query of its own.
    const [, inValue, behind = ""] = (value.includes("://") ? null : swallowed.exec(`${key}=${value}`)) ?? [];
    const parameter = (inName ?? inValue)?.toLowerCase();
    // Of a repeated one the first counts.
    if (parameter === undefined || query.has(parameter)) continue;
    const given = inName === undefined ? behind : value;
    // What only looks like ours may as well be somebody else's, unless it has a value that ours can have.
    if (inName !== undefined || plainValue(parameter, splitAddress(given).part) !== null)
      throw new Refusal("parameter", { parameter, given });
  }
  return query;
}
