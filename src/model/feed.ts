/**
 * A feed: what every edition brought, newest first, on everything or on one topic, in one language. In: nothing. Out: the
 * value that Atom, RSS and JSON Feed are written from. It holds no XML and knows no store.
 */
export interface Feed {
  readonly language: string;
  /** Origin of its addresses, without a slash at its end. */
  readonly site: string;
  /** Null where it is about everything. */
  readonly topic: string | null;
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  /** When its newest item was written, ISO 8601 in UTC. */
  readonly updated: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** An absolute address that never changes, not even where the site moves. */
  readonly id: string;
  readonly url: string;
  /** Text, not markup. */
  readonly title: string;
  /** A fragment of HTML that needs no style and no script. */
  readonly html: string;
  /** ISO 8601 in UTC. */
  readonly published: string;
}
