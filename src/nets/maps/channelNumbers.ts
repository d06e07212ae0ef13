/** What is known of each channel of a tensor on one frame, without its map. */
export type ChannelNumbers = {
  readonly mean: Float32Array;
  /** Standard deviation over the map. */
  readonly deviation: Float32Array;
  readonly least: Float32Array;
  readonly greatest: Float32Array;
  /** Fraction of values that are exactly 0, as ReLU makes them. */
  readonly zeros: Float32Array;
  /** Fraction of values that are exactly 6, as ReLU6 makes them. */
  readonly sixes: Float32Array;
};

/** @param values row by row, channels innermost */
export function channelNumbers(values: ArrayLike<number>, channels: number): ChannelNumbers {
  const made = (): Float32Array => new Float32Array(channels);
  const [mean, deviation, zeros, sixes] = [made(), made(), made(), made()];
  const [least, greatest] = [made().fill(Infinity), made().fill(-Infinity)];
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  const pixels = values.length / channels;
  for (let at = 0, channel = 0; at < values.length; at += 1, channel += 1) {
    if (channel === channels) channel = 0;
    const value = values[at] ?? 0;
    sums[channel] = (sums[channel] ?? 0) + value;
    squares[channel] = (squares[channel] ?? 0) + value * value;
    if (value < (least[channel] ?? 0)) least[channel] = value;
    if (value > (greatest[channel] ?? 0)) greatest[channel] = value;
    if (value === 0) zeros[channel] = (zeros[channel] ?? 0) + 1;
    else if (value === 6) sixes[channel] = (sixes[channel] ?? 0) + 1;
  }
  for (let channel = 0; channel < channels; channel += 1) {
    const middle = (sums[channel] ?? 0) / pixels;
    mean[channel] = middle;
    deviation[channel] = Math.sqrt(Math.max(0, (squares[channel] ?? 0) / pixels - middle * middle));
    zeros[channel] = (zeros[channel] ?? 0) / pixels;
    sixes[channel] = (sixes[channel] ?? 0) / pixels;
  }
  return { mean, deviation, least, greatest, zeros, sixes };
}
