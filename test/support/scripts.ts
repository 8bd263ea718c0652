/**
 * A page without its data block, which is written as a script and runs as none, so that a test can say that nothing else
 * looks like one. In: a page. Out: the page; a block that holds a sign of markup is left where it is, to be found.
 */
export function withoutData(page: string): string {
  return page.replace(/<script type="application\/ld\+json">[^<>&]*<\/script>/, "");
}
