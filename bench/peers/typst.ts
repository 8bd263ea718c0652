/**
 * The page by Typst, its own line breaker, hyphens and tags. In: content as JSON for `briefing.typ`. Out: a PDF that
 * declares PDF/UA-1. One compiler is kept, with the faces in memory, as a server would keep it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Job, Maker } from "../maker.ts";
import { FACES } from "./faces.ts";

type Typst = typeof import("@myriaddreamin/typst-ts-node-compiler");
// The package offers its compiled half to CommonJS only.
const { NodeCompiler } = createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler") as Typst;

export function open(): Maker {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: Object.values(FACES).map((file) => readFileSync(file)) }],
  });
  return {
    make({ content }: Job): Uint8Array {
      const compiled = compiler.compile({
        mainFilePath: join(import.meta.dirname, "briefing.typ"),
        inputs: { content: JSON.stringify(content) },
      });
      if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
      const bytes = compiler.pdf(compiled.result, { pdfStandard: "ua-1" });
      // A server that never evicts grows without end; ten rounds is what Typst's own watcher keeps.
      compiler.evictCache(10);
      return bytes;
    },
  };
}
