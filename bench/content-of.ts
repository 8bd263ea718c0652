/**
 * A briefing as content for makers. In: a briefing, its template and a paper. Out: strips of columns, every block with
 * its type. It decides which item stands in which column, and nothing else that has to do with places.
 */
import { encode } from "uqr";
import type { Briefing, Code, Heading, List, Paragraph, Part, Section } from "../src/model/briefing.ts";
import { PAPERS, type PaperId, type SectionPlan, type Template } from "../src/model/template.ts";
import type { Block, Column, Content, Item, Strip } from "./content.ts";
import { type Type, typeOf } from "./type-of.ts";

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
