/**
 * The lines of a file, read as they are needed. In: its path. Out: text between line feeds; every other character that some
 * take for the end of a line may stand in one. What stands behind the last line feed is a line too, if it is anything.
 */
import { createReadStream } from "node:fs";

export async function* linesIn(path: string): AsyncGenerator<string, undefined> {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8")) {
    const lines = (rest + (chunk as string)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
