/**
 * Tells an address of the operator's that an edition is out, by POST with JSON, the way newsletter tools and chats take
 * such news (webhooks). In: the address and a way to fetch. Out: a function that sends. The edition's name is its key, so
 * that news that comes twice can be known as the same.
 */
import type { News } from "./announcement.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** @throws Error where the listener does not take it; readers have the edition all the same. */
export function announceTo(url: string, send: Fetch): (news: News) => Promise<void> {
  return async (news) => {
    const response = await send(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": news.edition },
      body: JSON.stringify(news),
    });
    if (!response.ok) throw new Error(`ANNOUNCE_TO answered ${response.status}`);
  };
}
