/** The one sheet that all makers set. */
export const THE_SHEET = { topic: "ceasefire", language: "de", paper: "a4" } as const;
