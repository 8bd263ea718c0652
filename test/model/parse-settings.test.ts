/** Every setting: what may stand there and what it then means, and what is named as wrong, with what to write instead. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS, parseSettings, type SettingName, type Settings } from "../../src/model/settings.ts";

const PUBLIC_URL = "https://briefings.example.org";
const PUBLIC = "https://example.org";
const OLD = ["old.example.org", "older.example:8080", "xn--bcher-kva.example"];
const BERLIN = { weekday: 1, time: "06:00", timeZone: "Europe/Berlin" };

/** Where each variable is found again, and what it means where it is wrong. */
const MEANINGS: Readonly<Record<SettingName, readonly [key: keyof Settings, wrong: unknown]>> = {
  PUBLIC_URL: ["site", null],
  FORMER_HOSTS: ["formerHosts", []],
  SCHEDULE: ["schedule", null],
  ANNOUNCE_TO: ["announceTo", null],
  ANNOUNCE_SECRET: ["announceSecret", null],
  INDEX_SECONDS: ["indexSeconds", 5],
  COUNTS: ["counts", false],
};

const GOOD: Readonly<Record<SettingName, readonly (readonly [found: unknown, means: unknown])[]>> = {
  PUBLIC_URL: [
    [PUBLIC_URL, PUBLIC_URL],
    [` ${PUBLIC_URL}// `, PUBLIC_URL],
    ["http://localhost:8787", "http://localhost:8787"],
    ["HTTPS://Example.org", PUBLIC],
    ["https://example.org:443/", PUBLIC],
    ["https://example.org.", PUBLIC],
    ["http://example.org:443", "http://example.org:443"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
    ["https://BÜCHER.example:8443", "https://xn--bcher-kva.example:8443"],
    ["https://bu\u0308cher.example", "https://xn--bcher-kva.example"],
    ["https://новини.укр", "https://xn--b1amarcd.xn--j1amh"],
    ["http://[0:0::1]:8787/", "http://[::1]:8787"],
  ],
  FORMER_HOSTS: [
    [undefined, []],
    ["", []],
    [" old.example.org ", ["old.example.org"]],
    ["https://Old.example.org/ http://older.example:8080\tBücher.example", OLD],
    ["old.example.org:443 https://old.example.org:8443", ["old.example.org", "old.example.org:8443"]],
  ],
  SCHEDULE: [
    [undefined, BERLIN],
    ["Monday 06:00 Europe/Berlin", BERLIN],
    [" mon  06:00\tEurope/Berlin\n", BERLIN],
    ["Sunday 23:59 Asia/Kathmandu", { weekday: 0, time: "23:59", timeZone: "Asia/Kathmandu" }],
    ["SAT 00:00 UTC", { weekday: 6, time: "00:00", timeZone: "UTC" }],
  ],
  ANNOUNCE_TO: [
    [undefined, null],
    ["", null],
    ["  ", null],
    ["https://hooks.example.org/T0/B1?x=a@b", "https://hooks.example.org/T0/B1?x=a@b"],
    [" https://hooks.example.org/ ", "https://hooks.example.org/"],
    ["http://localhost:9000/news", "http://localhost:9000/news"],
    ["http://127.0.0.1:9000/", "http://127.0.0.1:9000/"],
  ],
  ANNOUNCE_SECRET: [
    [undefined, null],
    ["  ", null],
    [" sixteen-signs-ok ", "sixteen-signs-ok"],
    [1234567890123456, "1234567890123456"],
  ],
  INDEX_SECONDS: [
    [undefined, 5],
    ["", 5],
    ["0", 0],
    [" 60 ", 60],
    [60, 60],
    ["3600", 3600],
  ],
  COUNTS: [
    [undefined, false],
    ["", false],
    ["off", false],
    ["on", true],
    [" on", true],
  ],
};

const BAD: Readonly<Record<SettingName, readonly unknown[]>> = {
  PUBLIC_URL: [
    undefined,
    "",
    "briefings.example.org",
    "localhost:8787",
    "//example.org",
    "https://",
    "https:example.org",
    "ftp://example.org",
    "https://example.org/briefings",
    "https://example.org?",
    "https://example.org/#top",
    "https://example.org de",
    "https://example.org:99999",
    "https://user:word@example.org",
    "https://example.org\\de",
    "https://example,org",
    "https://example..org",
    "https://.",
    "https://1.2.3.256",
    "https://example.org／de",
    ["https://example.org"],
  ],
  FORMER_HOSTS: [
    "https://example.org/briefings",
    "old.example.org, older.example.org",
    "ftp://old.example.org",
    "user@old.example.org",
    "old.example.org:port",
    "old.example.org old..org",
    ["old.example.org"],
  ],
  SCHEDULE: [
    "",
    "Monday",
    "Mo 06:00 Europe/Berlin",
    "Mondays at six",
    "Monday 24:00 Europe/Berlin",
    "Monday 6:00 Europe/Berlin",
    "Monday 06:00",
    "Monday 06:00 Europe/Atlantis",
    "Monday 06:00 Europe/Berlin daily",
    6,
  ],
  ANNOUNCE_TO: [
    "hooks.example.org",
    "http://hooks.example.org/",
    "http://localhost.example.org/",
    "mailto:desk@example.org",
    "https://user:word@hooks.example.org/",
    "/news",
    true,
  ],
  ANNOUNCE_SECRET: ["fifteen-signs-x", " x ", 7],
  INDEX_SECONDS: ["-1", "abc", "5.5", "1e3", "3601", "Infinity", "5 s", true, {}],
  COUNTS: ["ON", "true", "yes", "1", "on off", true, null],
};

const names = Object.keys(MEANINGS) as SettingName[];
const only = (name: SettingName, found: unknown) => parseSettings({ PUBLIC_URL, [name]: found });

test("what may stand there means what it says, whatever stands around it", () => {
  for (const name of names) {
    for (const [found, means] of GOOD[name]) {
      const { settings, problems } = only(name, found);
      assert.deepEqual([settings[MEANINGS[name][0]], problems], [means, []], `${name} = ${JSON.stringify(found)}`);
    }
  }
});

test("what is wrong is named once, with what to write, and harms no other setting", () => {
  const sound = parseSettings({ PUBLIC_URL }).settings;
  for (const name of names) {
    for (const found of BAD[name]) {
      const { settings, problems } = only(name, found);
      const [key, wrong] = MEANINGS[name];
      const label = `${name} = ${JSON.stringify(found)}`;
      assert.deepEqual(
        problems.map((problem) => problem.name),
        [name],
        label,
      );
      assert.match(problems[0]?.message ?? "", new RegExp(`^setting ${name} is .+; write [^;\n]+$`), label);
      assert.deepEqual(settings, { ...sound, [key]: wrong }, label);
    }
  }
});

test("every wrong setting is named, not only the first", () => {
  const { problems } = parseSettings(Object.fromEntries(names.map((name) => [name, BAD[name].at(-2)])));
  assert.deepEqual(
    problems.map(({ name }) => name),
    names,
  );
});

test("what was found is repeated, but no secret, and nothing without end", () => {
  const said = (name: SettingName, found: unknown) => only(name, found).problems[0]?.message ?? "";
  assert.match(said("COUNTS", "true"), /COUNTS is "true"; write on or off$/);
  assert.match(said("PUBLIC_URL", undefined), /PUBLIC_URL is not given; write the address readers use/);
  assert.match(said("SCHEDULE", "Mondays"), /"Mondays"; .* such as Monday 06:00 Europe\/Berlin$/);
  assert.doesNotMatch(said("ANNOUNCE_TO", "http://hooks.example.org/T0/key"), /hooks|key/);
  assert.doesNotMatch(said("ANNOUNCE_SECRET", "hush"), /hush/);
  assert.doesNotMatch(said("PUBLIC_URL", "https://user:word@example.org"), /user|word/);
  assert.ok(said("SCHEDULE", "x".repeat(10_000)).length < 300);
});

test("a default says of itself what it means where the variable is absent", () => {
  assert.deepEqual(parseSettings({ PUBLIC_URL, ...DEFAULTS }), parseSettings({ PUBLIC_URL }));
});

test("nobody is told unsigned where a signature was meant", () => {
  const ANNOUNCE_TO = "https://hooks.example.org/";
  assert.equal(parseSettings({ PUBLIC_URL, ANNOUNCE_TO, ANNOUNCE_SECRET: "short" }).settings.announceTo, null);
  assert.equal(parseSettings({ PUBLIC_URL, ANNOUNCE_TO, ANNOUNCE_SECRET: "" }).settings.announceTo, ANNOUNCE_TO);
});
