/**
 * The mark that tabs, bookmarks and home screens show. In: the files that `scripts/build-icons.ts` drew. Out: each under
 * the path at which programs ask for it without being told, beside PDFs too, which cannot name one.
 */
import touch from "./apple-touch-icon.png.bin";
import favicon from "./favicon.ico.bin";

export interface Icon {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: ArrayBuffer;
}

export const ICONS: readonly Icon[] = [
  { path: "/favicon.ico", contentType: "image/x-icon", bytes: favicon },
  { path: "/apple-touch-icon.png", contentType: "image/png", bytes: touch },
];
