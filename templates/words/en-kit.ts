/** The words of the newsletter kit and of embedded cards in English. */
import type { EmbedWords, KitWords } from "../../src/model/kit-words.ts";

export const kit: KitWords = {
  title: "For newsletters",
  about:
    "Blocks ready to be pasted into a newsletter, all in the same words. Their links lead to this edition and will show for years what it says today. You may add parameters of your own to the addresses, such as utm_source; they change nothing.",
  copy: "To copy, click into the field and select everything with Ctrl+A (⌘A on a Mac).",
  block: "HTML block",
  bytes: { one: "{n} byte", other: "{n} bytes" },
  download: "Download as a file",
  open: "Open by itself",
  preview: "Preview of the HTML block",
  machines: "For programs",
  machinesAbout: "The same blocks at fixed addresses, and all of it together as JSON:",
  singles: "A single topic",
  whole: "The whole edition",
  digest: "The edition in short",
  disputes: "What is disputed",
  topics: "The topics",
  read: "Read the whole sheet",
  pdf: "As a PDF, one page",
  contents: "Read the whole edition",
  cited: "On the sheets every statement names its source and paragraph.",
  more: {
    changes: { one: "{n} more change", other: "{n} more changes" },
    topics: { one: "{n} more topic", other: "{n} more topics" },
    answers: { one: "{n} more answer", other: "{n} more answers" },
    disputes: { one: "{n} more dispute", other: "{n} more disputes" },
  },
  pictureAlt: "{title}: the sheet of edition {id} as a picture",
};

export const embed: EmbedWords = {
  title: "To embed",
  about:
    "A card with the answers for websites, light and dark, without scripts or cookies. Without the edition in its address it always shows the newest; where oEmbed is understood, the address of the sheet is enough.",
  frame: "Einblatt: {title}",
  read: "Read the whole sheet",
};
