/**
 * oEmbed as a site asks for it. In: a Worker, the address of a page of ours, and what else is asked. Out: the answer, or its
 * fields where it has to be there.
 */
import assert from "node:assert/strict";
import { OEMBED } from "../../src/model/address.ts";
import type { TestWorker } from "./worker.ts";

export interface Rich {
  readonly [field: string]: string | number;
}

type Site = Pick<TestWorker, "fetch">;

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export async function askOembed(site: Site, url: string, more = ""): Promise<Asked> {
  const answer = await site.fetch(`/${OEMBED}?url=${encodeURIComponent(url)}${more}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

export async function richOembed(site: Site, url: string, more = ""): Promise<Rich> {
  const { status, text } = await askOembed(site, url, more);
  assert.equal(status, 200, `${url}: ${text}`);
  return JSON.parse(text) as Rich;
}
