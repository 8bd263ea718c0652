/**
 * An SVG of ours as PNG. In: a document of paths. Out: bytes, the same for the same document. Drawing is resvg's, as
 * WebAssembly; it is opened when the first card is drawn, so that an isolate that only answers readers never pays for it.
 */

let opened: Promise<typeof import("@resvg/resvg-wasm").Resvg> | null = null;

export async function rasterise(svg: string): Promise<Uint8Array> {
  opened ??= open();
  const Resvg = await opened;
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

async function open(): Promise<typeof import("@resvg/resvg-wasm").Resvg> {
  const [{ initWasm, Resvg }, program] = await Promise.all([
    import("@resvg/resvg-wasm"),
    import("@resvg/resvg-wasm/index_bg.wasm"),
  ]);
  await initWasm(program.default);
  return Resvg;
}
