/**
 * Bundles the Worker of `npm run dev`, again and again. In: the sources as they are on disk, and the aliases of
 * `wrangler.toml`. Out: the modules that workerd starts, kept in memory, and a way back to the sources from the places
 * that an error names; or every mistake by file and line. It is done by the esbuild that wrangler brings along, for
 * wrangler itself takes seconds for each.
 */
import { createRequire, SourceMap, type SourceMapPayload } from "node:module";
import { basename, extname, join, relative } from "node:path";
import { MODULE_TYPES, type ModuleType } from "../local-worker.ts";

/** Sources that cannot be read as a program. */
export class BadProgram extends Error {}

export interface Bundle {
  /** The entry first. */
  readonly modules: readonly Module[];
  /** Puts files and lines of the sources where a text names places in the bundle. */
  readonly inSources: (text: string) => string;
}

export interface Module {
  readonly type: ModuleType;
  readonly path: string;
  readonly contents: Uint8Array<ArrayBuffer>;
}

const ENTRY = "scripts/dev/worker.ts";
const PLACE = /[^\s(]*\bworker\.js:(\d+):(\d+)/g;

/** A function that bundles what is there when it is called, or throws `BadProgram`. */
export async function openBundler(root: string, alias: Record<string, string>): Promise<() => Promise<Bundle>> {
  const ofWrangler = createRequire(createRequire(import.meta.url).resolve("wrangler"));
  const esbuild = ofWrangler("esbuild") as typeof import("esbuild");
  const context = await esbuild.context({
    absWorkingDir: root,
    entryPoints: [join(root, ENTRY)],
    outdir: root,
    write: false,
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    mainFields: ["browser", "module", "main"],
    external: ["node:*", "cloudflare:*"],
    loader: { ".bin": "copy", ".wasm": "copy" },
    sourcemap: "external",
    alias,
    logLevel: "silent",
  });
  // It is a process of its own, which would otherwise complain at the end that nobody talks to it any more.
  process.once("exit", () => void esbuild.stop());
  return async () => {
    const { outputFiles } = await context.rebuild().catch((error: import("esbuild").BuildFailure) => {
      throw new BadProgram(error.errors.map(mistake).join("\n"));
    });
    const modules = outputFiles
      .flatMap(({ path, contents }) => {
        const type = MODULE_TYPES[extname(path)];
        return type === undefined
          ? []
          : [{ type, path: join(root, basename(path)), contents: new Uint8Array(contents) }];
      })
      .sort((a, b) => Number(b.type === "ESModule") - Number(a.type === "ESModule"));
    const map = outputFiles.find(({ path }) => path.endsWith(".map"))?.text ?? "{}";
    return { modules, inSources: (text) => inSources(text, JSON.parse(map), root) };
  };
}

function mistake({ text, location }: import("esbuild").Message): string {
  if (location === null) return text;
  return `${location.file}:${location.line}:${location.column + 1}: ${text}\n    ${location.lineText.trim()}`;
}

function inSources(text: string, payload: SourceMapPayload, root: string): string {
  const map = new SourceMap(payload);
  return text.replace(PLACE, (place, line, column) => {
    const origin = map.findOrigin(Number(line), Number(column));
    if (!("fileName" in origin)) return place;
    return `${relative(root, join(root, origin.fileName))}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
