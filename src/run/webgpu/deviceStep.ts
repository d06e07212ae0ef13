import type { ActivationFunction, Padding } from '../../nets/op';
import type { Node } from '../../nets/graph';
import type { ChannelLayout } from './channelLayout';

/** Numbers a buffer of the plan; several may share one region of memory. */
export type BufferId = number;

/** A map in memory: `layout` says what the slots of a pixel hold, from `firstSlot` on, of `pixelSlots` slots in all. */
export type MapView = {
  readonly buffer: BufferId;
  readonly height: number;
  readonly width: number;
  readonly pixelSlots: number;
  /** A multiple of four. */
  readonly firstSlot: number;
  readonly layout: ChannelLayout;
};

/** Where a dispatch writes: the slot of every channel it computes, null for one that is not kept. */
export type MapTarget = {
  readonly buffer: BufferId;
  readonly height: number;
  readonly width: number;
  readonly pixelSlots: number;
  readonly slots: readonly (number | null)[];
};

/** What every dispatch has, whatever it computes. */
type StepBase = {
  /** The nodes whose values it computes. */
  readonly ids: readonly string[];
  readonly target: MapTarget;
  readonly activation: ActivationFunction | null;
};

export type ConvolutionStep = StepBase & {
  readonly kind: 'convolution';
  /** The convolution or fully connected layer whose weights are used. */
  readonly node: Node;
  readonly input: MapView;
  readonly window: Window;
  readonly groups: number;
  /** The output channel of every computed slot, the groups one after another in equally many vectors. */
  readonly rows: ChannelLayout;
  /** Added to the computed slots, which it matches one to one. */
  readonly residual: MapView | null;
  /** One value for every slot of `input`. */
  readonly gate: MapView | null;
  /** A map written beside the result into the same buffer. */
  readonly copy: { readonly from: MapView; readonly slots: readonly (number | null)[] } | null;
};

export type DepthwiseStep = StepBase & {
  readonly kind: 'depthwise';
  readonly node: Node;
  readonly input: MapView;
  readonly window: Window;
};

export type PoolStep = StepBase & {
  readonly kind: 'pool';
  readonly mode: 'max' | 'average';
  readonly input: MapView;
  readonly window: Window;
};

export type GlobalAverageStep = StepBase & { readonly kind: 'globalAverage'; readonly input: MapView };

/** One map moved, two added, or one times a gate of 1 x 1; channels stay in their slots' order. */
export type CombineStep = StepBase & {
  readonly kind: 'combine';
  readonly mode: 'copy' | 'add' | 'scale';
  readonly inputs: readonly MapView[];
};

export type DeviceStep = ConvolutionStep | DepthwiseStep | PoolStep | GlobalAverageStep | CombineStep;

export type Window = {
  readonly kernel: readonly [height: number, width: number];
  readonly stride: number;
  readonly padding: Padding;
};

/** Whether a convolution reads each pixel by itself. */
export function isPointwise({ window: { kernel, stride, padding } }: ConvolutionStep): boolean {
  const { top, bottom, left, right } = padding;
  return kernel[0] === 1 && kernel[1] === 1 && stride === 1 && top + bottom + left + right === 0;
}

/** The buffers that a dispatch reads. */
export function readsOf(step: DeviceStep): readonly MapView[] {
  switch (step.kind) {
    case 'convolution':
      return [step.input, step.residual, step.gate, step.copy?.from].filter((view) => view != null);
    case 'combine':
      return step.inputs;
    case 'depthwise':
    case 'pool':
    case 'globalAverage':
      return [step.input];
  }
}

/** The first of slots that follow one another from a whole vector on, so that vectors can be stored; null for any other. */
export function runStart(slots: MapTarget['slots']): number | null {
  const start = slots[0] ?? 1;
  return start % 4 === 0 && slots.every((slot, index) => slot === start + index) ? start : null;
}
