/**
 * Sends a morning's requests to this machine and looks at each answer. In: a port, requests and a time by which to stop.
 * Out: how many were answered, how long each took, and whatever was wrong. It finds out beforehand what is right: the
 * bytes that the store holds, and nothing that the Worker made meanwhile.
 */
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { FORMATS, WORD_FORMATS } from "../src/formats/formats.ts";
import { LANGUAGES } from "../templates/languages.ts";
import { CONNECTIONS, send, type Target } from "./load.ts";
import type { Asked, Known } from "./morning-requests.ts";

export interface Sent {
  readonly answered: number;
  /** Milliseconds of each. */
  readonly latencies: readonly number[];
  readonly wrong: readonly string[];
}

/** Enough to see what is wrong. */
const TOLD = 20;

export async function sendAll(
  target: Omit<Target, "path">,
  requests: Iterator<Asked>,
  /** On the clock of `performance.now`. */
  until: number,
): Promise<Sent> {
  const latencies: number[] = [];
  const wrong: string[] = [];
  const one = async ({ path, method, headers, due }: Asked): Promise<void> => {
    const start = performance.now();
    const answer = await send({ ...target, path }, method, headers);
    latencies.push(performance.now() - start);
    const fault = faultOf(answer, due);
    if (fault !== null && wrong.length < TOLD) wrong.push(`${method} ${path} ${JSON.stringify(headers)}: ${fault}`);
  };
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        const next = requests.next();
        if (next.done === true) return;
        await one(next.value).catch((error) => wrong.push(`${next.value.path}: ${error}`));
      }
    }),
  );
  return { answered: latencies.length, latencies, wrong };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

function faultOf(answer: Answer, due: Asked["due"]): string | null {
  if (answer.status !== due.status) return `${answer.status} and not ${due.status}`;
  for (const [name, value] of Object.entries(due.headers)) {
    if (answer.headers[name] !== value) return `${name} is ${answer.headers[name]} and not ${value}`;
  }
  if (due.bytes === null || Buffer.compare(answer.bytes, due.bytes) === 0) return null;
  return `${answer.bytes.length} bytes that are not the ${due.bytes.length} of the file`;
}

/** Every address of an edition's files, with it in front and without; what a letter links to most comes first. */
export function addressesOf(topics: readonly string[], edition: string): readonly string[] {
  const pages = Object.keys(LANGUAGES).flatMap((language) => [
    ...topics.flatMap((topic) => [
      `/${language}/${topic}`,
      ...Object.keys(FORMATS).map((ending) => `/${language}/${topic}.${ending}`),
      ...Object.keys(WORD_FORMATS).map((ending) => `/${language}/${topic}/all.${ending}`),
    ]),
    ...Object.keys(WORD_FORMATS).map((ending) => `/${language}/changes.${ending}`),
  ]);
  return pages.flatMap((path) => [path, `/${edition}${path}`]);
}

/** The sentence that says where a page stands; it is no part of the stored file. */
const STANDING = /<aside class="standing"[\s\S]*?<\/aside>\n/;

/** Asks once for each and holds it against the store: a file that is not stored as it is answered is an error. */
export async function learn(
  target: Omit<Target, "path">,
  paths: readonly string[],
  bucket: R2Bucket,
): Promise<readonly Known[]> {
  const stored = new Map((await listFiles(bucket)).map(({ key, hash }) => [hash, key]));
  const known: Known[] = [];
  for (const path of paths) {
    const { status, headers, bytes } = await send({ ...target, path }, "GET", {});
    const type = headers["content-type"] ?? "";
    const own = type.startsWith("text/html") ? Buffer.from(Buffer.from(bytes).toString().replace(STANDING, "")) : bytes;
    const key = stored.get(createHash("sha256").update(own).digest("hex"));
    if (status !== 200 || key === undefined) throw new Error(`${path} answers ${status} and nothing that is stored`);
    known.push({ path, tag: headers.etag ?? "", type, bytes, key });
  }
  return known;
}

/** Every stored file with the hash of its bytes and when it was put there. */
export async function listFiles(
  bucket: R2Bucket,
): Promise<readonly { readonly key: string; readonly hash: string; readonly put: number }[]> {
  const files = [];
  let cursor: string | undefined;
  do {
    const page = await bucket.list({ include: ["customMetadata"], ...(cursor === undefined ? {} : { cursor }) });
    for (const { key, customMetadata, uploaded } of page.objects)
      files.push({ key, hash: customMetadata?.sha256 ?? "", put: uploaded.getTime() });
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return files;
}
