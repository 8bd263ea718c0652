/**
 * Binary modules under Node, where wrangler's rules do not reach. Preloaded with
 * `node --import ./test/support/binary-modules.ts`, it turns an import of a .bin file into a module whose
 * default export is the file's bytes as an ArrayBuffer of exactly that size, and that of a .wasm
 * file into one whose default export is the compiled program, as workerd gives them. It touches no
 * other module.
 */
import { registerHooks } from "node:module";

const READ = `
import { readFileSync } from "node:fs";
const file = readFileSync(new URL(import.meta.url));
`;
const SOURCES: Readonly<Record<string, string>> = {
  bin: `${READ} export default file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);`,
  wasm: `${READ} export default new WebAssembly.Module(file);`,
};

registerHooks({
  load(url, context, nextLoad) {
    const source = SOURCES[url.slice(url.lastIndexOf(".") + 1)];
    if (source === undefined) return nextLoad(url, context);
    return { format: "module", source, shortCircuit: true };
  },
});
