/**
 * What poppler's tools say of a PDF. In: a file's bytes. Out: what a program prints. Files live in a folder of their own
 * that is gone afterwards. Whoever calls this has asked `needTool` first.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a program prints for `page.pdf`; a complaint or a failure throws. */
export function output(pdf: Uint8Array, program: string, ...options: readonly string[]): string {
  const cwd = mkdtempSync(join(tmpdir(), "einblatt-pdf-"));
  try {
    writeFileSync(join(cwd, "page.pdf"), pdf);
    const { stdout, stderr, status, error } = spawnSync(program, options, { cwd, encoding: "utf8" });
    if (error !== undefined) throw error;
    if (status !== 0 || stderr !== "") throw new Error(`${program} ends with ${status}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The text as one line. */
export function textOf(pdf: Uint8Array, ...options: readonly string[]): string {
  const text = output(pdf, "pdftotext", ...options, "page.pdf", "-");
  return text.replace(/\s+/g, " ").trim();
}
