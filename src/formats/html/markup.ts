/**
 * HTML from parts that cannot break out of their place. In: a name, attributes and content that is markup already, or
 * text. Out: markup, which is a type of its own: text becomes markup through `escapeHtml` alone, attributes always pass
 * through it, and where somebody forgets to, the compiler says so.
 */
import { visibleText } from "../visible-text.ts";

declare const MARKUP: unique symbol;
/** White space is markup as it is. */
export type Markup = "" | " " | "\n" | (string & { readonly [MARKUP]: true });

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What only steers a display goes too: a text that turned the words after it around would be no better than markup. */
export function escapeHtml(text: string): Markup {
  return visibleText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) as Markup;
}

/** Where line ends are part of what is said, as in a field to copy from. */
export function escapeLines(text: string): Markup {
  return together(text.split("\n").map(escapeHtml), "\n");
}

/** Markup that stands in the program, around other markup. */
export function html(literals: TemplateStringsArray, ...values: readonly Markup[]): Markup {
  return String.raw({ raw: literals }, ...values) as Markup;
}

/** One after the other. */
export function together(parts: readonly Markup[], between: Markup = ""): Markup {
  return parts.join(between) as Markup;
}

/** Undefined leaves an attribute out; true writes its bare name. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const VOID = new Set(["base", "br", "img", "link", "meta"]);

/** An element around `content`. */
export function element(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : value === true ? [key] : [`${key}="${escapeHtml(`${value}`)}"`],
    )
    .map((attribute) => ` ${attribute}`)
    .join("");
  return (VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${content.join("")}</${name}>`) as Markup;
}

/** An element on lines of its own, so that words of neighbouring blocks stay apart when markup is taken away. */
export function block(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  return together([element(name, attributes, ...content), "\n"]);
}
