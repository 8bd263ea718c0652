/**
 * The page by headless Chromium: a document of HTML and CSS, printed. In: content. Out: a tagged PDF. One browser and
 * one window stay open with the faces loaded, and each page is put into it; CPU time is that of all its processes.
 */
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Block, Column, Content, Strip, Words } from "../content.ts";
import type { Job, Maker } from "../maker.ts";
import { FACES } from "./faces.ts";
import { answerShapes, markShapes, pathData } from "./shapes.ts";

/** Of the square code, in points. */
const CODE_SIDE = 50;

export async function open(): Promise<Maker> {
  const folder = await mkdtemp(join(tmpdir(), "einblatt-bench-"));
  writeFileSync(join(folder, "sheet.html"), shell());
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, "sheet.html")).href);
  return {
    async make({ content }: Job) {
      const parts = [content.language, content.title, body(content), pageRule(content)] as const;
      await page.evaluate(async ([language, title, html, rule]) => {
        document.documentElement.lang = language;
        document.title = title;
        (document.querySelector("#page") as HTMLElement).textContent = rule;
        document.body.innerHTML = html;
        await document.fonts.ready;
      }, parts);
      return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

function shell(): string {
  const faces = Object.entries(FACES).map(
    ([id, file]) => `@font-face { font-family: "${id}"; src: url("${pathToFileURL(file).href}"); }`,
  );
  return `<!doctype html><meta charset="utf-8"><title></title><style>${faces.join("\n")}
    * { margin: 0; padding: 0; font: inherit; color: inherit; text-decoration: none; list-style: none; }
    body { display: flex; flex-direction: column; box-sizing: border-box; text-wrap: pretty; hyphens: auto;
      hyphenate-limit-chars: 6 3 3; }
    .row { display: flex; align-items: center; }
    .row > :first-child { flex: 1; }
    .columns { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); }
    .item { display: grid; }
    .marked { display: grid; grid-template-columns: auto 1fr; }
    svg { display: block; }
  </style><style id="page"></style><body></body>`;
}

function pageRule({ width, height, margins }: Content): string {
  const { top, right, bottom, left } = margins;
  return `@page { size: ${width}pt ${height}pt; margin: 0 }
    body { height: ${height - 0.5}pt; padding: ${top}pt ${right}pt ${bottom}pt ${left}pt }`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function body(content: Content): string {
  return content.strips.map((strip) => section(strip, content)).join("");
}

function section(strip: Strip, content: Content): string {
  const { rule, code, legend, columns, gutter } = strip;
  const bar = rule ? `border-top:${rule.width}pt solid ${rule.colour};padding-top:${strip.ruleGap}pt;` : "";
  const square = code
    ? `<svg role="img" aria-label="${escaped(code.alt)}" width="${CODE_SIDE}pt" height="${CODE_SIDE}pt" viewBox="0 0 ${code.modules} ${code.modules}"><path fill="${content.ink}" d="${code.path}"/></svg>`
    : "";
  const grid = `gap:${gutter}pt;margin-top:${strip.across.length > 0 ? strip.columnsAbove : 0}pt`;
  const cells = columns.map((pieces) => `<div>${column(pieces, content)}</div>`).join("");
  return `<section style="${bar}margin-top:${strip.foot ? "auto" : `${strip.above}pt`}">
    <div class="row"><div>${blocks(strip.across, content)}</div>${legend ? block(legend, 0, content) : ""}${square}</div>
    ${cells && `<div class="columns" style="${grid}">${cells}</div>`}</section>`;
}

function column(pieces: Column, content: Content): string {
  const listed = pieces.flatMap((piece, i): string[] => {
    if (piece.kind === "block") return [];
    const [first] = piece.blocks;
    const label = piece.label && first ? block({ ...first, words: [piece.label] }, 0, content) : "";
    const tracks = label ? `grid-template-columns:${piece.indent}pt 1fr;` : "";
    const style = `${tracks}margin-top:${i === 0 ? 0 : piece.above}pt`;
    return [`<li class="item" style="${style}">${label}<div>${blocks(piece.blocks, content)}</div></li>`];
  });
  const before = pieces.filter((piece) => piece.kind === "block");
  return `${blocks(before, content)}${listed.length > 0 ? `<ul>${listed.join("")}</ul>` : ""}`;
}

function blocks(list: readonly Block[], content: Content): string {
  return list.map((each, i) => block(each, i === 0 ? 0 : each.above, content)).join("");
}

function block(each: Block, above: number, { accent }: Content): string {
  const style = `font-size:${each.size}pt;line-height:${each.leading}pt;margin-top:${above}pt`;
  const words = each.words.map(span).join("");
  const shapes = each.mark ? markShapes(each.mark) : each.answer ? answerShapes(each.answer) : [];
  if (shapes.length === 0) return `<${each.tag} style="${style}">${words}</${each.tag}>`;
  const side = each.size * (each.mark ? 0.62 : 0.8);
  const paths = shapes.map(({ steps, stroke }) =>
    stroke === undefined
      ? `<path fill="${accent}" d="${pathData(steps)}"/>`
      : `<path fill="none" stroke="${accent}" stroke-width="${stroke}" d="${pathData(steps)}"/>`,
  );
  const place = `margin:${(each.leading - side) / 2}pt ${each.size * 0.3}pt 0 0`;
  const drawing = `<svg aria-hidden="true" style="${place}" width="${side}pt" height="${side}pt" viewBox="0 0 1 1">${paths.join("")}</svg>`;
  return `<${each.tag} class="marked" style="${style}">${drawing}<span>${words}</span></${each.tag}>`;
}

function span({ face, size, colour, text, href }: Words): string {
  const style = `font-family:${face};font-size:${size}pt;line-height:0;color:${colour}`;
  return href
    ? `<a href="${href}" style="${style}">${escaped(text)}</a>`
    : `<span style="${style}">${escaped(text)}</span>`;
}
