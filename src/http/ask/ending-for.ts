/**
 * The ending that a reader's client prefers, at an address without one. In: the call and the endings there are. Out: one of
 * them, with the headers that say on what the choice depended, or a refusal that names what there is.
 */
import type { Context } from "hono";
import { type Ending, FORMATS } from "../../formats/formats.ts";
import { Refusal } from "../answer/refusal.ts";
import type { Site } from "../site.ts";
import { chooseType } from "./negotiate.ts";

export interface EndingChoice<E extends string> {
  readonly ending: E;
  readonly headers: Readonly<Record<string, string>>;
}

export function endingFor<E extends Ending>(c: Context<Site>, endings: readonly E[]): EndingChoice<E> {
  const types = new Map(endings.map((ending) => [mediaType(FORMATS[ending].contentType), ending]));
  const offered = ["text/html", ...[...types.keys()].filter((type) => type !== "text/html")];
  const accept = c.req.header("Accept");
  const ending = types.get(chooseType(accept, offered) ?? "");
  if (ending === undefined)
    throw new Refusal(
      "type",
      { given: accept ?? "" },
      offered.map((name) => ({ name })),
    );
  return { ending, headers: { Vary: "Accept" } };
}

function mediaType(contentType: string): string {
  return contentType.split(";")[0] ?? contentType;
}
