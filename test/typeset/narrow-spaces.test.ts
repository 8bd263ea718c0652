/**
 * Spaces at which no line may end: in every language, what belongs together stays, and a full stop that ends a sentence
 * holds nothing. `_` is such a space, `‿` a thin one.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { GLUE, THIN_GLUE } from "../../src/typeset/text/characters.ts";
import { bound } from "../../src/typeset/text/narrow-spaces.ts";
import { LANGUAGES } from "../../templates/languages.ts";

/** The kinds, each with examples; what is not bound is written with plain spaces. */
const KINDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "an abbreviation and the number after it": {
    de: [
      "S._5 steht",
      "(Art._5)",
      "nach Nr._7 der",
      "§‿5 Abs._2 gilt",
      "Kap._IV",
      "ca._20_Jahre",
      "vgl._S._4",
      "Tel._30",
    ],
    en: ["No._5", "p._5", "pp._5–7", "Sec._5", "Fig._2 shows", "Art._II"],
    uk: ["ст._5", "п._5 угоди", "ч._2 ст._5", "ст._5 ч._2", "у_2025‿р. 20 країн", "див._с._4", "№‿5", "розд._2"],
  },
  "an abbreviation and the name after it": {
    de: ["Dr._Merz", "Prof._Dr._Merz", "Dipl.-Ing._Müller", "„Dr._Merz“", "Hl._Stuhl", "sog._„Volksrepublik“"],
    en: ["Mr._Trump", "Gen._Kellogg", "St._Petersburg", "U.S._President", "Sen._Graham"],
    uk: ["м._Київ", "о._Зміїний", "ім._Шевченка", "вул._Хрещатик", "т.‿зв._«республіки»", "т.‿зв._мир"],
  },
  "a title and a short name": {
    de: ["Papst_Leo_XIV. sagte", "Karl_V. war", "Frau_Dr._Merz", "Präsident_Trump", "Bundeskanzler Merz", "Herr sagte"],
    en: ["Pope_Leo_XIV said", "President_Trump", "President Zelenskyy", "Mr_Zelenskyy", "World War_II ended"],
    uk: ["Папа_Лев_XIV", "генерал_Келлог", "президентом_США", "президента України"],
  },
  initials: {
    de: ["J._D._Vance", "J.D._Vance", "von M._Brucker", "Plan B. Dann"],
    en: ["J._D._Vance", "George H._W._Bush"],
    uk: ["В._Зеленський", "В._О._Зеленський"],
    fr: ["M._Brucker"],
  },
  "the parts of an abbreviation": {
    de: [
      "z.‿B. am",
      "z.‿B. Berlin",
      "u.‿a. Trump",
      "oft i.‿d.‿R. so",
      "u.‿dgl. mehr",
      "500_v.‿Chr. Dann",
      "i.‿V.‿m._Art._5",
    ],
    en: ["e._g. this", "U._S. troops", "5_p._m. today"],
    uk: ["і_т.‿д.", "та т.‿ін. Потім", "до н.‿е. було"],
  },
  "a number and what it measures or counts": {
    de: [
      "300_Kilometer",
      "20_Jahre",
      "300‿000_Menschen",
      "2500_Kilometer",
      "50‿%",
      "20‿€",
      "um 20.30_Uhr",
      "3_Mrd. Euro",
      "der 20er_Jahre",
      "20_neue Panzer",
      "20_EU-Staaten",
      "$90_Milliarden",
      "20 Prozentpunkte",
      "Alle 27 in",
    ],
    en: ["20_years", "2,000_soldiers", "50_%", "$90_billion", "21st_century", "15 of 20", "300_square-miles"],
    uk: [
      "20_років",
      "5‿млн грн",
      "2025‿р. Трамп",
      "20‿% людей",
      "90-х‿рр. Потім",
      "XX_століття",
      "у_XX_ст. Потім",
      "з_20_країн",
    ],
  },
  "a date": {
    de: [
      "5._Juni",
      "am 15._8._2025",
      "am 16._8. in",
      "15._Aug._2025",
      "15.–16._August",
      "im August_2025 kam",
      "Am 15. trafen",
    ],
    en: ["August_15,_2025, he", "Aug._15,_2025", "15_August_2025, 15_people", "15._August"],
    uk: ["15_серпня_2025", "16_серп._2025", "5-го_серпня", "у_2025_році"],
  },
  "a word and its number, which counts nothing": {
    de: [
      "Artikel_5 gilt",
      "Artikel_5 Absatz_2 Satz_1",
      "UN-Resolution_242",
      "die G_7 tagt",
      "Minsk_II gilt",
      "F-16 Kampfjets",
    ],
    en: ["source_3, Article_5 of 19", "Chapter_IV", "“Article_5-like”", "F-16 jets"],
    uk: ["до статті_5", "у_пункті_5 угоди"],
  },
  "a full stop that ends a sentence": {
    de: [
      "Er kam_2024. Dann ging",
      "war am Hof. Trump kam",
      "am Hof. 2024 war",
      "Fragen dieser Art. Trump",
      "zogen ab. Trump",
      "die SPD. Trump",
      "und so usw. Trump",
      "am 3. Dann",
    ],
    en: ["He said no. Trump left", "the art. He", "He was 15. Trump said", "after 5_km. Then", "etc. Trump"],
    uk: ["він сам. Трамп", "та ін. Потім", "Донецька обл. Потім"],
  },
  "a dash and the word before it": {
    de: ["Europa_– nein", "Europa_— nein", "a_-- b", "sank auf −5", "Ein- und -ausgang", "5_−_3"],
    en: ["Europe_– no", "Europe_― no", "Europe_‒ no"],
    uk: ["Європа_— ні", "«Слово»_— так"],
    fr: ["M._Brucker_– oui"],
  },
  "a word of one letter": {
    uk: ["у_Києві й_у_Москві", "і_«так»", "о_5_годині"],
    de: ["", " ", "a b"],
  },
};

for (const [kind, languages] of Object.entries(KINDS)) {
  for (const [language, examples] of Object.entries(languages)) {
    test(`${kind}, in ${language}`, () => {
      for (const wanted of examples) {
        const entered = wanted.replaceAll(/[_‿]/gu, " ");
        assert.equal(bound(entered, language).replaceAll(GLUE, "_").replaceAll(THIN_GLUE, "‿"), wanted);
      }
    });
  }
}

test("every language of ours has its customs", () => {
  for (const language of Object.keys(LANGUAGES)) {
    assert.notEqual(bound("5 km", language), "5 km", `name the units of ${language} in src/typeset/text/customs.ts`);
  }
});
