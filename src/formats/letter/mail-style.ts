/**
 * How the HTML block looks. In: nothing. Out: the values of `style` attributes, for mail programs drop style sheets. Only
 * what Outlook's Word, Gmail and Apple Mail all keep is used: no shorthand for fonts, no margin on tables, every ground
 * twice (attribute and style). All colours are dark on white by at least 7 to 1, so that they stay readable when a
 * program in dark mode turns both around, and no ground but white is there that it could turn alone.
 */
import type { Paragraph } from "../../model/briefing.ts";

export const COLOURS = {
  ink: "#1a1a1a",
  quiet: "#555555",
  accent: "#8a1c1c",
  rule: "#cdc6b8",
  paper: "#ffffff",
} as const;

const SANS = "font-family:Arial,Helvetica,sans-serif";
const SERIF = "font-family:Georgia,serif";

/** CSS pixels; most mail templates are as wide. */
export const WIDTH = 600;

export const TABLE = `width:100%;max-width:${WIDTH}px;background-color:${COLOURS.paper}`;
/** The one cell all words stand in; a table would not hand on the type around it. */
export const CELL = `padding:14px 20px 18px;border-top:4px solid ${COLOURS.ink};${SERIF};font-size:16px;line-height:23px;color:${COLOURS.ink};text-align:start;word-break:break-word`;
export const PICTURE = `display:block;width:100%;max-width:${WIDTH}px;height:auto;border:0;${SANS};font-size:14px;line-height:20px;color:${COLOURS.ink}`;

export const HEADINGS = {
  1: "margin:0 0 8px;font-size:28px;line-height:32px",
  2: "margin:0 0 8px;font-size:28px;line-height:32px",
  3: `margin:20px 0 4px;padding-top:12px;border-top:2px solid ${COLOURS.ink};${SANS};font-size:16px;line-height:22px`,
} as const;

const SMALL = `margin:0 0 8px;${SANS};font-size:13px;line-height:19px;color:${COLOURS.quiet}`;

/** Paragraphs of their own; what has no entry is set like `body`. */
export const PARAGRAPHS: Readonly<Partial<Record<Paragraph["style"], string>>> = {
  "running-head": SMALL,
  kicker: `margin:12px 0 4px;${SANS};font-size:14px;line-height:20px;color:${COLOURS.accent}`,
  question: `margin:0 0 12px;font-size:19px;line-height:26px;color:${COLOURS.quiet}`,
  correction: `margin:0 0 12px;${SANS};font-size:14px;line-height:20px`,
  omitted: `margin:8px 0;${SANS};font-size:14px;line-height:20px`,
  lead: `margin:20px 0 14px;padding-top:14px;border-top:2px solid ${COLOURS.ink};${SANS};font-size:15px;line-height:24px`,
  colophon: SMALL,
};
export const BODY = "margin:0 0 10px";

export const LIST = "margin:0;padding:0;list-style:none";
export const ITEM = `margin:0;padding:8px 0;border-top:1px solid ${COLOURS.rule}`;

export const LINK = `color:${COLOURS.accent}`;
/** A title that leads somewhere looks like a title. */
export const TITLE_LINK = `color:${COLOURS.ink};text-decoration:none`;
export const QUIET = `color:${COLOURS.quiet}`;
export const FLAG = `color:${COLOURS.accent}`;
