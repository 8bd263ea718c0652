/**
 * What is asked for on the morning on which a newsletter goes out: by readers, by robots that look at a link before they
 * do, by mail scanners, link checkers and PDF viewers. In: addresses with what is right to answer at each, and a number
 * to draw by. Out: requests, each with the answer that is due; the same for the same number. It sends nothing.
 */

/** An address of a stored file. */
export interface Known {
  readonly path: string;
  readonly tag: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Under which the store has it. */
  readonly key: string;
}

export interface Asked {
  readonly path: string;
  readonly method: "GET" | "HEAD";
  readonly headers: Readonly<Record<string, string>>;
  /** Null where no file is meant. */
  readonly file: Known | null;
  readonly due: {
    readonly status: number;
    /** Null where only the status counts, as in a refusal. */
    readonly bytes: Uint8Array | null;
    readonly headers: Readonly<Record<string, string>>;
  };
}

const NOTHING = new Uint8Array();
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const ROBOTS = [
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "Twitterbot/1.0",
  "WhatsApp/2.23.20.0",
  "TelegramBot (like TwitterBot)",
];

export function* requestsOf(known: readonly Known[], count: number, seed: number): Generator<Asked> {
  const draw = drawer(seed);
  // Few links are in the letter and many are not: the first of the list are asked for most.
  const file = (): Known => pick(known, draw() * draw());
  const noise = (): string => `?utm_source=brief&utm_medium=email&mc_cid=${hex(draw())}&mc_eid=${hex(draw())}`;
  for (let i = 0; i < count; i++) yield oneOf(draw() * 100, file(), noise(), draw);
}

/** Out of a hundred. */
function oneOf(lot: number, file: Known, noise: string, draw: () => number): Asked {
  const asked = (own: Partial<Asked>, due: Partial<Asked["due"]>): Asked => ({
    path: file.path + noise,
    method: "GET",
    headers: { "User-Agent": BROWSER },
    file,
    ...own,
    due: { status: 200, bytes: file.bytes, headers: { etag: file.tag, "content-type": file.type }, ...due },
  });
  const size = file.bytes.length;
  if (lot < 40) return asked({}, {});
  if (lot < 52) return asked({ path: file.path }, {});
  if (lot < 64) {
    const headers = { etag: file.tag, "content-length": `${size}` };
    return asked({ method: "HEAD", headers: { "User-Agent": "lychee/0.20" } }, { bytes: NOTHING, headers });
  }
  if (lot < 76) {
    const due = { status: 304, bytes: NOTHING, headers: { etag: file.tag } };
    return asked({ headers: { "If-None-Match": lot < 70 ? file.tag : `W/${file.tag}` } }, due);
  }
  if (lot < 79) return asked({ headers: { "If-None-Match": `"${"0".repeat(64)}"` } }, {});
  if (lot < 87) {
    const robot = pick(ROBOTS, draw());
    if (!robot.startsWith("Slack")) return asked({ headers: { "User-Agent": robot, Accept: "*/*" } }, {});
    return part(asked, file, { "User-Agent": robot }, 0, 32_768);
  }
  if (lot < 93) {
    const first = Math.floor(draw() * size);
    return part(asked, file, { "If-Range": file.tag }, first, first + Math.floor(draw() * 8192));
  }
  const elsewhere = { bytes: NOTHING, headers: { location: file.path + noise } };
  if (lot < 96) return asked({ path: `${file.path}).${noise}`, file: null }, { status: 301, ...elsewhere });
  if (lot < 98) return asked({ path: `${file.path}%20${noise}`, file: null }, { status: 301, ...elsewhere });
  return asked({ path: `/de/nirgends-${hex(draw())}${noise}`, file: null }, { status: 404, bytes: null, headers: {} });
}

type Make = (own: Partial<Asked>, due: Partial<Asked["due"]>) => Asked;

function part(
  make: Make,
  file: Known,
  headers: Readonly<Record<string, string>>,
  first: number,
  wanted: number,
): Asked {
  const size = file.bytes.length;
  const last = Math.min(wanted, size - 1);
  return make(
    { headers: { ...headers, Range: `bytes=${first}-${wanted}` } },
    {
      status: 206,
      bytes: file.bytes.subarray(first, last + 1),
      headers: { etag: file.tag, "content-range": `bytes ${first}-${last}/${size}` },
    },
  );
}

function pick<T>(from: readonly T[], at: number): T {
  return from[Math.floor(at * from.length)] as T;
}

function hex(drawn: number): string {
  return Math.floor(drawn * 2 ** 32).toString(16);
}

/** Numbers from 0 to below 1, by the generator that Numerical Recipes gives for 32 bits. */
function drawer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
