/**
 * What search engines and archives read of a page: schema.org as JSON-LD. In: values. Out: a data block that no browser
 * runs and no text can end. The terms are held to the vocabulary by the compiler.
 */
import type { Organization, Periodical, PublicationIssue, Thing, WithContext } from "schema-dts";
import { urlOf } from "../../model/address.ts";
import { LICENCE } from "../../model/licence.ts";
import { html, type Markup } from "./markup.ts";

/** The signs with which a text could end the block, or a line of a script in old browsers. */
const ENDING = /[<>&\u2028\u2029]/g;

export function writeStructuredData(data: WithContext<Thing>): Markup {
  const json = JSON.stringify(data).replace(ENDING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // Within a script references are no signs, so JSON has its own way to be markup.
  return html`<script type="application/ld+json">${json as Markup}</script>\n`;
}

/** No person is named who is not in the data: Einblatt answers for what it prints. */
export function publisherOf(site: string): Organization {
  return { "@type": "Organization", name: "Einblatt", url: urlOf(site, {}) };
}

export function periodicalOf(site: string): Periodical {
  return { "@type": "Periodical", name: "Einblatt", url: urlOf(site, {}) };
}

export interface IssueFacts {
  readonly site: string;
  readonly language: string;
  readonly edition: string;
  readonly issued: string;
}

/** An edition as what its pages are part of. */
export function issueOf({ site, language, edition, issued }: IssueFacts) {
  return {
    "@type": "PublicationIssue",
    "@id": urlOf(site, { language, edition }),
    issueNumber: edition,
    datePublished: issued,
    license: LICENCE,
    isPartOf: periodicalOf(site),
  } satisfies PublicationIssue;
}
