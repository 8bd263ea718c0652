/**
 * What our Worker is measured against when it serves a stored file: the least that a Worker can do. In: a path that is a
 * key. Out: the bytes that R2 has under it, with the headers that a file needs, and nothing else.
 */
export default {
  async fetch(request, env) {
    const object = await env.SHEETS.get(new URL(request.url).pathname.slice(1));
    if (object === null) return new Response(null, { status: 404 });
    return new Response(object.body, {
      headers: { "Content-Type": object.httpMetadata?.contentType ?? "", ETag: object.httpEtag },
    });
  },
} satisfies ExportedHandler<Pick<Env, "SHEETS">>;
