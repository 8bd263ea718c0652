/**
 * What every maker of pages is given: words with their type chosen and no place decided, in strips of columns of
 * blocks, as plain data in points and colours. In: nothing. Out: types. They know no library, and nothing of how ours
 * sets the same words.
 */
import type { AnswerValue, Mark } from "../src/model/library.ts";
import type { FaceId, Template } from "../src/model/template.ts";

export interface Words {
  readonly text: string;
  readonly face: FaceId;
  readonly size: number;
  readonly colour: string;
  readonly href?: string;
}

export interface Block {
  readonly kind: "block";
  readonly tag: "h1" | "h2" | "p";
  readonly words: readonly Words[];
  readonly size: number;
  readonly leading: number;
  readonly above: number;
  readonly mark?: Mark;
  readonly answer?: AnswerValue | "not-stated";
}

export interface Item {
  readonly kind: "item";
  readonly label: Words | null;
  readonly indent: number;
  readonly above: number;
  readonly blocks: readonly Block[];
}

export type Column = readonly (Block | Item)[];

export interface Strip {
  readonly above: number;
  /** Thickness and colour of the rule above; null for none. */
  readonly rule: { readonly width: number; readonly colour: string } | null;
  readonly ruleGap: number;
  /** This strip and those below stand at the foot of the page. */
  readonly foot: boolean;
  /** What stands at the right end of the first block's line. */
  readonly legend: Block | null;
  readonly across: readonly Block[];
  readonly columns: readonly Column[];
  readonly gutter: number;
  readonly columnsAbove: number;
  /** A square of dark modules at the right, as path data in units of one module. */
  readonly code: { readonly alt: string; readonly modules: number; readonly path: string } | null;
}

export interface Content {
  readonly language: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly margins: Template["margins"];
  readonly accent: string;
  readonly ink: string;
  readonly strips: readonly Strip[];
}
