/**
 * The page's own data, attached: what the sheet says as JSON, for programs and archives (ISO 32000-1, 7.11.4; ISO
 * 19005-3, 6.8 and annex E). In: a briefing. Out: the file specification, under the name that a download would have.
 */
import { Buffer } from "node:buffer";
import { LANGUAGES } from "../../../templates/languages.ts";
import { fileName } from "../../model/address.ts";
import type { Briefing } from "../../model/briefing.ts";
import { writeCompactJson } from "../json.ts";
import type { PDFContext, PDFRef } from "./object-model.ts";
import { Stream } from "./streams.ts";
import { dateString, textString } from "./syntax.ts";
import { Verbatim } from "./verbatim.ts";

export interface Attachment {
  readonly file: PDFRef;
  /** As a string in PDF syntax. */
  readonly name: string;
}

export function attachment(context: PDFContext, briefing: Briefing): Attachment {
  const data = Buffer.from(writeCompactJson(briefing));
  const stream = context.register(
    new Stream(
      data,
      "/Type/EmbeddedFile/Subtype/application#2Fjson" +
        `/Params<</Size ${data.length}/ModDate${dateString(briefing.issued)}>>`,
      "quick",
    ),
  );
  const name = textString(fileName({ ...briefing, ending: "json" }));
  const about = LANGUAGES[briefing.language]?.attachment ?? "";
  const file = context.register(
    new Verbatim(
      `<</Type/Filespec/F${name}/UF${name}/EF<</F ${stream}/UF ${stream}>>` +
        `/AFRelationship/Data/Desc${textString(about)}>>`,
    ),
  );
  return { file, name };
}
