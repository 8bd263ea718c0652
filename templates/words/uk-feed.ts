/** The words of feeds and of citing in Ukrainian. */
import type { CitingWords, FeedWords } from "../../src/model/feed-words.ts";

export const feed: FeedWords = {
  link: "Стрічка",
  about: "Що нового, що змінено і що вилучено від випуску до випуску.",
  aboutTopic: "{title}: що нового, що змінено і що вилучено від випуску до випуску.",
  item: "Випуск {id}: {list}",
  itemFirst: "Випуск {id}: перший",
  itemCorrection: "Випуск {id} виправляє {corrects}",
  itemRetracted: "Випуск {id} відкликано",
  issued: "Вийшов випуск {id}.",
  unaffected: "Твердження й розбіжності на цю тему виправлення не зачіпає.",
  more: {
    one: "І ще {n} зміна.",
    few: "І ще {n} зміни.",
    many: "І ще {n} змін.",
    other: "І ще {n} зміни.",
  },
};

export const citing: CitingWords = {
  heading: "Цитувати",
  edition: "Випуск {id} від {date}",
  genre: "Аркуш",
  hash: "SHA-256 файлу PDF (A4): {hash}",
  files: "Файлом",
};
