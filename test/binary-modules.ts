/**
 * Binary modules under Node, where wrangler's Data rule does not reach. Preloaded with
 * `node --import ./test/binary-modules.ts`, it turns an import of a .bin file into a module whose
 * default export is the file's bytes as an ArrayBuffer of exactly that size, as workerd gives them.
 * It touches no other module.
 */
import { registerHooks } from "node:module";

const SOURCE = `
import { readFileSync } from "node:fs";
const file = readFileSync(new URL(import.meta.url));
export default file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
`;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".bin")) return nextLoad(url, context);
    return { format: "module", source: SOURCE, shortCircuit: true };
  },
});
