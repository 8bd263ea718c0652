/**
 * veraPDF, fetched once. In: nothing. Out: the path of its jar, whose version and digest are pinned here. It lies below
 * `node_modules/.cache`, so that it goes where the packages go. `MAVEN_REPOSITORY` names another repository than Maven
 * Central; whatever answers, only the pinned bytes are kept.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const VERSION = "1.28.2";
const SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6";
const FOLDER = join(import.meta.dirname, "..", "node_modules/.cache/verapdf");

export async function verapdfJar(): Promise<string> {
  const name = `greenfield-apps-${VERSION}.jar`;
  const path = join(FOLDER, name);
  if (existsSync(path) && digest(readFileSync(path)) === SHA256) return path;
  const repository = process.env.MAVEN_REPOSITORY ?? "https://repo1.maven.org/maven2";
  const url = `${repository}/org/verapdf/apps/greenfield-apps/${VERSION}/${name}`;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (digest(bytes) !== SHA256) throw new Error(`${url} is not the veraPDF that was pinned.`);
  mkdirSync(FOLDER, { recursive: true });
  // Named when it is whole, so that a broken download is never taken for the jar.
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
  return path;
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
