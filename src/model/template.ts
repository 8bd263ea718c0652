/**
 * A template: how a briefing of some kind of topic is put together and set, as data. In: one file a template below
 * `templates/`. Out: the shape of those files, held by the compiler; `check-template.ts` holds what types cannot say.
 * It holds no code, so the page and the PDF read the same numbers and cannot drift apart.
 */
import type { Limits, ParagraphStyle, SectionKind } from "./briefing.ts";

export type FaceId = "text" | "text-bold" | "display" | "label" | "label-bold";
export type PaperId = "a4" | "letter";
export type TopicKind = "overview" | "actor" | "issue";
/** `#rrggbb`. */
export type Colour = `#${string}`;

export interface Paper {
  /** Points, 1/72 inch. */
  readonly width: number;
  readonly height: number;
}

export type ColourName = "ink" | "quiet" | "accent" | "rule" | "tint" | "paper";

/** The type of one style. Sizes in em of the body keep pace with it; sizes in points stay. */
export interface TypeStyle {
  readonly face: FaceId;
  /** The face of runs that are strong. */
  readonly strong: FaceId;
  readonly size: { readonly em: number; readonly atLeast: number } | { readonly points: number };
  /** Baseline to baseline in em of this style; body text takes the rung's leading where this is absent. */
  readonly leading?: number;
  readonly colour: ColourName;
  /** Space above in points at the most generous setting; the fit may shrink it. */
  readonly above: number;
}

export type StyleName =
  | ParagraphStyle
  | "heading-1"
  | "heading-2"
  | "heading-3"
  | "item-label"
  | "source"
  | "cell"
  | "plot";

/** How one section is put together and where its parts go. */
export interface SectionPlan {
  readonly section: SectionKind;
  /** What makes a group of statements; only for `positions`. */
  readonly groupBy?: "actor" | "issue";
  readonly columns: number;
  /** `groups` gives each group a column of its own; `balance` lets the parts flow through columns of equal height. */
  readonly fill: "groups" | "balance";
  /** The style whose leading all lines in the columns share; wherever there is more than one column. */
  readonly grid?: StyleName;
  /** Between columns, in points. */
  readonly gutter: number;
  /** Space above in points at the most generous setting. */
  readonly above: number;
  readonly rule: "none" | "hair" | "bold";
  /** From the first section at the foot on, all stand on the bottom margin, however little is above them. */
  readonly foot?: boolean;
  /** The table's first column, as a share of the measure; only for `matrix`. */
  readonly stub?: number;
}

/** One thing to give up when copy is overset: lower `reduce` step by step, at the most to `to`. */
export interface Concession {
  readonly reduce: keyof Limits;
  readonly to: number;
}

/** One size of body text and its leading, in points and as a factor. */
export interface Rung {
  readonly size: number;
  readonly leading: number;
  /** Factor on every space above. */
  readonly space: number;
}

/** How words and shapes look, whatever they stand on. */
export interface Look {
  readonly colours: Readonly<Record<ColourName, Colour>>;
  readonly styles: Readonly<Record<StyleName, TypeStyle>>;
}

export interface Template extends Look {
  readonly id: string;
  /** Per language: what a reader gets by choosing it. */
  readonly title: Readonly<Record<string, string>>;
  /** The kinds of topic it can hold; the first template that serves a kind is that kind's own. */
  readonly serves: readonly TopicKind[];
  /** Points from each edge. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly sections: readonly SectionPlan[];
  /** The most that is ever put on the sheet, before any concession. */
  readonly limits: Limits;
  /** Fewer than these are not worth their heading: then there are none. */
  readonly least: Partial<Limits>;
  /** From the most generous to the tightest. */
  readonly ladder: readonly Rung[];
  readonly concessions: readonly Concession[];
}

/** Body text is never smaller than this, in points; notes and plot labels have their own floors. */
export const FLOORS = { body: 8.5, note: 8, plot: 7.5 } as const;

/** For whoever asks for none. */
export const DEFAULT_PAPER: PaperId = "a4";

export const PAPERS: Readonly<Record<PaperId, Paper>> = {
  a4: { width: 595.276, height: 841.89 },
  letter: { width: 612, height: 792 },
};
