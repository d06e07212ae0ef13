/** The RGBA pixels of a sheet, row by row. */
export type ContactSheet = {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

export type FeatureMaps = {
  readonly shape: readonly [height: number, width: number, channels: number];
  /** Row by row, channels innermost. */
  readonly values: Float32Array;
};

type Rgb = readonly [red: number, green: number, blue: number];

/** Okabe and Ito's palette in the order of the chart series, since pixels cannot use CSS variables. */
const groupColours: readonly Rgb[] = [
  [86, 180, 233],
  [230, 159, 0],
  [0, 158, 115],
  [204, 121, 167],
  [240, 228, 66],
  [0, 114, 178],
  [213, 94, 0],
  [200, 200, 200],
];
const white: Rgb = [255, 255, 255];

/**
 * Every channel as a small picture in channel order, each scaled from its own minimum to its own maximum, with a
 * transparent pixel between them. A constant map is black.
 * @param groups the group of each channel, which sets its colour; null for grey
 */
export function contactSheetOf(
  { shape: [height, width, channels], values }: FeatureMaps,
  groups: readonly (number | null)[] | null,
): ContactSheet {
  const columns = Math.ceil(Math.sqrt((channels * (height + 1)) / (width + 1)));
  const rows = Math.ceil(channels / columns);
  const sheetWidth = columns * (width + 1) - 1;
  const sheet = { width: sheetWidth, height: rows * (height + 1) - 1, columns };
  const data = new Uint8ClampedArray(sheet.width * sheet.height * 4);
  for (let channel = 0; channel < channels; channel += 1) {
    const left = (channel % columns) * (width + 1);
    const top = Math.floor(channel / columns) * (height + 1);
    const group = groups?.[channel] ?? null;
    const colour = group === null ? white : (groupColours[group % groupColours.length] ?? white);
    const { min, span } = rangeOf(values, channel, channels);
    for (let pixel = 0; pixel < height * width; pixel += 1) {
      const brightness = span === 0 ? 0 : ((values[pixel * channels + channel] ?? 0) - min) / span;
      const at = ((top + Math.floor(pixel / width)) * sheetWidth + left + (pixel % width)) * 4;
      data.set([...colour.map((part) => part * brightness), 255], at);
    }
  }
  return { ...sheet, data };
}

function rangeOf(values: Float32Array, channel: number, channels: number) {
  let min = Infinity;
  let max = -Infinity;
  for (let at = channel; at < values.length; at += channels) {
    const value = values[at] ?? 0;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  // The entries of a vector are single pixels without a range of their own: they share the range from 0 to the largest.
  return values.length === channels ? { min: 0, span: Math.max(...values, 0) } : { min, span: max - min };
}
