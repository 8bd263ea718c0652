/**
 * Who wrote an entry's texts, language by language. In: what an entry says, what it said before and who wrote that, and who
 * writes now. Out: for each language who wrote its texts, and for a translation the hash of the texts it was made from. A
 * text that stayed the same keeps its writer, and a translation what it was made from: so it shows when the original has
 * moved on. It judges no translation.
 */
import { createHash } from "node:crypto";
import type { Writer } from "../model/library.ts";

/** By language. One that nobody recorded is missing. */
export type TextsBy = Readonly<Record<string, { readonly by: Writer; readonly of?: string }>>;

export interface Before {
  readonly value: object;
  readonly texts: TextsBy;
}

export function textsBy(value: object, before: Before | null, writer: Writer): TextsBy {
  const now = textsIn(value);
  const was = before === null ? new Map<string, string>() : textsIn(before.value);
  const [original, words = ""] = now.entries().next().value ?? [];
  const kept = before?.texts ?? {};
  return Object.fromEntries(
    [...now].flatMap(([language, text]) => {
      if (was.get(language) === text) return kept[language] === undefined ? [] : [[language, kept[language]]];
      return [[language, language === original ? { by: writer } : { by: writer, of: hashOf(words) }]];
    }),
  );
}

/** All that an entry says in a language; the first is the one it was written in. */
export function textsIn(value: object): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const walk = (each: unknown): void => {
    if (typeof each !== "object" || each === null) return;
    const parts = Object.entries(each);
    // No other group has keys as short as language tags alone.
    if (parts.length > 0 && parts.every(([key, part]) => /^[a-z]{2,3}$/.test(key) && typeof part === "string"))
      for (const [language, text] of parts) texts.set(language, `${texts.get(language) ?? ""}${text}\n`);
    else for (const [, part] of parts) walk(part);
  };
  walk(value);
  return texts;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
