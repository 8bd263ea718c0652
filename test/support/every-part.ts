/**
 * A briefing made by hand that holds every kind of part, every answer and mark, and text that means harm. In: nothing.
 * Out: the value that the tests of all formats share. It is no example of good writing.
 */
import type { Briefing, Run } from "../../src/model/briefing.ts";

const plain = (text: string): Run => ({ text, voice: "plain" });
const strong = (text: string): Run => ({ text, voice: "strong" });
const gap: Run = { text: " ", voice: "citation" };
const cite = (source: number, paragraph: number): Run => ({
  text: `${source}¶${paragraph}`,
  voice: "citation",
  target: { source },
});
const quoted = (source: number, paragraph: number, quote: string): Run => ({
  ...cite(source, paragraph),
  target: { source, quote },
});
const flag = (letter: string): Run => ({ text: `≠${letter}`, voice: "flag", target: { dispute: letter } });

/** What each format must show as text and never act on. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "[klick](javascript:alert(1))",
  "a | b || c",
  "`code` ``` *stern* _strich_ ~~weg~~ <!-- weg --> &copy; &#x41;",
  "links \u202Erechts\u202C \"&' \u0007\u200Fende",
  "1. keine Liste",
  "# keine Überschrift",
  "https://example.org/a_b_c und www.example.org",
  "C:\\pfad\\* $x$ ![bild](x) <https://example.org>",
] as const;

const PAGE = "http://localhost:8787/de/hostile";
const CHANGES = "http://localhost:8787/2026-W47/de/changes";
const PINNED = "http://localhost:8787/2026-W47/de/hostile";

export const everyPart: Briefing = {
  topic: "hostile",
  language: "de",
  template: "positions",
  edition: "2026-W47",
  issued: "2026-11-16T05:00:00Z",
  since: "2026-W46",
  corrects: "2026-W45",
  title: "Waffenruhe <b>& mehr",
  longTitle: "Waffenruhe <b>& mehr",
  summary: 'Soll es eine "Waffenruhe" geben? <script>',
  names: ["Selenskyj"],
  particulars: {
    subject: "Der Hafen",
    section: "Streitfrage",
    about: { name: "Waffenruhe </script><b>", description: "Soll es eine \u2028geben?" },
    card: { topic: "hostile", alt: 'Waffenruhe "Ja" </script><script>alert(1)</script> & <b>' },
    authorship: { inWords: "Von einer Maschine <b>", byMachine: true, reviewer: "Anna </script> Beispiel" },
    correction: { on: "2026-11-25", note: "Помилка <в> даті." },
    sources: [
      {
        number: 1,
        kind: "commentary",
        language: "de",
        outlet: "</script><img src=x onerror=alert(1)>",
        author: null,
        date: "2025-08",
        description: "<!-- nicht offen \u202e",
      },
      {
        number: 2,
        kind: "essay",
        language: "en",
        outlet: null,
        author: "O’Neill & “Søn”",
        date: null,
        description: "\\u003c",
        title: 'Wer "zählt" <b>die</b> Toten?',
        url: "https://source.example/a?b=c&d=<e>",
        archived: "https://archive.example/2025/a",
        accessed: "2025-09-01",
        marks: "Kürzel im Text: <xy>",
        short: "Essay & Streit",
      },
    ],
  },
  links: { permanent: PINNED, newest: PAGE, all: `${PINNED}/all`, changes: CHANGES },
  tally: {
    statements: { shown: 3, total: 9 },
    disputes: { shown: 1, total: 2 },
    notes: { shown: 1, total: 1 },
    events: { shown: 3, total: 3 },
    changes: { shown: 3, total: 4 },
    answers: { shown: 2, total: 2 },
    viewpoints: { shown: 1, total: 1 },
  },
  sections: [
    {
      kind: "masthead",
      parts: [
        {
          kind: "paragraph",
          style: "running-head",
          runs: [
            { text: "Einblatt", voice: "strong", href: "http://localhost:8787/de/" },
            plain(" · Ausgabe 2026-W47 · Quellen bis 19. August 2025"),
          ],
        },
        { kind: "paragraph", style: "kicker", runs: [strong("Streitfrage"), plain(" · Gipfel")] },
        { kind: "heading", level: 1, runs: [plain("Waffenruhe <b>& mehr")] },
        { kind: "paragraph", style: "question", runs: [plain("Soll es eine Waffenruhe geben?")] },
        {
          kind: "paragraph",
          style: "correction",
          runs: [
            strong("Berichtigt am 25. November 2026: "),
            { text: "Помилка <в> даті.", voice: "plain", lang: "uk" },
            plain(" "),
            { text: "Ersetzt Ausgabe 2026-W45.", voice: "plain", href: "http://localhost:8787/2026-W45/de/" },
          ],
        },
        { kind: "code", url: PAGE, alt: `QR-Code zur neuesten Ausgabe: ${PAGE}` },
      ],
    },
    {
      kind: "standfirst",
      parts: [
        {
          kind: "paragraph",
          style: "standfirst",
          runs: [plain("Viel ist ungewiss."), gap, cite(1, 2), { text: " ", voice: "citation" }, cite(2, 11)],
        },
      ],
    },
    {
      kind: "matrix",
      parts: [
        { kind: "heading", level: 2, runs: [plain("Wer antwortet was?")] },
        {
          kind: "table",
          caption: "3 von 4 Antworten | belegt",
          rows: [
            {
              kind: "row",
              emphasised: false,
              cells: [
                { kind: "cell", header: "column", runs: [{ text: "Frage", voice: "label" }], emphasised: false },
                { kind: "cell", header: "column", runs: [strong("Kyjiw")], mark: "circle", emphasised: true },
                { kind: "cell", header: "column", runs: [strong("Moskau")], mark: "triangle", emphasised: false },
              ],
            },
            {
              kind: "row",
              emphasised: true,
              cells: [
                {
                  kind: "cell",
                  header: "row",
                  runs: [strong("Waffenruhe"), plain(" "), { text: "Soll es sie geben?", voice: "label" }],
                  emphasised: true,
                },
                {
                  kind: "cell",
                  runs: [
                    strong("Ja"),
                    strong(": "),
                    plain("umfassend | sofort"),
                    gap,
                    cite(1, 9),
                    { text: " Andere Quelle: ", voice: "flag" },
                    strong("Bedingt"),
                    gap,
                    cite(2, 3),
                  ],
                  answer: { value: "yes", contested: true },
                  emphasised: true,
                },
                {
                  kind: "cell",
                  runs: [strong("Bedingt"), strong(": "), plain("nur ohne Waffen"), gap, cite(1, 19)],
                  answer: { value: "conditional", contested: false },
                  emphasised: true,
                },
              ],
            },
            {
              kind: "row",
              emphasised: false,
              cells: [
                { kind: "cell", header: "row", runs: [plain("Gebiete")], emphasised: false },
                {
                  kind: "cell",
                  runs: [strong("Nein"), gap, cite(1, 8)],
                  answer: { value: "no", contested: false },
                  emphasised: true,
                },
                {
                  kind: "cell",
                  runs: [{ text: "Nicht genannt", voice: "label" }],
                  answer: { value: "not-stated", contested: false },
                  emphasised: false,
                },
              ],
            },
          ],
        },
      ],
    },
    {
      kind: "positions",
      parts: [
        {
          kind: "group",
          anchor: "positions-kyiv",
          parts: [
            { kind: "heading", level: 2, runs: [plain("Kyjiw")], mark: "circle" },
            {
              kind: "paragraph",
              style: "answer",
              runs: [strong("Unklar"), strong(": "), plain("je nach Quelle"), gap, cite(1, 9)],
              answer: { value: "unclear", contested: true },
            },
            {
              kind: "list",
              style: "statements",
              items: [
                {
                  kind: "item",
                  anchor: "statement-kyiv-one",
                  statement: "kyiv-one",
                  parts: [
                    {
                      kind: "paragraph",
                      style: "lead",
                      runs: [
                        strong("Forderung"),
                        { text: " · ", voice: "strong" },
                        { text: "Selenskyj", voice: "label" },
                        { text: " · 15. Aug. 2025", voice: "label" },
                      ],
                    },
                    {
                      kind: "paragraph",
                      style: "body",
                      runs: [
                        plain("Die Ukraine fordert Ruhe."),
                        gap,
                        cite(1, 9),
                        { text: " ", voice: "flag" },
                        flag("A"),
                      ],
                    },
                  ],
                },
                {
                  kind: "item",
                  anchor: "statement-kyiv-two",
                  statement: "kyiv-two",
                  parts: [
                    { kind: "paragraph", style: "lead", runs: [strong("Schritt")] },
                    {
                      kind: "paragraph",
                      style: "body",
                      runs: [
                        { text: "Не перекладено німецькою.", voice: "plain", lang: "uk" },
                        gap,
                        quoted(2, 4, "</blockquote><script>alert(1)</script> & \u202e „so“"),
                        plain(" نص عربي "),
                        { text: "نص", voice: "label", lang: "ar" },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          kind: "group",
          anchor: "positions-moscow",
          parts: [
            { kind: "heading", level: 2, runs: [plain("Moskau")], mark: "triangle" },
            { kind: "heading", level: 3, runs: [plain("Im Einzelnen")], mark: "square" },
            { kind: "heading", level: 3, runs: [{ text: "Ще одне", voice: "plain", lang: "uk" }], mark: "diamond" },
            ...HOSTILE.map((text) => ({ kind: "paragraph" as const, style: "body" as const, runs: [plain(text)] })),
            {
              kind: "paragraph",
              style: "body",
              runs: [strong("x"), strong("(y)"), plain("z"), strong(" *fett* "), plain("!")],
            },
            {
              kind: "paragraph",
              style: "body",
              runs: [cite(2, 7), plain(": kein Verweis"), cite(2, 8), plain("(javascript:x)")],
            },
            {
              kind: "paragraph",
              style: "note",
              runs: [
                { text: "kein Skript", voice: "plain", href: "javascript:alert(1)" },
                plain(" "),
                { text: "nirgends", voice: "citation", target: { source: 99 } },
                plain(" "),
                flag("Z"),
              ],
            },
          ],
        },
      ],
    },
    {
      kind: "omitted",
      parts: [
        {
          kind: "paragraph",
          style: "omitted",
          runs: [
            plain("Nicht auf diesem Blatt: 6 weitere Aussagen. Alles steht unter "),
            { text: `${PINNED}/all`.slice(7), voice: "strong", href: `${PINNED}/all` },
          ],
        },
      ],
    },
    {
      kind: "disputes",
      parts: [
        { kind: "heading", level: 2, runs: [plain("Widersprüche")] },
        { kind: "paragraph", style: "legend", runs: [{ text: "≠ verweist hierher.", voice: "label" }] },
        {
          kind: "list",
          style: "disputes",
          items: [
            {
              kind: "item",
              label: "A",
              anchor: "dispute-A",
              parts: [
                {
                  kind: "paragraph",
                  style: "lead",
                  runs: [strong("Was gilt?"), { text: " · Widerspruch", voice: "label" }],
                },
                {
                  kind: "paragraph",
                  style: "body",
                  runs: [plain("Dies."), gap, cite(1, 9), plain(" Und das."), gap, cite(2, 4)],
                },
                { kind: "paragraph", style: "note", runs: [plain("Beides steht da.")] },
              ],
            },
          ],
        },
      ],
    },
    {
      kind: "timeline",
      parts: [
        { kind: "heading", level: 2, runs: [plain("Chronik")] },
        {
          kind: "timeline",
          alt: "Zeitachse: 1: 1994 [früher]; 2: 15. August 2025; 3: 18. August 2025.",
          days: 3,
          dots: [
            { label: "1", day: null, year: "1994" },
            { label: "2", day: 0, year: "2025" },
            { label: "3", day: 3, year: "2025" },
          ],
          ticks: [
            { day: 0, label: "15. Aug. 2025" },
            { day: 3, label: "18. Aug. 2025" },
          ],
        },
        {
          kind: "list",
          style: "events",
          items: ["1994: Memorandum.", "15. Aug. 2025: Gipfel.", "18. Aug. 2025: Treffen."].map((text, i) => ({
            kind: "item",
            label: String(i + 1),
            anchor: `event-${i + 1}`,
            parts: [{ kind: "paragraph", style: "body", runs: [plain(text), gap, cite(1, i + 1)] }],
          })),
        },
      ],
    },
    {
      kind: "changes",
      parts: [
        { kind: "heading", level: 2, runs: [plain("Neu seit Ausgabe 2026-W46")] },
        {
          kind: "paragraph",
          style: "legend",
          runs: [
            { text: "Alle Änderungen: ", voice: "label" },
            { text: CHANGES.slice(7), voice: "label", href: CHANGES },
          ],
        },
        {
          kind: "list",
          style: "changes",
          items: [
            {
              kind: "item",
              anchor: "change-statement-kyiv-one",
              change: { kind: "changed", id: "kyiv-one", how: "correction" },
              parts: [
                {
                  kind: "paragraph",
                  style: "lead",
                  runs: [{ text: "Geändert (Wortlaut): ", voice: "flag" }, strong("Forderung")],
                },
                { kind: "paragraph", style: "body", runs: [plain("Jetzt anders."), gap, cite(1, 9)] },
                { kind: "paragraph", style: "note", runs: [strong("Vorher: "), plain("Früher so."), gap, cite(1, 9)] },
              ],
            },
            {
              kind: "item",
              anchor: "change-statement-gone",
              change: { kind: "withdrawn", id: "gone" },
              parts: [
                {
                  kind: "paragraph",
                  style: "lead",
                  runs: [{ text: "Zurückgezogen: ", voice: "flag" }, strong("Schritt")],
                },
                { kind: "paragraph", style: "body", runs: [{ text: "Nicht mehr <gesagt>.", voice: "label" }] },
              ],
            },
            {
              kind: "item",
              anchor: "change-dispute-settled",
              entryChange: { of: "events", kind: "changed", id: "moved" },
              parts: [
                {
                  kind: "paragraph",
                  style: "lead",
                  runs: [{ text: "Streitpunkt erledigt: ", voice: "flag" }, strong("Was galt?")],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      kind: "sources",
      parts: [
        { kind: "heading", level: 2, runs: [plain("Quellen")] },
        {
          kind: "list",
          style: "sources",
          items: ["Agenturmeldung, dpa.", "Analyse, ohne Datum."].map((text, i) => ({
            kind: "item",
            label: String(i + 1),
            anchor: `source-${i + 1}`,
            parts: [{ kind: "paragraph", style: "body", runs: [strong(text)] }],
          })),
        },
      ],
    },
    {
      kind: "colophon",
      parts: [
        {
          kind: "paragraph",
          style: "colophon",
          runs: [
            strong("Von einer Maschine zusammengefasst. "),
            { text: "CC BY 4.0", voice: "plain", href: "https://creativecommons.org/licenses/by/4.0/" },
            plain(" Diese Ausgabe: "),
            { text: PINNED.slice(7), voice: "plain", href: PINNED },
          ],
        },
      ],
    },
  ],
};
