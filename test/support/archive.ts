/**
 * A folder as one compressed file and back, with nothing but Node. In: a folder and the names of its files, or an archive.
 * Out: the archive (ustar, POSIX.1-1988, deflated by brotli), or the files. Plain files only, times and owners zero, so equal
 * folders give equal bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

const BLOCK = 512;
const LONGEST_NAME = 100;
/** Where a header has name, size, the name's first part, and its sum. */
const AT = { name: 0, mode: 100, size: 124, magic: 257, prefix: 345, end: 500 } as const;

export function pack(folder: string, names: readonly string[]): Buffer {
  const blocks = names.flatMap((name) => {
    const content = readFileSync(join(folder, name));
    return [header(name, content.length), content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
  });
  return brotliCompressSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** A longer name is divided at a slash. */
function header(name: string, size: number): Buffer {
  const cut = name.length <= LONGEST_NAME ? -1 : name.indexOf("/", name.length - LONGEST_NAME - 1);
  const block = Buffer.alloc(BLOCK);
  block.write(name.slice(cut + 1), AT.name);
  block.write("0000644\0" + "0000000\0" + "0000000\0", AT.mode);
  block.write(`${octal(size, 11)}\0${"0".repeat(11)}\0${" ".repeat(8)}0`, AT.size);
  block.write("ustar\u000000", AT.magic);
  if (cut > 0) block.write(name.slice(0, cut), AT.prefix);
  const sum = [...block].reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148);
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, "0");

/** Writes every file of an archive below a folder. */
export function unpack(archive: Buffer, folder: string): void {
  const tar = brotliDecompressSync(archive);
  const text = (from: number, to: number): string => tar.toString("latin1", from, to).replace(/\0.*$/s, "");
  for (let at = 0; tar[at] !== 0; ) {
    const prefix = text(at + AT.prefix, at + AT.end);
    const name = (prefix === "" ? "" : `${prefix}/`) + text(at + AT.name, at + LONGEST_NAME);
    const size = Number.parseInt(text(at + AT.size, at + AT.size + 12), 8);
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK * (1 + Math.ceil(size / BLOCK));
  }
}
