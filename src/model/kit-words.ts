/**
 * The words of the newsletter kit and of what is embedded elsewhere, in one language. In: one file a language below
 * `templates/words/`. Out: the shape those files must fill, joined into `Words`.
 */
import type { Plural } from "./plural.ts";

export interface KitWords {
  /** Names the page and the links to it. */
  readonly title: string;
  readonly about: string;
  /** How to copy from a field without a script. */
  readonly copy: string;
  /** Names the HTML block. */
  readonly block: string;
  readonly bytes: Plural;
  readonly download: string;
  readonly open: string;
  readonly preview: string;
  /** Heads the addresses for programs. */
  readonly machines: string;
  readonly machinesAbout: string;
  readonly singles: string;
  readonly whole: string;
  /** Above the title of a letter about a whole edition. */
  readonly digest: string;
  readonly disputes: string;
  readonly topics: string;
  /** What a letter links to. */
  readonly read: string;
  readonly pdf: string;
  readonly contents: string;
  /** That the sheet has the citations which a letter has no room for. */
  readonly cited: string;
  /** What a letter has no room for, and links to. */
  readonly more: Readonly<Record<"changes" | "topics" | "answers" | "disputes", Plural>>;
  /** `{title}` and `{id}` of the edition. */
  readonly pictureAlt: string;
}

export interface EmbedWords {
  /** Heads the frame's markup on the page of a topic's kit. */
  readonly title: string;
  readonly about: string;
  /** `{title}`; names the frame to those who do not see it. */
  readonly frame: string;
  readonly read: string;
}
