/**
 * A moment as HTTP writes it (RFC 9110, 5.6.7). In: the value of a header. Out: milliseconds since 1970, or null for what
 * is no date of one of the three forms, which all have to be read. A date that the calendar does not have is none.
 */
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";
const FORMS = [
  // Sun, 06 Nov 1994 08:49:37 GMT
  new RegExp(`^[A-Z][a-z]{2}, (?<day>\\d\\d) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) ${TIME} GMT$`),
  // Sunday, 06-Nov-94 08:49:37 GMT
  new RegExp(`^[A-Z][a-z]{5,8}, (?<day>\\d\\d)-(?<month>[A-Z][a-z]{2})-(?<year>\\d\\d) ${TIME} GMT$`),
  // Sun Nov  6 08:49:37 1994
  new RegExp(`^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`),
];

/** `now` says which century a year of two digits is of: the one in which it is at most fifty years ahead. */
export function httpDate(text: string | null, now: number): number | null {
  for (const form of FORMS) {
    const parts = form.exec(text?.trim() ?? "")?.groups;
    if (parts === undefined) continue;
    const number = (name: string): number => Number(parts[name]);
    const month = MONTHS.indexOf(parts.month ?? "");
    const [hour, minute, second] = [number("hour"), number("minute"), number("second")];
    const at = Date.UTC(yearOf(number("year"), now), month, number("day"), hour, minute, second);
    // A leap second is the next minute's first.
    const isReal = new Date(Date.UTC(2000, month, number("day"))).getUTCMonth() === month;
    return month >= 0 && number("day") > 0 && isReal && hour < 24 && minute < 60 && second <= 60 ? at : null;
  }
  return null;
}

function yearOf(year: number, now: number): number {
  if (year >= 100) return year;
  const present = new Date(now).getUTCFullYear();
  const here = present - (present % 100) + year;
  return here > present + 50 ? here - 100 : here;
}
