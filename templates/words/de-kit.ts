/** The words of the newsletter kit and of embedded cards in German. */
import type { EmbedWords, KitWords } from "../../src/model/kit-words.ts";

export const kit: KitWords = {
  title: "Für Newsletter",
  about:
    "Fertige Blöcke zum Einfügen in einen Newsletter, alle mit denselben Worten. Ihre Links führen zu dieser Ausgabe und zeigen auch in Jahren noch, was heute darin steht. Eigene Kennungen an den Adressen, etwa utm_source, schaden nicht.",
  copy: "Zum Kopieren in das Feld klicken und mit Strg+A (am Mac ⌘A) alles markieren.",
  block: "HTML-Block",
  bytes: { other: "{n} Byte" },
  download: "Als Datei laden",
  open: "Einzeln öffnen",
  preview: "Vorschau des HTML-Blocks",
  machines: "Für Programme",
  machinesAbout: "Dieselben Blöcke unter festen Adressen, und alles zusammen als JSON:",
  singles: "Ein Thema allein",
  whole: "Die ganze Ausgabe",
  digest: "Die Ausgabe in Kürze",
  disputes: "Was strittig ist",
  topics: "Die Themen",
  read: "Das ganze Blatt lesen",
  pdf: "Als PDF, eine Seite",
  contents: "Die ganze Ausgabe lesen",
  cited: "Auf den Blättern nennt jede Aussage Quelle und Absatz.",
  more: {
    changes: { one: "{n} weitere Änderung", other: "{n} weitere Änderungen" },
    topics: { one: "{n} weiteres Thema", other: "{n} weitere Themen" },
    answers: { one: "{n} weitere Antwort", other: "{n} weitere Antworten" },
    disputes: { one: "{n} weiterer Streitpunkt", other: "{n} weitere Streitpunkte" },
  },
  pictureAlt: "{title}: das Blatt der Ausgabe {id} als Bild",
};

export const embed: EmbedWords = {
  title: "Zum Einbetten",
  about:
    "Eine Karte mit den Antworten für Websites, hell und dunkel, ohne Skript und Cookies. Ohne die Ausgabe in der Adresse zeigt sie immer die neueste; wer oEmbed versteht, braucht nur die Adresse des Blattes.",
  frame: "Einblatt: {title}",
  read: "Das ganze Blatt lesen",
};
