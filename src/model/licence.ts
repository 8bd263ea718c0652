/**
 * Under which licence the summaries are: Creative Commons Attribution 4.0. In: nothing. Out: where it is found, which is
 * what people and machines know it by.
 */
export const LICENCE = "https://creativecommons.org/licenses/by/4.0/";
