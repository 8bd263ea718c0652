/**
 * HTML from parts that cannot break out of their place. In: a name, attributes and content that is markup already, or
 * text. Out: markup. Text becomes markup only through `escapeHtml`, and attributes always pass through it, so whoever
 * builds with these two cannot forget to.
 */
import { visibleText } from "../visible-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What only steers a display goes too: a text that turned the words after it around would be no better than markup. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Where line ends are part of what is said, as in a field to copy from. */
export function escapeLines(text: string): string {
  return text.split("\n").map(escapeHtml).join("\n");
}

/** Undefined leaves an attribute out; true writes its bare name. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const VOID = new Set(["base", "br", "img", "link", "meta"]);

/** An element around `content`, which is markup. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : value === true ? [key] : [`${key}="${escapeHtml(`${value}`)}"`],
    )
    .map((attribute) => ` ${attribute}`)
    .join("");
  return VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${content.join("")}</${name}>`;
}

/** An element on lines of its own, so that words of neighbouring blocks stay apart when markup is taken away. */
export function block(name: string, attributes: Attributes, ...content: readonly string[]): string {
  return `${element(name, attributes, ...content)}\n`;
}
