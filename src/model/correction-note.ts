/**
 * What may be told about an edition after it was issued: why it was corrected or retracted, in one or more languages. In:
 * nothing. Out: a schema that holds such a note to the length every sheet has room for and to the letters and signs that
 * statements are held to. It does not know which edition is meant.
 */
import * as v from "valibot";
import { CAPS, localized } from "./fields.ts";
import { checkText } from "./parsing/check-texts.ts";

export const correctionNoteSchema = v.pipe(
  localized(CAPS.correction),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [language, text] of Object.entries(dataset.value)) {
      for (const { reason } of checkText([language], text, language))
        addIssue({
          message: reason,
          path: [{ type: "object", origin: "value", input: dataset.value, key: language, value: text }],
        });
    }
  }),
);
