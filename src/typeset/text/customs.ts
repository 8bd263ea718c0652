/**
 * What belongs together in each language: the words that number what follows, the abbreviations that say nothing without
 * it, the units after a number. In: nothing. Out: one table a language, of which `narrow-spaces.ts` makes spaces. Words
 * are written small; a stem of four letters or more stands for its inflected forms, a shorter word for itself.
 */
import { GLUE, THIN_GLUE } from "./characters.ts";
import { startsOf } from "./ordinary-spaces.ts";

export interface Custom {
  /** Measures and money: they stay with any number, even one that might be a year. */
  readonly units: ReadonlySet<string>;
  readonly unitSpace: string;
  /** Digits in groups of three and signs such as % stand off by a thin space. */
  readonly thinNumbers: boolean;
  /** What a number stays with, and is no count after: Artikel 5, Nr. 7. */
  readonly numbered: ReadonlySet<string>;
  /** Abbreviations that stay with whatever follows: Dr. Merz, ca. 20, sog. Republik. */
  readonly leading: ReadonlySet<string>;
  /** Abbreviations that end what they belong to, and look as if they did not: usw., Chr. */
  readonly closing: ReadonlySet<string>;
  /** Titles written in full stay with a short name: Papst Leo. */
  readonly titles: ReadonlySet<string>;
  /** The first two letters of each. */
  readonly titleStarts: ReadonlySet<number>;
  /** Months as they stand before a day or a year. */
  readonly months: ReadonlySet<string>;
  /** A number and a full stop are an ordinal: 2. Runde. */
  readonly stopOrdinals: boolean;
  /** What may follow the figures of an ordinal: 20er, 21st, 90-х. */
  readonly ordinals: ReadonlySet<string>;
  /** Words that are never what a number counts: Alle 27 in Brüssel. */
  readonly particles: ReadonlySet<string>;
  /** Between the parts of an abbreviation: z. B. */
  readonly partSpace: string;
  /** Words of one letter do not end a line. */
  readonly shortWords: boolean;
}

type Table = Omit<Custom, "titleStarts">;

const words = (text = ""): ReadonlySet<string> => new Set(text.split(" "));

const PLAIN: Table = {
  units: words(),
  unitSpace: GLUE,
  thinNumbers: false,
  numbered: words(),
  leading: words(),
  closing: words(),
  titles: words(),
  months: words(),
  stopOrdinals: false,
  ordinals: words(),
  particles: words(),
  partSpace: GLUE,
  shortWords: false,
};

