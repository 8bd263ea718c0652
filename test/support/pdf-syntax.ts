/**
 * A PDF as bytes (ISO 32000-1, 7.2 to 7.5). In: a file. Out: its streams as they lie in it and the text of the objects
 * that it packs. Nothing here trusts the cross-reference table, which the rules compare with what is found.
 */
import { inflateSync } from "node:zlib";

export interface RawStream {
  readonly number: number;
  readonly dict: string;
  /** What lies between `stream` and `endstream`, if the length is told right; else null. */
  readonly contents: Buffer | null;
}

export function streamsIn(bytes: Uint8Array): readonly RawStream[] {
  const file = Buffer.from(bytes);
  const text = file.toString("latin1");
  const streams: RawStream[] = [];
  const begin = /(\d+) 0 obj\s*(<<[\s\S]*?>>)\s*stream\r?\n/g;
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const [all, number, dict = ""] = found;
    const start = found.index + all.length;
    const end = start + Number(/\/Length (\d+)/.exec(dict)?.[1] ?? Number.NaN);
    const whole = /^\r?\nendstream\s+endobj/.test(text.slice(end, end + 20));
    streams.push({ number: Number(number), dict, contents: whole ? file.subarray(start, end) : null });
    begin.lastIndex = whole ? end : start;
  }
  return streams;
}

export function objectsIn(bytes: Uint8Array): string {
  return streamsIn(bytes)
    .filter(({ dict, contents }) => dict.includes("/ObjStm") && contents !== null)
    .map(({ contents }) => inflateSync(contents as Buffer).toString("latin1"))
    .join("\n");
}
