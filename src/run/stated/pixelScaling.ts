import { imageNetNormalisation, type Normalisation } from '../frames/preprocess';
import type { StatedNode } from './statedGraph';
import type { StoredLayer } from './storedLayer';

/** What a network does to pixels before its first layer: channel i of its input is scale * pixel[source] + shift. */
export type PixelScaling = readonly { readonly source: number; readonly scale: number; readonly shift: number }[];

/** The scaling between the image and `node`, undefined if anything else is between them. */
export function pixelScalingOf(node: StatedNode): PixelScaling | undefined {
  const steps: StatedNode[] = [];
  let from = node;
  while (from.op.kind === 'affine' || from.op.kind === 'reverseChannels') {
    steps.push(from);
    const [input] = from.inputs;
    if (input === undefined || steps.length > maxSteps || !isOfColours(from)) return undefined;
    from = input;
  }
  if (from.op.kind !== 'input') return undefined;
  return steps.reduceRight<PixelScaling>(
    (scaling, { op }) => {
      if (op.kind === 'reverseChannels') return scaling.toReversed();
      if (op.kind !== 'affine') return scaling;
      const [scales, shifts] = [op.scale?.data ?? [1], op.shift?.data ?? [0]];
      return scaling.map(({ source, scale, shift }, channel) => {
        const factor = scales[scales.length === 1 ? 0 : channel] ?? 1;
        const term = shifts[shifts.length === 1 ? 0 : channel] ?? 0;
        return { source, scale: factor * scale, shift: factor * shift + term };
      });
    },
    [0, 1, 2].map((source) => ({ source, scale: 1, shift: 0 })),
  );
}

/** More are composed into one, unless a file is made to be slow. */
const maxSteps = 8;

function isOfColours({ op }: StatedNode): boolean {
  if (op.kind !== 'affine') return true;
  return [op.scale, op.shift].every((tensor) => {
    const count = tensor?.shape.reduce((product, size) => product * size, 1);
    return count === undefined || count === 1 || count === 3;
  });
}

/** Whether it does nothing. */
export function isPlain(scaling: PixelScaling): boolean {
  return scaling.every(({ source, scale, shift }, channel) => source === channel && scale === 1 && shift === 0);
}

/** Whether it changes values, and not only the order of the colours. */
export function changesValues(scaling: PixelScaling): boolean {
  return scaling.some(({ scale, shift }) => scale !== 1 || shift !== 0);
}

/** Whether the network reads blue first. */
export function isReversed(scaling: PixelScaling): boolean {
  return scaling[0]?.source === 2;
}

/**
 * The scaling as mean and deviation of red, green and blue. What the file takes shows in its numbers, since it makes values
 * of the order of 1 of it: pixels from 0 to 255, unless it multiplies them by 0.1 or more and subtracts less than 16; from 0
 * to 1, which it spreads; or, where it only narrows, pixels that are normalised already as ImageNet's are, as torchvision's
 * Inception takes them.
 */
export function normalisationOf(scaling: PixelScaling, isByteInput = false): Normalisation {
  const of = (colour: number) => scaling.find(({ source }) => source === colour) ?? { scale: 1, shift: 0 };
  const colours = [of(0), of(1), of(2)] as const;
  const isByte = isByteInput || scaling.some(({ scale, shift }) => Math.abs(scale) < 0.1 || Math.abs(shift) >= 16);
  const isNarrowed = scaling.every(({ scale }) => Math.abs(scale) < 0.9);
  const given = isByte ? bytes : isNarrowed ? imageNetNormalisation : plainPixels;
  const mean = ({ scale, shift }: Channel, colour: 0 | 1 | 2) =>
    given.mean[colour] - (shift * given.std[colour]) / scale;
  const std = ({ scale }: Channel, colour: 0 | 1 | 2) => given.std[colour] / scale;
  return {
    mean: [mean(colours[0], 0), mean(colours[1], 1), mean(colours[2], 2)],
    std: [std(colours[0], 0), std(colours[1], 1), std(colours[2], 2)],
  };
}

type Channel = { readonly scale: number; readonly shift: number };

const plainPixels: Normalisation = { mean: [0, 0, 0], std: [1, 1, 1] };
const bytes: Normalisation = { mean: [0, 0, 0], std: [1 / 255, 1 / 255, 1 / 255] };

/**
 * Whether the first layer takes pixels from 0 to 255: converters fold a factor of 1/255 into its weights, where no op
 * shows it. Filters for values around 1 weigh them by more than 1 in sum, those for bytes by less than a half.
 */
export function readsBytes({ weight, norm }: StoredLayer): boolean {
  const [filters = 1] = weight.shape;
  const values = weight.data;
  const run = values.length / filters;
  const [scale, variance] = [norm?.weight?.data, norm?.variance.data];
  const reaches = Array.from({ length: filters }, (_, filter) => {
    const factor = variance === undefined ? 1 : (scale?.[filter] ?? 1) / Math.sqrt((variance[filter] ?? 0) + 1e-5);
    let reach = 0;
    for (let index = filter * run; index < (filter + 1) * run; index += 1)
      reach += Math.abs((values[index] ?? 0) * factor);
    return reach;
  });
  // Trained networks have filters that do nothing, so the strong ones count.
  const strong = reaches.toSorted((a, b) => a - b)[Math.floor(0.9 * filters)] ?? 0;
  return strong > 0 && strong < 0.5;
}
