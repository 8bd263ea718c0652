/**
 * Tells an address of the operator's that an edition is out, by POST with JSON, the way newsletter tools and chats take
 * such news (webhooks). In: the address, perhaps a secret that both sides know, a way to fetch and a clock. Out: a function
 * that sends. The edition's name is its key, so that news that comes twice can be known as the same. What it says of a
 * failure names no address, for that may be a key itself.
 */
import { createHmac } from "node:crypto";
import type { News } from "./announcement.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Listener {
  readonly url: string;
  readonly secret: string | null;
}

const SECONDS = 10;

/** @throws Error where the listener does not take it; readers have the edition all the same. */
export function announceTo({ url, secret }: Listener, send: Fetch, now: () => Date): (news: News) => Promise<void> {
  return async (news) => {
    const body = JSON.stringify(news);
    const response = await send(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": news.edition,
        ...(secret === null ? {} : signatureOf(body, secret, now())),
      },
      body,
      // Who follows a redirect asks by GET, without the news, and takes the answer for thanks.
      redirect: "manual",
      signal: AbortSignal.timeout(SECONDS * 1000),
    }).catch((failure: unknown) => {
      const isLate = failure instanceof Error && failure.name === "TimeoutError";
      throw new Error(isLate ? `ANNOUNCE_TO did not answer in ${SECONDS} seconds` : "ANNOUNCE_TO could not be reached");
    });
    await response.body?.cancel().catch(() => {});
    if (!response.ok) throw new Error(`ANNOUNCE_TO answered ${response.status}`);
  };
}

/** The time is signed too, so that nobody can send later what they once overheard. */
function signatureOf(body: string, secret: string, now: Date): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const hash = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return { "Einblatt-Timestamp": timestamp, "Einblatt-Signature": `sha256=${hash}` };
}
