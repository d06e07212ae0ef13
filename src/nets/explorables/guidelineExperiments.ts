import { elementWiseStack, fragmentStack, groupStack, widthStack } from './guidelineStacks';
import type { Graph } from '../graph';
import { shuffleNetV2Experiments } from '../papers/shuffleNetV2';

/** The four guidelines of ShuffleNet V2, each with its own experiment. arXiv:1807.11164, section 2. */
export const guidelines = ['g1', 'g2', 'g3', 'g4'] as const;
export type Guideline = (typeof guidelines)[number];

/** The paper's two devices: a GTX 1080 Ti, and one thread of a Snapdragon 810. */
export const paperDevices = ['gpu', 'arm'] as const;
export type PaperDevice = (typeof paperDevices)[number];

/** The paper's columns: factors of the channels. */
export const channelFactors = [1, 2, 4] as const;
export type ChannelFactor = (typeof channelFactors)[number];

export type ExperimentSetting = {
  /** Whose channels to use: the paper runs narrower networks on ARM than on the GPU. */
  readonly channelsOf: PaperDevice;
  readonly factor: ChannelFactor;
  /** Height and width of the map in pixels; the paper's is 56. */
  readonly resolution: number;
  /** Repeats of the block; 10 in the paper. */
  readonly blocks: number;
};

/** One of the networks that an experiment compares; all have about the same multiply-adds. */
export type Variant = {
  /** `1:6`, `4`, `twoInSeries`, `relu`: unique within the experiment and safe in an address. */
  readonly id: string;
  readonly graph: Graph;
  /** What the paper measured at this factor on its devices, in runs per second. */
  readonly paper: Readonly<Record<PaperDevice, number>>;
};

/** The networks of a guideline's experiment in the paper's order. */
export function variantsOf(guideline: Guideline, setting: ExperimentSetting): readonly Variant[] {
  return builders[guideline](setting);
}

const builders: Readonly<Record<Guideline, (setting: ExperimentSetting) => readonly Variant[]>> = {
  g1: (setting) =>
    shuffleNetV2Experiments.equalWidth.map((row) => {
      const [first, second] = setting.channelsOf === 'gpu' ? row.gpuChannels : row.armChannels;
      const widths = { first: first * setting.factor, second: second * setting.factor };
      return { id: row.ratio, graph: widthStack({ ...widths, ...sizeOf(setting) }), paper: speedsOf(row, setting) };
    }),
  g2: (setting) =>
    shuffleNetV2Experiments.groups.map((row) => {
      const { channels } = groupChannels(row, setting);
      const graph = groupStack({ channels, groups: row.groups, ...sizeOf(setting) });
      return { id: String(row.groups), graph, paper: speedsOf(row, setting) };
    }),
  g3: (setting) =>
    shuffleNetV2Experiments.fragments.map((row) => {
      const channels = (setting.channelsOf === 'gpu' ? 128 : 64) * setting.factor;
      const graph = fragmentStack({ channels, structure: row.structure, ...sizeOf(setting) });
      return { id: row.structure, graph, paper: speedsOf(row, setting) };
    }),
  // Here the paper uses the same channels on both devices.
  g4: (setting) =>
    shuffleNetV2Experiments.elementWise.map((row) => {
      const { relu, shortcut } = row;
      const graph = elementWiseStack({ channels: 32 * setting.factor, relu, shortcut, ...sizeOf(setting) });
      return { id: elementWiseId(relu, shortcut), graph, paper: speedsOf(row, setting) };
    }),
};

/** Channels of the paper that do not divide into their groups, and those that are used instead: 180 in 8 groups, 184. */
export function raisedChannels(
  setting: ExperimentSetting,
): readonly { readonly groups: number; readonly printed: number; readonly channels: number }[] {
  return shuffleNetV2Experiments.groups
    .map((row) => ({ groups: row.groups, ...groupChannels(row, setting) }))
    .filter(({ printed, channels }) => channels !== printed);
}

function groupChannels(
  row: (typeof shuffleNetV2Experiments.groups)[number],
  { channelsOf, factor }: ExperimentSetting,
) {
  const printed = (channelsOf === 'gpu' ? row.gpuChannels : row.armChannels) * factor;
  return { printed, channels: Math.ceil(printed / row.groups) * row.groups };
}

function elementWiseId(relu: boolean, shortcut: boolean): string {
  if (relu) return shortcut ? 'reluAndShortcut' : 'relu';
  return shortcut ? 'shortcut' : 'neither';
}

function sizeOf({ resolution, blocks }: ExperimentSetting): { readonly resolution: number; readonly blocks: number } {
  return { resolution, blocks };
}

type Row = Readonly<Record<PaperDevice, readonly [number, number, number]>>;

function speedsOf({ gpu, arm }: Row, { factor }: ExperimentSetting): Variant['paper'] {
  const column = channelFactors.indexOf(factor);
  return { gpu: gpu[column] ?? NaN, arm: arm[column] ?? NaN };
}
