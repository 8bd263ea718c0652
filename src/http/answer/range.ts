/**
 * Which bytes of a file are asked for. In: the `Range` header and the file's size. Out: first and last byte, the whole
 * file, or that no byte of it is meant. Several ranges at once are answered with the whole, as RFC 9110 14.2 allows.
 */
export type ByteRange = { readonly first: number; readonly last: number };

export function byteRange(header: string | null, size: number): ByteRange | "whole" | "none" {
  const [, from, to] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return "whole";
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "none" : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < first) return "whole";
  return first >= size ? "none" : { first, last };
}
