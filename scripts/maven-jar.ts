/**
 * A program in Java, fetched once. In: its name, version and digest, which are pinned by whoever asks. Out: the path of
 * its jar. It lies below `node_modules/.cache`, so that it goes where the packages go. `MAVEN_REPOSITORY` names another
 * repository than Maven Central; whatever answers, only the pinned bytes are kept.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Jar {
  /** The group's path and the artifact, such as `org/verapdf/apps/greenfield-apps`. */
  readonly artifact: string;
  readonly version: string;
  readonly sha256: string;
}

export async function mavenJar({ artifact, version, sha256 }: Jar): Promise<string> {
  const [name = ""] = artifact.split("/").slice(-1);
  const folder = join(import.meta.dirname, "..", "node_modules/.cache", name);
  const path = join(folder, `${name}-${version}.jar`);
  if (existsSync(path) && digest(readFileSync(path)) === sha256) return path;
  const repository = process.env.MAVEN_REPOSITORY ?? "https://repo1.maven.org/maven2";
  const url = `${repository}/${artifact}/${version}/${name}-${version}.jar`;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (digest(bytes) !== sha256) throw new Error(`${url} is not the ${name} that was pinned.`);
  mkdirSync(folder, { recursive: true });
  // Named when it is whole, so that a broken download is never taken for the jar.
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
  return path;
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
