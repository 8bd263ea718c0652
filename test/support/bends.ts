/**
 * How addresses are bent on their way from a newsletter to a reader, each way as a rule. In: an address that there is. Out:
 * the same bent, and the address it plainly means; null where the rule finds nothing to bend in it. Sources of each kind are
 * mail programs, campaign tools, word processors and people who type.
 */

export interface Bent {
  readonly bent: string;
  readonly meant: string;
  /** Whether a word was replaced by another name, which is not for good. */
  readonly byName?: true;
}

type Bend = (path: string, query: string) => Bent | null;

/** With something behind the path. */
const behind =
  (tail: string): Bend =>
  (path, query) => ({ bent: path + tail + query, meant: path + query });

/** With each sign of the path replaced. */
const replaced =
  (sign: string | RegExp, by: string): Bend =>
  (path, query) => {
    const bent = path.replaceAll(sign, by);
    return bent === path ? null : { bent: bent + query, meant: path + query };
  };

/** A letter with a letter before and behind it. */
const INSIDE = /(?<=[a-z])(?=[a-z])/g;

/** With a parameter behind the path and before the query, where only a question mark should be. */
const appended =
  (tail: string, parameter: string): Bend =>
  (path, query) => ({ bent: path + tail + query, meant: `${path}?${parameter}${query.replace("?", "&")}` });

/** In the query, where there is one of ours. */
const inQuery =
  (bend: (query: string) => string, mean = (query: string) => query): Bend =>
  (path, query) =>
    /[?&](paper|dl|since|format)=/.test(query) ? { bent: path + bend(query), meant: path + mean(query) } : null;

/** The value of the last parameter, which is one of ours. */
const lastValue = (bend: (value: string) => string): Bend =>
  inQuery((query) => query.replace(/(?<==)[^=]*$/, (value) => bend(value)));

const language =
  (tag: (language: string) => string): Bend =>
  (path, query) => {
    const bent = path.replace(/(?<=^(\/\d{4}-W\d{2})?\/)(de|en|uk)(?=\/|$)/, (code) => tag(code));
    return bent === path ? null : { bent: bent + query, meant: path + query, byName: true };
  };

const REGION: Readonly<Record<string, string>> = { de: "DE", en: "GB", uk: "UA" };
const THREE: Readonly<Record<string, string>> = { de: "deu", en: "eng", uk: "ukr" };
const UTM = "utm_source=x%20y";

export const BENDS: Readonly<Record<string, Bend>> = {
  "a full stop": behind("."),
  "a bracket and a full stop": behind(")."),
  "a quotation mark": behind("%E2%80%9D"),
  "a dash behind": behind("%20%E2%80%93"),
  "an encoded line end": behind("%0D%0A"),
  "the end of a line in quoted-printable": behind("=20"),
  "a mark for HTML": behind("&quot;"),
  "a slash": behind("/"),
  "two slashes": behind("//"),
  "a slash and a full stop": behind("/."),
  "an empty place": behind("%23"),
  "large letters": (path, query) => {
    const meant = path + query;
    return path === path.toUpperCase() ? null : { bent: path.toUpperCase() + query, meant };
  },
  "doubled slashes": replaced("/", "//"),
  "a doubled slash at the head": (path, query) => ({ bent: `/${path}${query}`, meant: path + query }),
  "spaces before each part": replaced(/\/(?=.)/g, "/%20"),
  "spaces behind each part": replaced(/(?<=[^/])\/(?=.)/g, "%20/"),
  "full stops behind each part": replaced(/(?<=[^/])\/(?=.)/g, "./"),
  "spaces without width": replaced(INSIDE, "%E2%80%8B"),
  "soft hyphens": replaced(INSIDE, "%C2%AD"),
  "line ends inside": replaced(INSIDE, "%0D%0A"),
  "line ends in quoted-printable": replaced(INSIDE, "=%0D%0A"),
  "hyphens that do not break": replaced("-", "%E2%80%91"),
  "dashes for hyphens": replaced("-", "%E2%80%93"),
  "signs of minus for hyphens": replaced("-", "%E2%88%92"),
  "an ampersand first": appended(`&${UTM}`, UTM),
  "an ampersand for HTML first": appended(`&amp;${UTM}`, UTM),
  "a semicolon first": appended(`;${UTM}`, UTM),
  "an encoded question mark": appended(`%3F${UTM}`, UTM),
  "all encoded": appended("%3Futm_source%3Dx%2520y", UTM),
  "encoded twice": appended("%253Futm_source%253Dx%252520y", UTM),
  "an encoded ampersand": appended(`%26${UTM}`, UTM),
  "an encoded place": (path, query) => ({ bent: `${path}%23page=1${query}`, meant: `${path + query}#page=1` }),
  "a second question mark": inQuery(
    (query) => `${query}?${UTM}`,
    (query) => `${query}&${UTM}`,
  ),
  "an encoded second question mark": inQuery(
    (query) => `${query}%3F${UTM}`,
    (query) => `${query}&${UTM}`,
  ),
  "an encoded ampersand in a value": inQuery(
    (query) => `${query}%26${UTM}`,
    (query) => `${query}&${UTM}`,
  ),
  "ampersands for HTML": inQuery(
    (query) => `?x=1${query.replace("?", "&").replaceAll("&", "&amp;")}`,
    (query) => `?x=1${query.replace("?", "&")}`,
  ),
  "names in large letters": inQuery((query) => query.replaceAll(/(?<=[?&])\w+(?==)/g, (name) => name.toUpperCase())),
  "a value with a full stop": lastValue((value) => `${value}.`),
  "a value with a space": lastValue((value) => `${value}%20`),
  "a value with a slash": lastValue((value) => `${value}/`),
  "a value with a plus": lastValue((value) => `${value}+`),
  "a value in quotation marks": lastValue((value) => `%22${value}%22`),
  "a value with what is not seen": lastValue((value) => `${value}%E2%80%8B`),
  "a value in quoted-printable": lastValue((value) => `3D${value}`),
  "a value in the other letters": inQuery((query) =>
    query.replace(/(?<=(paper|since|format)=)\w[^&]*/, (value) =>
      value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase(),
    ),
  ),
  "a region behind the language": language((code) => `${code}-${REGION[code]}`),
  "a region in small letters": language((code) => `${code}_${REGION[code]?.toLowerCase()}`),
  "a script and a region": language((code) => `${code}-Latn-${REGION[code]}`),
  "a language of three letters": language((code) => THREE[code] ?? code),
};
