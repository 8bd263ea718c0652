/**
 * One thing wrong at one place of a library, before anybody knows which file that place came from. In: nothing. Out:
 * the type that all checks return, the path by which they point, and how a path reads. It knows no file and no line.
 */

/** From the library's root to a value: `["statements", 3, "citations", 0, "paragraph"]`. */
export type Path = readonly (string | number)[];

export interface Finding {
  readonly path: Path;
  /** What is wrong and what to do about it. */
  readonly reason: string;
  readonly severity: "error" | "warning";
}

export function mistake(path: Path, reason: string): Finding {
  return { path, reason, severity: "error" };
}

export function doubt(path: Path, reason: string): Finding {
  return { path, reason, severity: "warning" };
}

/** `statements[3].citations[0].paragraph`; the root itself reads `(all)`. */
export function pathText(path: Path): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return text.replace(/^\./, "") || "(all)";
}
