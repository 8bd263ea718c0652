/**
 * A briefing with its type chosen and no place decided: what every maker of pages is given. In: a briefing, its
 * template and a paper. Out: strips of columns of blocks, in points and colours, as plain data that any library can
 * set. It knows no library, and nothing of how ours sets the same words.
 */
import { encode } from "uqr";
import type { Briefing, Code, Heading, List, Paragraph, Part, Run, Section } from "../src/model/briefing.ts";
import type { AnswerValue, Mark } from "../src/model/library.ts";
import {
  type ColourName,
  type FaceId,
  PAPERS,
  type PaperId,
  type SectionPlan,
  type StyleName,
  type Template,
} from "../src/model/template.ts";

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

/** Side of the square code, and the space to the words at its left, in points. */
export const CODE = { side: 50, gap: 12 } as const;

export function contentOf(briefing: Briefing, template: Template, paper: PaperId): Content {
  const type = typeOf(template);
  return {
    language: briefing.language,
    title: briefing.title,
    ...PAPERS[paper],
    margins: template.margins,
    accent: template.colours.accent,
    ink: template.colours.ink,
    strips: template.sections.flatMap((plan, i) => {
      const section = briefing.sections.find(({ kind }) => kind === plan.section);
      return section === undefined ? [] : [stripOf(section, { ...plan, above: i === 0 ? 0 : plan.above }, type)];
    }),
  };
}

type Type = ReturnType<typeof typeOf>;

/** Every peer sets the tightest rung of the ladder: a size is given, and finding it is our own work alone. */
function typeOf(template: Template) {
  const rung = template.ladder.at(-1) ?? { size: 8.5, leading: 1.24, space: 1 };
  const sizeOf = (name: StyleName): number => {
    const { size } = template.styles[name];
    return "points" in size ? size.points : Math.max(size.atLeast, size.em * rung.size);
  };
  const words = (name: StyleName, run: Run): Words => {
    const style = template.styles[name];
    const sans = style.face.startsWith("label");
    const small = run.voice === "plain" || run.voice === "strong" || sans ? 1 : 0.9;
    const faces: Record<Run["voice"], FaceId> = {
      plain: style.face,
      strong: style.strong,
      label: "label",
      citation: "label",
      flag: "label-bold",
    };
    const back = (run.voice === "label" || run.voice === "citation") && style.colour === "ink";
    const colour: ColourName = run.voice === "flag" ? "accent" : back ? "quiet" : style.colour;
    return {
      text: run.text,
      face: faces[run.voice],
      size: sizeOf(name) * small,
      colour: template.colours[colour],
      ...(run.href === undefined ? {} : { href: run.href }),
    };
  };
  return {
    space: rung.space,
    colours: template.colours,
    words,
    block(name: StyleName, tag: Block["tag"], runs: readonly Run[]): Block {
      const { leading = rung.leading, above } = template.styles[name];
      return {
        kind: "block",
        tag,
        words: runs.map((run) => words(name, run)),
        size: sizeOf(name),
        leading: sizeOf(name) * leading,
        above: above * rung.space,
      };
    },
  };
}

const RULES = { none: 0, hair: 0.5, bold: 2 } as const;
const RULE_GAP = 4;

function stripOf(section: Section, plan: SectionPlan, type: Type): Strip {
  const { parts } = section;
  const code = parts.find((part) => part.kind === "code");
  const split = plan.columns === 1 ? -1 : parts.findIndex(({ kind }) => kind === "list" || kind === "group");
  const across = (split < 0 ? parts : parts.slice(0, split)).filter(
    (part): part is Heading | Paragraph => part.kind === "heading" || part.kind === "paragraph",
  );
  const legend = across.find((part) => part.kind === "paragraph" && part.style === "legend");
  const columns = split < 0 ? [] : columnsOf(parts.slice(split), plan.columns, type);
  const colour = plan.rule === "bold" ? type.colours.ink : type.colours.rule;
  return {
    above: plan.above * type.space,
    rule: plan.rule === "none" ? null : { width: RULES[plan.rule], colour },
    ruleGap: RULE_GAP * type.space,
    foot: plan.foot === true,
    legend: legend === undefined ? null : blockOf(legend, type),
    across: across.filter((part) => part !== legend).map((part) => blockOf(part, type)),
    columns,
    gutter: plan.gutter,
    columnsAbove: type.block("lead", "p", []).above,
    code: code?.kind === "code" ? codeOf(code) : null,
  };
}

function blockOf(part: Heading | Paragraph, type: Type, list?: List["style"]): Block {
  if (part.kind === "heading") {
    const block = type.block(`heading-${part.level}`, part.level === 1 ? "h1" : "h2", part.runs);
    return part.mark === undefined ? block : { ...block, mark: part.mark };
  }
  const small = part.style === "body" && (list === "sources" || list === "events");
  const block = type.block(small ? "source" : part.style, "p", part.runs);
  return part.answer === undefined ? block : { ...block, answer: part.answer.value };
}

function columnsOf(parts: readonly Part[], count: number, type: Type): readonly Column[] {
  const groups = parts.filter((part) => part.kind === "group");
  if (groups.length > 0) return groups.map((group) => group.parts.flatMap((part) => columnPart(part, type)));
  const pieces = parts.flatMap((part) => columnPart(part, type));
  return partition(pieces, count);
}

function columnPart(part: Part, type: Type): Column {
  if (part.kind === "heading" || part.kind === "paragraph") return [blockOf(part, type)];
  if (part.kind !== "list") return [];
  const { above } = type.block(part.style === "statements" || part.style === "disputes" ? "lead" : "source", "p", []);
  return part.items.map((item): Item => {
    const label = item.label === undefined ? null : type.words("item-label", { text: item.label, voice: "strong" });
    return {
      kind: "item",
      label,
      indent: label === null ? 0 : label.size * 1.6,
      above,
      blocks: item.parts.map((each) => blockOf(each, type, part.style)),
    };
  });
}

/** Pieces in order in columns whose longest has the fewest characters. */
function partition(pieces: Column, count: number): readonly Column[] {
  const lengths = pieces.map((piece) => JSON.stringify(piece).length);
  for (let limit = Math.max(...lengths); ; limit += 20) {
    const columns: (Block | Item)[][] = [];
    let length = Number.POSITIVE_INFINITY;
    pieces.forEach((piece, i) => {
      const next = length + (lengths[i] ?? 0);
      if (next > limit) columns.push([piece]);
      else columns.at(-1)?.push(piece);
      length = next > limit ? (lengths[i] ?? 0) : next;
    });
    if (columns.length <= count) return columns;
  }
}

function codeOf({ url, alt }: Code): Strip["code"] {
  const { data } = encode(url, { border: 0 });
  const steps = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { alt, modules: data.length, path: steps.join("") };
}
