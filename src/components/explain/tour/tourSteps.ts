import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { tourParameter } from './tourParameter';

/** A figure of the tour, as it is found, and as it is left after one press. */
export type TourStep = {
  /** The page's address. */
  readonly path: string;
  readonly title: MessageDescriptor;
  /** What the address has when the figure is found. */
  readonly query: Readonly<Record<string, string>>;
  readonly say: MessageDescriptor;
  /** What a press changes, and what there is to say then. */
  readonly press: {
    readonly label: MessageDescriptor;
    readonly query: Readonly<Record<string, string>>;
    readonly say: MessageDescriptor;
  };
};

/** About a minute each. */
export const tourSteps: readonly TourStep[] = [
  {
    path: '/counting',
    title: msg`A kernel slides`,
    query: { at: 'figure-stride', 'stride.stride': '1' },
    say: msg`A convolution lays a small kernel on every place of a map. Each dot is one place: one evaluation.`,
    press: {
      label: msg`Stride 2`,
      query: { 'stride.stride': '2' },
      say: msg`Every second place both ways: a quarter of the dots, and a quarter of the multiply-adds.`,
    },
  },
  {
    path: '/counting',
    title: msg`Wires can be cut`,
    query: { at: 'figure-conv', 'conv.groups': '1' },
    say: msg`Every output channel reads every input channel: 12 wires each.`,
    press: {
      label: msg`12 groups`,
      query: { 'conv.groups': '12' },
      say: msg`One wire each, a depthwise convolution. Params and multiply-adds fall to a twelfth; the maps stay.`,
    },
  },
  {
    path: '/squeezenet',
    title: msg`Squeeze first`,
    query: { at: 'figure-fire', 'fire.squeeze': '64' },
    say: msg`SqueezeNet passes the channels through a narrow 1×1 before the costly 3×3.`,
    press: {
      label: msg`Squeeze to 16`,
      query: { 'fire.squeeze': '16' },
      say: msg`Sixteen filters are enough: 9.3× fewer params than one 3×3 of the same width.`,
    },
  },
  {
    path: '/xception',
    title: msg`Split its two jobs`,
    query: { at: 'figure-walk', 'walk.step': 'inception' },
    say: msg`A 3×3 looks around and mixes channels at once. Inception already mixes first, with 1×1s.`,
    press: {
      label: msg`Go to the end`,
      query: { 'walk.step': 'extreme' },
      say: msg`Taken to its end, one 1×1 mixes all channels and each channel looks around by itself.`,
    },
  },
  {
    path: '/mobilenet-v1',
    title: msg`Where the work is`,
    query: { at: 'pointwise-share' },
    say: msg`MobileNet V1 is made of such split layers alone. Which half does most of the work, the 3×3s or the 1×1s? Guess, then look.`,
    press: {
      label: msg`Show the shares`,
      query: { 'net.width': '1' },
      say: msg`The 1×1s: 95% of all multiply-adds. The depthwise 3×3s, one channel each, do 3%.`,
    },
  },
  {
    path: '/shufflenet-v1',
    title: msg`Group and shuffle`,
    query: { at: 'figure-shuffle', 'shuffle.step': 'grouped' },
    say: msg`ShuffleNet groups the 1×1s. But then each group hears only itself.`,
    press: {
      label: msg`Shuffle`,
      query: { 'shuffle.step': 'flattened' },
      say: msg`0 4 8 1 5 9 2 6 10 3 7 11: now every group gets channels of all the others, at no multiply-add.`,
    },
  },
  {
    path: '/mobilenet-v2',
    title: msg`Narrow, wide, narrow`,
    query: { at: 'figure-spiral-n3', 'spiral.n': '3' },
    say: msg`A spiral, sent through three channels and ReLU: about half of the plane is lost. Narrow maps need their negatives.`,
    press: {
      label: msg`15 channels`,
      query: { at: 'figure-spiral-n15', 'spiral.n': '15' },
      say: msg`Through fifteen, next to nothing is lost. So MobileNet V2 widens before ReLU, and ends its blocks without one.`,
    },
  },
  {
    path: '/shufflenet-v2',
    title: msg`Which is faster?`,
    query: { at: 'figure-measured-speed', on: 'gpu' },
    say: msg`In each row, networks of about the same multiply-adds, placed by their speed on a graphics card. If multiply-adds decided, all dots of a row would lie on one line.`,
    press: {
      label: msg`On a phone`,
      query: { on: 'arm' },
      say: msg`On a phone’s processor the order is another. In the row of 140 M, ShuffleNet V1 (S1) was last on the graphics card and is second here.`,
    },
  },
  {
    path: '/mobilenet-v3',
    title: msg`Weigh the channels`,
    query: { at: 'figure-squeeze-excite-gates', 'gates.photo': 'coffee', 'gates.block': '15' },
    say: msg`MobileNet V3 computes for each picture how much each channel counts: a gate, from shut to open. Filled: one layer’s gates for a cup of coffee.`,
    press: {
      label: msg`Show it a cat`,
      query: { 'gates.photo': 'chelsea' },
      say: msg`For the cat, other gates are open. The network chooses its channels by what it sees, with next to no multiply-adds.`,
    },
  },
  {
    path: '/race',
    title: msg`Race them here`,
    query: { at: 'race-table', nets: 'mobilenet-v1-everyday64,shufflenet-v2-everyday64' },
    say: msg`Two networks take turns with the same picture. MobileNet V1 does four times ShuffleNet V2’s multiply-adds. Does it take four times as long on this device?`,
    press: {
      label: msg`Add MobileNet V2`,
      query: { nets: 'mobilenet-v1-everyday64,shufflenet-v2-everyday64,mobilenet-v2-everyday64' },
      say: msg`It does half of V1’s multiply-adds. Does it take half the time? No count tells: the device does.`,
    },
  },
];

/** The address of a step, 1 for the first. */
export function tourAddress(number: number): string {
  return addressOf(number, {});
}

/** The same after its press. */
export function pressedAddress(number: number): string {
  return addressOf(number, tourSteps[number - 1]?.press.query ?? {});
}

function addressOf(number: number, changes: Readonly<Record<string, string>>): string {
  const step = tourSteps[number - 1];
  if (step === undefined)
    throw new Error(`tour: no such step (got ${String(number)}, wanted 1 to ${String(tourSteps.length)})`);
  return `${step.path}?${new URLSearchParams({ ...step.query, ...changes, [tourParameter]: String(number) }).toString()}`;
}
