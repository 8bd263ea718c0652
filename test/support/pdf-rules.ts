/** All rules about a PDF, by name. In: the files of rules beside this one. Out: one list for whoever loops over them. */
import { ARCHIVE_RULES } from "./pdf-archive-rules.ts";
import { FILE_RULES } from "./pdf-file-rules.ts";
import { PART_RULES } from "./pdf-part-rules.ts";
import { SYNTAX_RULES } from "./pdf-syntax-rules.ts";
import { TREE_RULES } from "./pdf-tree-rules.ts";

export const PDF_RULES = Object.entries({
  ...SYNTAX_RULES,
  ...FILE_RULES,
  ...ARCHIVE_RULES,
  ...TREE_RULES,
  ...PART_RULES,
});
