/**
 * What a page is called where nothing around it says of what it is a part: in a list of literature, a preview, a tab, the
 * metadata of a file. In: what it is called among its own, and the title of the subject. Out: both on one line, or the
 * first alone where it says the second.
 */
export function longTitle(title: string, subject: string): string {
  if (title.includes(subject)) return title;
  // A question or an exclamation ends by itself.
  return `${title}${/[.?!…:]$/.test(title) ? "" : ":"} ${subject}`;
}
