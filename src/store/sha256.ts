/**
 * SHA-256 in hexadecimal, the name by which editions and files are told apart. In: text or bytes, or texts one after the
 * other. Out: 64 digits.
 */
import { createHash } from "node:crypto";

export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return hexOf(new Uint8Array(digest));
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Of all of them in a row, which need not be in memory together. */
export function sha256OfAll(texts: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex");
}
