/**
 * Rules about the notation of a file and its catalog, after ISO 19005-3, 6.1: streams whose length is told right, strings
 * and names that every reader can hold, nothing that depends on the outside. In: a PDF as read back. Out: what breaks
 * each rule.
 */
import { type Rules, unless } from "./pdf-rule.ts";
import { streamsIn } from "./pdf-syntax.ts";

/** Strings, dictionaries' brackets and names, in this order, so that what is in a string is not taken for either. */
const TOKEN = /\((?:[^\\()]|\\[\s\S])*\)|<<|>>|<[^<>]*>|\/[^\s/<>[\]()]*/g;

export const SYNTAX_RULES: Rules = {
  "streams are as long as they say, and deflated or plain": {
    check: ({ bytes }) => {
      const streams = streamsIn(bytes);
      return [
        ...unless(streams.length > 5, "the file has hardly any streams"),
        ...streams.flatMap(({ number, dict, contents }) => [
          ...unless(contents !== null, `stream ${number} has another length or line ends`),
          ...unless(!/\/(LZWDecode|Crypt|FFilter|FDecodeParms)\b|\/F[ (<[]/.test(dict), `stream ${number} is ${dict}`),
        ]),
      ];
    },
    spoil: (pdf) => {
      pdf.bytes = Buffer.from(
        Buffer.from(pdf.bytes)
          .toString("latin1")
          .replace(/\/Length (\d)/, "/Length 9$1"),
        "latin1",
      );
    },
  },
  "strings and names are whole and not too long": {
    check: ({ objects }) => [
      ...unless(objects.includes("/StructElem") || objects.includes("/S/Document"), "the objects cannot be read"),
      ...(objects.match(TOKEN) ?? []).flatMap((token) => {
        const short = `${token.slice(0, 20)}…`;
        if (token.startsWith("/")) return unless(token.length < 128, `the name ${short} is too long`);
        if (token.startsWith("(")) return unless(token.length < 32_768, `the string ${short} is too long`);
        if (token === "<<" || token === ">>") return [];
        return unless(/^<([0-9a-f]{2})*>$/i.test(token) && token.length < 65_536, `the string ${short} is odd`);
      }),
    ],
    spoil: (pdf) => {
      pdf.objects += "<</Odd<414>>>";
    },
  },
  "nothing acts, nothing comes from outside, nothing is required of the reader": {
    check: ({ catalog, objects }) => [
      ...["AA", "OpenAction", "NeedsRendering", "Requirements", "AcroForm", "OCProperties", "Perms"].flatMap((key) =>
        unless(!catalog.includes(key), `the catalog has ${key}`),
      ),
      ...["MarkInfo", "StructTreeRoot", "Lang", "Metadata", "ViewerPreferences", "OutputIntents", "AF"].flatMap((key) =>
        unless(catalog.includes(key), `the catalog has no ${key}`),
      ),
      ...unless(
        !/\/Suspects|\/JavaScript|\/Launch|\/GoToR|\/SubmitForm|\/RichMedia|\/AA\b/.test(objects),
        "something acts",
      ),
      ...(objects.match(/\/S\/(URI|GoTo|Named)\b/g) ?? []).flatMap((action) =>
        unless(action === "/S/URI", `an action of kind ${action}`),
      ),
    ],
    spoil: (pdf) => {
      pdf.catalog.push("OpenAction");
    },
  },
};
