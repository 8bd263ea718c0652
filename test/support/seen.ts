/**
 * What is to be seen of a document, measured on its pixels, since a dark mode that a program forces on a page changes what
 * is drawn and no style. In: an open page. Out: for each line of words how much it stands out from what is behind it.
 */
import type { Page } from "playwright-core";

export interface SeenLine {
  readonly text: string;
  /** From 1 to 21, as WCAG 2.2 counts, between the ground and the ink farthest from it. */
  readonly contrast: number;
}

/** `judge` is a page of the same or another browser that looks at the picture; whatever it is like does not matter. */
export async function linesSeen(page: Page, judge: Page): Promise<readonly SeenLine[]> {
  const lines = await page.evaluate<{ text: string; box: number[] }[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() === "") continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const { left, top, width, height } of range.getClientRects())
        if (width > 2) found.push({ text: walker.currentNode.data, box: [left + scrollX, top + scrollY, width, height] });
    }
    return found;
  })()`);
  const scale = await page.evaluate<number>("devicePixelRatio");
  const picture = (await page.screenshot({ fullPage: true })).toString("base64");
  const boxes = lines.map(({ box }) => box.map((side) => Math.floor(side * scale)));
  const contrasts = await judge.evaluate<number[]>(`(async () => {
    const bytes = Uint8Array.from(atob("${picture}"), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const luminance = (colour) => [16, 8, 0]
      .map((shift) => ((colour >> shift) & 255) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
    const contrast = (a, b) => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (light + 0.05) / (dark + 0.05);
    };
    return ${JSON.stringify(boxes)}.map(([x, y, width, height]) => {
      const { data } = context.getImageData(x, y, Math.max(1, width), Math.max(1, height));
      const counts = new Map();
      for (let i = 0; i < data.length; i += 4) {
        const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      const [ground] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
      return Math.max(...[...counts.keys()].map((colour) => contrast(colour, ground)));
    });
  })()`);
  return lines.map(({ text }, i) => ({ text, contrast: contrasts[i] ?? 0 }));
}
