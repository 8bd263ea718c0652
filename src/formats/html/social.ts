/**
 * What previews of links are made from: Open Graph, as chats, feeds and social networks read it, and the one thing that
 * Twitter cards say besides. In: what the page is called and where its picture is. Out: meta elements. Addresses are
 * absolute, and that of the picture names the edition, since the same page answers at two addresses.
 */
import { CARD } from "../../../templates/card-look.ts";
import { LANGUAGES } from "../../../templates/languages.ts";
import { CARD_FORMAT } from "../endings.ts";
import { visibleText } from "../visible-text.ts";
import { block, type Markup, together } from "./markup.ts";
import { wordsOf } from "./sheet-context.ts";

export interface Social {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly language: string;
  readonly image: SocialImage | null;
  /** Null for a page that is no piece to be read by itself, such as a list. */
  readonly article: { readonly published: string; readonly section: string } | null;
}

export interface SocialImage {
  readonly url: string;
  /** Says what the picture shows. */
  readonly alt: string;
}

export function writeSocial({ title, description, url, language, image, article }: Social): Markup {
  const property = (name: string, content: string | number): Markup =>
    block("meta", { property: name, content: typeof content === "number" ? content : visibleText(content) });
  const others = Object.keys(LANGUAGES).filter((tag) => tag !== language);
  const localeOf = (tag: string): string => wordsOf(tag).card.locale;
  return together([
    property("og:type", article === null ? "website" : "article"),
    property("og:site_name", "Einblatt"),
    property("og:title", title),
    property("og:description", description),
    property("og:url", url),
    property("og:locale", localeOf(language)),
    ...others.map((tag) => property("og:locale:alternate", localeOf(tag))),
    ...(image === null
      ? []
      : [
          property("og:image", image.url),
          property("og:image:type", CARD_FORMAT.contentType),
          property("og:image:width", CARD.width),
          property("og:image:height", CARD.height),
          property("og:image:alt", image.alt),
        ]),
    // An edition is not changed: what corrects it is another one, at another address.
    ...(article === null
      ? []
      : [
          property("article:published_time", article.published),
          property("article:modified_time", article.published),
          property("article:section", article.section),
        ]),
    block("meta", { name: "twitter:card", content: image === null ? "summary" : "summary_large_image" }),
  ]);
}
