import { groupStages, type GroupStage } from '../../nets/explorables/groupProcedure';

/** A channel of the input or the output, px. */
export type StepChannel = { readonly channel: number; readonly group: number; readonly x: number; readonly y: number };

/** The filters of one group: a row a filter, a square a kernel. */
export type FilterBank = {
  readonly group: number;
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
};

/** From the middle of a part of the input through a bank to its part of the output. */
export type StepWire = { readonly group: number; readonly path: string };

/** A grouped convolution at one of its stages; what a later stage brings is absent. */
export type GroupSteps = {
  readonly width: number;
  readonly height: number;
  /** Side of a channel's square and of a kernel's. */
  readonly channel: number;
  readonly kernel: number;
  readonly input: readonly StepChannel[];
  readonly banks: readonly FilterBank[];
  readonly output: readonly StepChannel[];
  readonly wires: readonly StepWire[];
  /** The middle of the rows: channels in, filters, channels out. */
  readonly rows: { readonly input: number; readonly banks: number; readonly output: number };
};

type Setting = { readonly inChannels: number; readonly outChannels: number; readonly groups: number };

/** The most channels that a row has; the scale is the same for all settings, so that two can be compared. */
const mostChannels = 12;
const gapBetween = 40;

/** Draws the stages up to `stage` into `width` px, of which `labelWidth` on the left are free for words. */
export function groupSteps(setting: Setting, stage: GroupStage, width: number, labelWidth: number): GroupSteps {
  const { inChannels, outChannels, groups } = setting;
  const reached = groupStages.indexOf(stage);
  const slot = (width - labelWidth) / groups;
  const channel = Math.min(34, (width - labelWidth) / (mostChannels + 1.5));
  const [read, written] = [inChannels / groups, outChannels / groups];
  const kernel = Math.min(16, 0.62 * channel, (0.86 * slot) / read);
  const middleOf = (group: number): number => labelWidth + (group + 0.5) * slot;
  const row = (count: number, y: number, apart: boolean): readonly StepChannel[] =>
    Array.from({ length: count }, (_, at) => {
      const perGroup = count / groups;
      const group = Math.floor(at / perGroup);
      const start = apart
        ? middleOf(group) + (at - group * perGroup - perGroup / 2) * channel
        : labelWidth + (width - labelWidth - count * channel) / 2 + at * channel;
      return { channel: at, group, x: start, y };
    });
  const banksTop = channel + gapBetween;
  const bankHeight = kernel * written;
  const outputTop = banksTop + bankHeight + gapBetween;
  const banks = Array.from({ length: groups }, (_, group) => ({
    group,
    x: middleOf(group) - (read * kernel) / 2,
    y: banksTop,
    columns: read,
    rows: written,
  }));
  return {
    width,
    height: outputTop + channel + 2,
    channel,
    kernel,
    input: row(inChannels, 1, true),
    banks: reached >= 1 ? banks : [],
    output: reached >= 2 ? row(outChannels, outputTop, stage !== 'concatenate') : [],
    wires:
      reached >= 2
        ? banks.map(({ group, y }) => ({
            group,
            path: `M${middleOf(group)} ${channel + 4}V${y - 4}M${middleOf(group)} ${y + bankHeight + 4}V${outputTop - 4}`,
          }))
        : [],
    rows: { input: channel / 2, banks: banksTop + bankHeight / 2, output: outputTop + channel / 2 },
  };
}
