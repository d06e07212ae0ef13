import { path } from 'd3-path';

/** A glyph as an SVG path centred on the origin. */
export type Glyph = string;

/** The window of a convolution or pool as height x width cells in a square of `size` px; 1x1 is a single small cell. */
export function windowGlyph([rows, columns]: readonly [number, number], size: number): Glyph {
  const longest = Math.max(rows, columns);
  const cell = longest === 1 ? size * 0.36 : size / longest;
  const line = path();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      line.rect((column - columns / 2) * cell, (row - rows / 2) * cell, cell, cell);
    }
  }
  return line.toString();
}

/**
 * How output channels read input channels, as wires between two rows of dots: `all` to all, within `groups`, or `one` to
 * one. A few dots represent any number of channels.
 */
export type Connection = 'all' | 'groups' | 'one';

export function connectionGlyph(connection: Connection, width: number, height: number): Glyph {
  const line = path();
  const xs = channelXs(connection, width);
  for (const [output, end] of xs.entries()) {
    for (const [input, start] of xs.entries()) {
      if (!connects(connection, input, output)) continue;
      line.moveTo(start, -height / 2);
      line.lineTo(end, height / 2);
    }
  }
  return line.toString();
}

/** The ends of `connectionGlyph`'s wires. */
export function connectionDots(
  connection: Connection,
  width: number,
  height: number,
): readonly { readonly x: number; readonly y: number }[] {
  return [-height / 2, height / 2].flatMap((y) => channelXs(connection, width).map((x) => ({ x, y })));
}

/** Three channels show a full mesh most clearly; two groups need four. */
function channelXs(connection: Connection, width: number): readonly number[] {
  const count = connection === 'all' ? 3 : 4;
  return Array.from({ length: count }, (_, index) => (index / (count - 1) - 0.5) * width);
}

/** A channel shuffle of six channels in `groups` groups. */
export function shuffleGlyph(groups: 2 | 3, width: number, height: number): Glyph {
  const line = path();
  const perGroup = 6 / groups;
  const xOf = (index: number): number => (index / 5 - 0.5) * width;
  for (let channel = 0; channel < 6; channel += 1) {
    const group = Math.floor(channel / perGroup);
    const target = (channel % perGroup) * groups + group;
    line.moveTo(xOf(channel), -height / 2);
    line.bezierCurveTo(xOf(channel), 0, xOf(target), 0, xOf(target), height / 2);
  }
  return line.toString();
}

function connects(connection: Connection, input: number, output: number): boolean {
  switch (connection) {
    case 'all':
      return true;
    case 'groups':
      return Math.floor(input / 2) === Math.floor(output / 2);
    case 'one':
      return input === output;
  }
}
