/**
 * A path as it was before a mail program broke it. In: the path of an address. Out: the path it plainly means, or null
 * where there is nothing to mend. Mails bring along the full stop or bracket after a link, the `=20` of a line's end,
 * spaces, or letters made large. It does not know whether anything is there.
 */

/** What stands around an address in a text, and what quoted-printable (RFC 2045, 6.7) leaves at the end of a line. */
const AROUND = "[\\s\\p{Cf}.,;:!?*_'\"`´“”„‘’‚«»‹›…()<>\\[\\]{}|]";
const BEFORE = new RegExp(`^${AROUND}+`, "u");
const AFTER = new RegExp(`(?:${AROUND}|=(?:20|0D|0A|3D)?)+$`, "iu");
/**
 * What our own addresses are made of. Nothing else is ever put into a header, so that no path leads to another site, by
 * two slashes or a backslash or a line of its own.
 */
const OURS = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i;
const EDITION = /^\d{4}-w\d{2}(\.\d+)?$/;

export function mendPath(path: string): string | null {
  const given = path.split("/").slice(1);
  const segments = given.map(mendSegment);
  const sound = segments.every((each, i) => OURS.test(each) || (each === "" && i === segments.length - 1));
  const mended = `/${segments.join("/")}`;
  return sound && mended !== path ? mended : null;
}

function mendSegment(given: string): string {
  const segment = decoded(given).replace(BEFORE, "").replace(AFTER, "").toLowerCase();
  return EDITION.test(segment) ? segment.toUpperCase() : segment;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
