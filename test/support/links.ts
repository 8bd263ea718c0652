/** The links in the head of an answer, by their relation. In: an answer. Out: addresses; ours as paths. */
import { SITE } from "./edition-facts.ts";

export interface HeadLink {
  readonly url: string;
  /** Type or language, as it is written. */
  readonly rest: string;
}

export function linksOf({ headers }: Pick<Response, "headers">): ReadonlyMap<string, readonly HeadLink[]> {
  const found = (headers.get("Link") ?? "").split(", ").flatMap((each) => {
    const [, url = "", rel = "", rest = ""] = /^<([^<>]*)>; rel="([a-z-]+)"(.*)$/.exec(each) ?? [];
    return rel === "" ? [] : [{ url: url.replace(SITE, ""), rel, rest }];
  });
  return Map.groupBy(found, ({ rel }) => rel);
}

/** The first address of a relation. */
export function linked(response: Pick<Response, "headers">, rel: string): string | null {
  return linksOf(response).get(rel)?.[0]?.url ?? null;
}
