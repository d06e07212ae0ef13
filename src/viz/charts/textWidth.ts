import { sum } from 'd3-array';

/** The width of a text, px: an estimate that needs no browser, the font size for each Chinese character and 0.56 of it for any other. */
export function textWidth(text: string, fontSize: number): number {
  return sum(Array.from(text), (letter) => (letter > '\u2e7f' ? 1 : 0.56) * fontSize);
}
