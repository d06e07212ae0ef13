import type { Layout } from './layout';
import { lineHeight } from './diagramSize';

/**
 * A layout as plain SVG for golden files: rounded, one element per line, without the page's fonts and colours. A changed
 * file is reviewed as a picture.
 */
export function svgText({ width, height, boxes, tensors, wires, stems }: Layout): string {
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" font-family="sans-serif" font-size="11" text-anchor="middle">`,
    ...stems.map((stem) => `<path d="${roundedPath(stem)}" fill="none" stroke="gray"/>`),
    ...wires.map(({ path }) => `<path d="${roundedPath(path)}" fill="none" stroke="gray"/>`),
    ...tensors.map(
      ({ x, y, width, height }) =>
        `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="lightgray"/>`,
    ),
    ...tensors.flatMap(({ label: { lines: words, x, y } }) =>
      words.map((line, index) => `<text x="${round(x)}" y="${round(y + 4 + index * lineHeight)}">${line}</text>`),
    ),
    ...boxes.flatMap(({ id, x, y, width, height, badges }) => [
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="black"/>`,
      `<text x="${round(x + width / 2)}" y="${round(y + height / 2 + 4)}">${[id, ...badges.map((badge) => badge.op.kind)].join(' + ')}</text>`,
    ]),
    '</svg>',
    '',
  ];
  return lines.join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function roundedPath(path: string): string {
  return path.replaceAll(/\d+\.\d+/g, (number) => String(round(Number(number))));
}
