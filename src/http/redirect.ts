/**
 * To the same in the reader's language. In: the address asked for and the path to go to. Out: the answer. The query
 * travels as it was written, whatever is in it; who counts newsletter clicks needs it at the end.
 */
export function redirect(url: string, path: string): Response {
  const query = /\?[^#]*/.exec(url)?.[0] ?? "";
  return new Response(null, {
    status: 302,
    headers: { Location: path + query, Vary: "Accept-Language", "Cache-Control": "private, max-age=300" },
  });
}
