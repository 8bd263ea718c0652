/**
 * The page by react-pdf: its boxes, its own line breaker and German hyphens from the patterns it comes with. In:
 * content. Out: a PDF without tags. The faces are registered once; react-pdf keeps them.
 */
import { Document, Font, Link, Page, Path, renderToBuffer, Svg, Text, View } from "@react-pdf/renderer";
import { createElement as h, type ReactNode } from "react";
import { type Block, CODE, type Column, type Content, type Strip, type Words } from "../content.ts";
import type { Job, Maker } from "../maker.ts";
import { FACES } from "./faces.ts";
import { answerShapes, markShapes, pathData } from "./shapes.ts";
import { SOFT_HYPHEN, softHyphens } from "./soft-hyphens.ts";

export function open(): Maker {
  for (const [id, { file }] of Object.entries(FACES)) Font.register({ family: id, src: file });
  Font.registerHyphenationCallback((word) => softHyphens(word).split(SOFT_HYPHEN));
  return { make: ({ content }: Job) => renderToBuffer(sheet(content)) };
}

function sheet(content: Content): Parameters<typeof renderToBuffer>[0] {
  const { width, height, margins, language, title } = content;
  const padding = {
    paddingTop: margins.top,
    paddingRight: margins.right,
    paddingBottom: margins.bottom,
    paddingLeft: margins.left,
  };
  return h(
    Document,
    { language, title },
    h(Page, { size: [width, height], style: padding }, ...content.strips.map((strip) => stripView(strip, content))),
  );
}

function stripView(strip: Strip, content: Content): ReactNode {
  const { rule, code, columns, gutter } = strip;
  const bar = rule && { height: rule.width, backgroundColor: rule.colour, marginBottom: strip.ruleGap };
  const across = h(View, { style: { flexGrow: 1, flexBasis: 0 } }, ...blocks(strip.across, content));
  return h(
    View,
    { style: { marginTop: strip.foot ? "auto" : strip.above } },
    bar && h(View, { style: bar }),
    h(
      View,
      { style: { flexDirection: "row", alignItems: "center" } },
      across,
      strip.legend && block(strip.legend, content),
      code &&
        h(
          Svg,
          { width: CODE.side, height: CODE.side, viewBox: `0 0 ${code.modules} ${code.modules}` },
          h(Path, { d: code.path, fill: content.ink }),
        ),
    ),
    columns.length > 0 &&
      h(
        View,
        { style: { flexDirection: "row", gap: gutter, marginTop: strip.across.length > 0 ? strip.columnsAbove : 0 } },
        ...columns.map((pieces) => columnView(pieces, content)),
      ),
  );
}

function columnView(pieces: Column, content: Content): ReactNode {
  const views = pieces.map((piece, i) => {
    const marginTop = i === 0 ? 0 : piece.above;
    if (piece.kind === "block") return h(View, { style: { marginTop } }, block(piece, content));
    const [first] = piece.blocks;
    const label = piece.label && first && block({ ...first, words: [piece.label] }, content);
    return h(
      View,
      { style: { marginTop, flexDirection: "row" } },
      label && h(View, { style: { width: piece.indent } }, label),
      h(View, { style: { flexGrow: 1, flexBasis: 0 } }, ...blocks(piece.blocks, content)),
    );
  });
  return h(View, { style: { flexGrow: 1, flexBasis: 0 } }, ...views);
}

function blocks(list: readonly Block[], content: Content): readonly ReactNode[] {
  return list.map((each, i) => h(View, { style: { marginTop: i === 0 ? 0 : each.above } }, block(each, content)));
}

function block(each: Block, { accent }: Content): ReactNode {
  const text = h(
    Text,
    { style: { fontSize: each.size, lineHeight: each.leading / each.size, flexGrow: 1, flexBasis: 0 } },
    ...each.words.map(wordsText),
  );
  const shapes = each.mark ? markShapes(each.mark) : each.answer ? answerShapes(each.answer) : [];
  if (shapes.length === 0) return text;
  const side = each.size * (each.mark ? 0.62 : 0.8);
  const paths = shapes.map(({ steps, stroke }) => {
    const paint = stroke === undefined ? { fill: accent } : { stroke: accent, strokeWidth: stroke, fill: "none" };
    return h(Path, { d: pathData(steps), ...paint });
  });
  const style = { marginTop: (each.leading - side) / 2, marginRight: each.size * (each.mark ? 0.28 : 0.35) };
  return h(
    View,
    { style: { flexDirection: "row" } },
    h(Svg, { width: side, height: side, viewBox: "0 0 1 1", style }, ...paths),
    text,
  );
}

function wordsText({ face, size, colour, text, href }: Words): ReactNode {
  const style = { fontFamily: face, fontSize: size, color: colour };
  return href ? h(Link, { src: href, style: { ...style, textDecoration: "none" } }, text) : h(Text, { style }, text);
}
