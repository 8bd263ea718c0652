/** The words of feeds and of citing in English. */
import type { CitingWords, FeedWords } from "../../src/model/feed-words.ts";

export const feed: FeedWords = {
  link: "Feed",
  about: "What is new, changed or taken off from one edition to the next.",
  aboutTopic: "{title}: what is new, changed or taken off from one edition to the next.",
  item: "Edition {id}: {list}",
  itemFirst: "Edition {id}: the first",
  itemCorrection: "Edition {id} corrects {corrects}",
  itemRetracted: "Edition {id} retracted",
  issued: "Edition {id} has been issued.",
  unaffected: "The correction leaves the statements and disputes on this topic as they were.",
  more: { one: "And {n} more change.", other: "And {n} more changes." },
};

export const citing: CitingWords = {
  heading: "Cite",
  edition: "Edition {id} of {date}",
  genre: "Briefing",
  hash: "SHA-256 of the PDF (A4): {hash}",
  files: "As a file",
};
