/**
 * The name under which a browser saves a file. In: the name and whether it is to be saved at once. Out: the value of
 * `Content-Disposition` (RFC 6266): a name every client can read, and the real one in UTF-8.
 */
export function disposition(name: string, download: boolean): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${download ? "attachment" : "inline"}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
