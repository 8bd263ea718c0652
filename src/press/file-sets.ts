/**
 * Which files are made together: a file set is all that readers can be expected to ask for of one topic in one language, or
 * of an edition's own pages. In: an edition's topics and languages. Out: its file sets, divided into batches that each fit one
 * step of a Workflow. It sets nothing.
 */
import { LANGUAGES } from "../../templates/languages.ts";
import { type Ending, FORMATS, WORD_FORMATS } from "../formats/formats.ts";
import { PAPERS, type PaperId } from "../model/template.ts";
import { cardOf, LETTERS, type Variant, type WordEnding, type WrittenVariant } from "../render/variant.ts";
import type { EditionTopic } from "../store/edition-index.ts";
import { ownTemplate } from "../store/own-template.ts";

export type TopicFileSet = { readonly kind: "topic"; readonly language: string; readonly topic: EditionTopic };
export type FileSet = TopicFileSet | { readonly kind: "edition"; readonly language: string };

/**
 * File sets in one step: about 840 writes to R2, of the 10,000 requests that a Worker may make (1,000 on older accounts),
 * and about five seconds of the 30 of CPU. 5,000 topics in 5 languages are then 626 of the 1,024 steps of a Workflow.
 */
const SETS_A_BATCH = 40;

export function batchesOf(topics: readonly EditionTopic[]): readonly (readonly FileSet[])[] {
  const fileSets = Object.keys(LANGUAGES).flatMap((language): FileSet[] => [
    { kind: "edition", language },
    ...topics.map((topic): FileSet => ({ kind: "topic", language, topic })),
  ]);
  return Array.from({ length: Math.ceil(fileSets.length / SETS_A_BATCH) }, (_, i) =>
    fileSets.slice(i * SETS_A_BATCH, (i + 1) * SETS_A_BATCH),
  );
}

/** All of a set: what is written, and the picture that goes with a topic's pages; what belongs to no topic has none. */
export function filesIn(fileSet: FileSet): readonly Variant[] {
  const written = variantsOf(fileSet);
  return fileSet.kind === "topic" ? [...written, cardOf(fileSet.topic, fileSet.language)] : written;
}

/** The topic's own template; whoever chooses another waits for it once. */
export function variantsOf(fileSet: FileSet): readonly WrittenVariant[] {
  const { language } = fileSet;
  const endings = Object.keys(WORD_FORMATS) as WordEnding[];
  if (fileSet.kind === "edition")
    return [
      { kind: "contents", language, ending: "html" },
      ...endings.map((ending): WrittenVariant => ({ kind: "changes", language, ending })),
      ...kitOf(language, null),
    ];
  const { topic } = fileSet;
  const template = ownTemplate(topic);
  const papers = Object.keys(PAPERS) as PaperId[];
  return [
    ...papers.flatMap((paper) =>
      (Object.keys(FORMATS) as Ending[]).map(
        (ending): WrittenVariant => ({ kind: "sheet", language, topic, template, paper, ending }),
      ),
    ),
    ...endings.map((ending): WrittenVariant => ({ kind: "all", language, topic, ending })),
    ...kitOf(language, topic),
    { kind: "embed", language, topic, ending: "html" },
  ];
}

/** One after the other, for they are all written from one kit. */
function kitOf(language: string, topic: EditionTopic | null): readonly WrittenVariant[] {
  return [
    { kind: "kit", language, topic, ending: "html" },
    ...LETTERS.map((ending): WrittenVariant => ({ kind: "letter", language, topic, ending })),
  ];
}
