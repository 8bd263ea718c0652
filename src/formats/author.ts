/**
 * Who a feed and a citation name as author. In: nothing. Out: the name. No person wrote the summaries, so none is named;
 * who reviewed them stands on the sheet.
 */
export const AUTHOR = "Einblatt";
