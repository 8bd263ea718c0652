/**
 * The notation of a PDF (ISO 32000-1, 7.3): numbers and strings, as short as readers allow. In: values. Out: text in
 * which each character is one byte. It knows no object and no operator.
 */

/** Hundredths of a point are a quarter of a hair at 2,400 dots an inch. */
export function number(value: number): string {
  return decimal(Math.round(value * 100));
}

/** A number counted in hundredths. Whole numbers are turned into text much faster than fractions. */
export function decimal(hundredths: number): string {
  const size = Math.abs(hundredths);
  const rest = size % 100;
  // No number of ours is so large that JavaScript writes an exponent; adding zero turns -0 into 0.
  if (rest === 0) return String(hundredths / 100 + 0);
  const fraction = rest % 10 === 0 ? rest / 10 : rest < 10 ? `0${rest}` : rest;
  return `${hundredths < 0 ? "-" : ""}${size < 100 ? "" : (size - rest) / 100}.${fraction}`;
}

const ASCII = /^[\x20-\x7e]*$/;

/** A text string: ASCII as it is, anything else in UTF-16 with its mark (7.9.2.2). Half characters have no place in it. */
export function textString(text: string): string {
  if (ASCII.test(text)) return literal(text);
  let bytes = "\xfe\xff";
  const whole = text.toWellFormed();
  for (let i = 0; i < whole.length; i++) {
    const unit = whole.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return literal(bytes);
}

/** A literal string: brackets, the backslash and the carriage return would be read as something else (7.3.4.2). */
export function literal(bytes: string): string {
  return `(${bytes.replace(/[()\\\r]/g, (byte) => (byte === "\r" ? "\\r" : `\\${byte}`))})`;
}

/** `D:YYYYMMDDHHmmSS+00'00'` (7.9.4), in brackets; a bare Z is refused by strict validators. */
export function dateString(iso: string): string {
  return `(D:${iso.slice(0, 19).replace(/[-:T]/g, "")}+00'00')`;
}
