/** The words of feeds and of citing in German. */
import type { CitingWords, FeedWords } from "../../src/model/feed-words.ts";

export const feed: FeedWords = {
  link: "Feed",
  about: "Was von Ausgabe zu Ausgabe neu, geändert oder herausgenommen ist.",
  aboutTopic: "{title}: was von Ausgabe zu Ausgabe neu, geändert oder herausgenommen ist.",
  item: "Ausgabe {id}: {list}",
  itemFirst: "Ausgabe {id}: die erste",
  itemCorrection: "Ausgabe {id} berichtigt {corrects}",
  itemRetracted: "Ausgabe {id} zurückgezogen",
  issued: "Ausgabe {id} ist erschienen.",
  unaffected: "Bei den Aussagen und Streitpunkten zu diesem Thema ändert die Berichtigung nichts.",
  more: { one: "Und {n} weitere Änderung.", other: "Und {n} weitere Änderungen." },
};

export const citing: CitingWords = {
  heading: "Zitieren",
  edition: "Ausgabe {id} vom {date}",
  genre: "Einblatt",
  hash: "SHA-256 des PDF (A4): {hash}",
  files: "Als Datei",
};
