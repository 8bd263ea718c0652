/** Binary modules: wrangler's Data rule for `**\/*.bin`, and test/binary-modules.ts under Node, give their bytes. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
