/**
 * pdf.js, the reader in many a browser. In: a file. Out: whatever a test asks of its page, with every warning that pdf.js
 * gives meanwhile; and the page's text by the marked content it stands in. It knows nothing of briefings.
 */
import { getDocument, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface InPdfJs<T> {
  /** Null where the file could not be read at all. */
  readonly value: T | null;
  readonly complaints: readonly string[];
}

/**
 * Opens a file in pdf.js, which has no other way to warn than the console, and takes what it cannot bear for a
 * complaint.
 */
export async function inPdfJs<T>(pdf: Uint8Array, use: (page: PDFPageProxy) => Promise<T>): Promise<InPdfJs<T>> {
  const complaints: string[] = [];
  const speak = ["log", "info", "warn", "error"] as const;
  const before = speak.map((name) => console[name]);
  for (const name of speak) console[name] = (...said: unknown[]) => void complaints.push(said.join(" "));
  // It takes the bytes for itself, so it gets its own.
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.WARNINGS });
  let value: T | null = null;
  try {
    const document = await task.promise;
    value = await use(await document.getPage(1));
  } catch (error) {
    complaints.push(String(error));
  } finally {
    await task.destroy();
    speak.forEach((name, i) => {
      console[name] = before[i] as typeof console.log;
    });
  }
  return { value, complaints };
}

/** The text of one marked-content sequence; the tag tree knows it by its id. */
export interface Stretch {
  readonly id: string | null;
  text: string;
}

/**
 * pdf.js leaves out soft hyphens and the space at a line's end, and does not read ActualText: what it says of a divided
 * word looks like two. But the rest of such a word has a Span of its own, and its line begins within it. The labels of a
 * plot stand alone.
 */
export async function stretchesIn(page: PDFPageProxy): Promise<readonly Stretch[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const stretches: Stretch[] = [];
  const open: { readonly tag: string; readonly own: boolean }[] = [];
  for (const item of items) {
    if ("str" in item) {
      const goesOn = open.at(-1)?.tag === "Span" && open.at(-1)?.own === false;
      const inFigure = open.some(({ tag }) => tag === "Figure");
      const stretch = stretches.at(-1);
      if (stretch !== undefined) stretch.text += inFigure || (item.hasEOL && !goesOn) ? `${item.str}\n` : item.str;
      continue;
    }
    if (item.type === "endMarkedContent") {
      open.pop();
      continue;
    }
    // Where marked content has a number, another element begins; without one it is an artifact or a word's ActualText.
    const { tag = "", id } = item as { readonly tag?: string; readonly id?: string | null };
    const own = id != null;
    open.push({ tag, own });
    if (own || open.length === 1) stretches.push({ id: id ?? null, text: "" });
  }
  return stretches;
}
