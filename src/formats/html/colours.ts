/**
 * The few colours of the web page, for light and for dark. In: nothing. Out: values that the style declares and the
 * browser's own frame takes; a test holds every pair of words and ground to a contrast of at least 4.5 to 1.
 */
import type { Colour, ColourName } from "../../model/template.ts";

type Palette = Readonly<Record<ColourName, Colour>>;

export const COLOURS: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    ink: "#1a1a1a",
    quiet: "#5a554d",
    accent: "#8a1c1c",
    rule: "#cdc6b8",
    tint: "#f2ede2",
    paper: "#fdfbf6",
  },
  dark: {
    ink: "#ece8df",
    quiet: "#b5aea2",
    accent: "#f2958c",
    rule: "#47433c",
    tint: "#24221e",
    paper: "#161513",
  },
};
