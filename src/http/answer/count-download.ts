/**
 * Whether an answer is a download, and if so, has it counted. In: a request, what was asked for and the answer. Out:
 * nothing: neither the answer nor its time depends on it. A download is a file of an edition that is sent from its
 * beginning; what a client has already, looks at by HEAD or fetches the rest of is none, and neither are the contents,
 * previews, the newsletter kit and what other sites embed: those lead to the files, and mails load pictures by themselves.
 */
import type { Context } from "hono";
import { writePoints } from "../../downloads/download-points.ts";
import { addDownloads } from "../../downloads/download-store.ts";
import { CHANGES } from "../../model/topic.ts";
import type { Variant } from "../../render/variant.ts";
import type { EditionEntry } from "../../store/edition-index.ts";
import type { Site } from "../site.ts";

export function countDownload(c: Context<Site>, entry: EditionEntry, variant: Variant, response: Response): void {
  if (!c.var.settings.counts || c.req.raw.method !== "GET" || !isFromStart(response)) return;
  const { LIBRARY, COUNTER } = c.env;
  const topic = topicIn(variant);
  if (topic === null) return;
  try {
    c.var.tally.note({ edition: entry.id, topic, ending: variant.ending }, c.req.header("User-Agent"), {
      write: async (sums) => (COUNTER === undefined ? await addDownloads(LIBRARY, sums) : writePoints(COUNTER, sums)),
      waitUntil: (work) => c.executionCtx.waitUntil(work),
    });
  } catch (error) {
    console.error(JSON.stringify({ downloads: "not counted", message: String(error) }));
  }
}

function topicIn(variant: Variant): string | null {
  switch (variant.kind) {
    case "sheet":
    case "all":
      return variant.topic.id;
    case "changes":
      return CHANGES;
    case "contents":
    case "card":
    case "kit":
    case "letter":
    case "embed":
      return null;
  }
}

function isFromStart({ status, headers }: Response): boolean {
  return status === 200 || (status === 206 && (headers.get("Content-Range") ?? "").startsWith("bytes 0-"));
}