/** A language's table is made when its first text is set: an isolate may never need the others. */
const CUSTOMS: Readonly<Record<string, () => Table>> = {
  // Duden, Textverarbeitung und E-Mails; DIN 5008.
  de: () => ({
    ...PLAIN,
    units: words(
      "mio mrd uhr km m cm mm kg g t l ha kw mw gw v n prozent kilometer meter hektar tonne kilo liter euro dollar rubel " +
        "hrywnja millionen milliarde mann menschen soldat jahre tage stunde",
    ),
    thinNumbers: true,
    numbered: words(
      "artikel absatz absätze quelle kapitel seite punkt nummer band teil stufe phase gruppe tabelle abbildung anhang " +
        "ziffer paragraf paragraph klausel resolution satz runde tag protokoll zeile spalte anlage " +
        "art abs nr nrn kap bd bde abb tab anm ziff rn rdn sp buchst aufl jg pos anl anh az bl fn kl res beschl " +
        "dok drs verf vers hs str tel zi kat",
    ),
    leading: words(
      "dr drs prof hr hrn fr frl gen hl st sankt ing dipl mag min präs bgm abg amb kard obt oblt lt hptm maj msgr " +
        "ca rd mind max vgl sog sogen bes insb einschl inkl exkl zzgl abzgl geb gest hrsg evtl ggf bzw",
    ),
    closing: words("usw usf etc dgl chr jh jhs jhdt mio mrd std sek jr sr co ltd inc"),
    titles: words(
      "herr herrn frau papst könig kaiser zar zarin prinz fürst graf gräfin lord lady sir sankt scheich emir kanzler " +
        "präsident minister general oberst senator kardinal bischof",
    ),
    months: words(
      "januar jänner februar märz april mai juni juli august september oktober november dezember " +
        "jan feb febr mrz apr aug sep sept okt nov dez",
    ),
    stopOrdinals: true,
    ordinals: words("er ern"),
    particles: words(
      "und oder in im an am auf aus bei bis für mit nach um von vom vor zu zum zur als wie der die das des dem den ein " +
        "eine ist sind war waren hat haben er sie es wir dann doch aber auch denn damit danach so sowie",
    ),
    partSpace: THIN_GLUE,
  }),
  en: () => ({
    ...PLAIN,
    units: words(
      "million billion trillion percent per km m cm mm kg ft lb bc ad bce ce am pm kilometre kilometer metre meter mile " +
        "acre tonne tons euro dollar rouble ruble troops people soldier years days hours men",
    ),
    numbered: words(
      "article articles paragraph source chapter page section part phase step point stage figure table annex appendix " +
        "resolution clause number round protocol line " +
        "no nos art arts ch chap fig figs vol vols pp para paras ed fol ref app pt bk ll nn res doc tel apt",
    ),
    leading: words(
      "mr mrs ms mx dr prof gen lt col maj capt sgt adm cmdr brig sen rep gov pres sec min amb rev hon fr st ste mt ft " +
        "supt insp ca cf approx vs esp incl viz",
    ),
    closing: words("etc jr sr co ltd inc corp bros al hrs mins yrs"),
    titles: words(
      "mr mrs ms dr prof st president pope king queen prince princess lord lady sir saint chancellor emperor tsar sheikh " +
        "emir minister general colonel senator governor cardinal bishop",
    ),
    months: words(
      "january february march april may june july august september october november december " +
        "jan feb mar apr jun jul aug sep sept oct nov dec",
    ),
    ordinals: words("st nd rd th"),
    particles: words(
      "and or nor in on at of to by from for with as but the a an is are was were has have had than that which who per " +
        "after before until into over under he she it they we then when while so",
    ),
  }),
  // Years and hundreds of them, money and its multiples.
  uk: () => ({
    ...PLAIN,
    units: words(
      "р рр ст тис млн млрд трлн грн км м см мм кг г т га руб дол хв год кілометр метр миль гектар тонн відсотк гривень " +
        "долар євро рубл мільйон мільярд тисяч осіб людей солдат рік років роки року році роком днів",
    ),
    unitSpace: THIN_GLUE,
    thinNumbers: true,
    numbered: words(
      "стат джерел абзац розділ пункт підпункт сторін частин том тому етап фаз рисун таблиц додат крок номер раунд " +
        "резолюц протокол груп " +
        "ст пп абз розд гл рис табл стор тт вип кн прим дод кв буд корп оф тел поз",
    ),
    leading: words(
      "ім акад проф доц гр ген полк підполк св вул просп пр пл бул пров див пор напр зв бл прибл ред упоряд " +
        "чл мін през",
    ),
    closing: words("ін обл тис млн млрд трлн грн коп руб рр хв год"),
    titles: words(
      "президент папа папи папі папу папою король корол королев принц цар царя цариц князь княз граф лорд леді сер шейх " +
        "емір пан пана пані паном панові пану канцлер генерал полковник міністр сенатор кардинал імператор",
    ),
    months: words(
      "січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень " +
        "серпня вересень вересня жовтень жовтня листопад грудень грудня січ лют бер берез квіт трав черв лип серп вер " +
        "верес жовт лист листоп груд",
    ),
    ordinals: words("й го му м х ті та те та ї і а е ша га тя та ої ій у ю ми"),
    particles: words(
      "і й та або чи в у на з із зі до від за для по при о об про над під не а але що як є був була було були це він вона " +
        "воно вони потім тоді",
    ),
    partSpace: THIN_GLUE,
    shortWords: true,
  }),
};

const opened = new Map<string, Custom>();

export function customOf(language: string): Custom {
  let custom = opened.get(language);
  if (custom === undefined) {
    const table = CUSTOMS[language]?.() ?? PLAIN;
    custom = { ...table, titleStarts: startsOf(table.titles) };
    opened.set(language, custom);
  }
  return custom;
}

/** A stem shorter than this stands for itself alone. */
const STEM = 4;
/** As many letters as an ending may add. */
const ENDING = 3;

/** Whether a word, written small, is one of a table's or a form of one. */
export function isAmong(table: ReadonlySet<string>, word: string): boolean {
  for (let length = word.length; length >= Math.min(word.length, Math.max(STEM, word.length - ENDING)); length--) {
    if (table.has(word.slice(0, length))) return true;
  }
  return false;
}
