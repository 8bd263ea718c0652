/** The words of the newsletter kit and of embedded cards in Ukrainian. */
import type { EmbedWords, KitWords } from "../../src/model/kit-words.ts";

export const kit: KitWords = {
  title: "Для розсилок",
  about:
    "Готові блоки для розсилки, усі з тими самими словами. Їхні посилання ведуть до цього випуску й через роки показуватимуть те, що в ньому сказано сьогодні. До адрес можна додавати власні параметри, як-от utm_source: вони нічого не змінюють.",
  copy: "Щоб скопіювати, клацніть у полі й виділіть усе: Ctrl+A (на Mac ⌘A).",
  block: "Блок HTML",
  bytes: { one: "{n} байт", few: "{n} байти", many: "{n} байтів", other: "{n} байта" },
  download: "Завантажити файлом",
  open: "Відкрити окремо",
  preview: "Попередній перегляд блока HTML",
  machines: "Для програм",
  machinesAbout: "Ті самі блоки за сталими адресами, а все разом – як JSON:",
  singles: "Одна тема",
  whole: "Увесь випуск",
  digest: "Коротко про випуск",
  disputes: "Що є спірним",
  topics: "Теми",
  read: "Читати весь аркуш",
  pdf: "PDF, одна сторінка",
  contents: "Читати весь випуск",
  cited: "На аркушах біля кожного твердження вказано джерело й абзац.",
  more: {
    changes: {
      one: "Ще {n} зміна",
      few: "Ще {n} зміни",
      many: "Ще {n} змін",
      other: "Ще {n} зміни",
    },
    topics: { one: "Ще {n} тема", few: "Ще {n} теми", many: "Ще {n} тем", other: "Ще {n} теми" },
    answers: {
      one: "Ще {n} відповідь",
      few: "Ще {n} відповіді",
      many: "Ще {n} відповідей",
      other: "Ще {n} відповіді",
    },
    disputes: {
      one: "Ще {n} розбіжність",
      few: "Ще {n} розбіжності",
      many: "Ще {n} розбіжностей",
      other: "Ще {n} розбіжності",
    },
  },
  pictureAlt: "{title}: аркуш випуску {id} як зображення",
};

export const embed: EmbedWords = {
  title: "Для вбудовування",
  about:
    "Картка з відповідями для вебсайтів, світла й темна, без скриптів і cookie. Без випуску в адресі вона завжди показує найновіший; де підтримують oEmbed, досить адреси аркуша.",
  frame: "Einblatt: {title}",
  read: "Читати весь аркуш",
};
