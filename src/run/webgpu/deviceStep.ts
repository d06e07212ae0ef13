import type { ActivationFunction, Padding } from '../../nets/op';
import type { Node } from '../../nets/graph';
import type { ChannelLayout } from './channelLayout';

/** Index of a buffer in the plan; several buffers can share one region of memory. */
export type BufferId = number;

/**
 * A map in memory: `layout` lists the channels in a pixel's slots from `firstSlot` on; a pixel has `pixelSlots` in all.
 */
export type MapView = {
  readonly buffer: BufferId;
  readonly height: number;
  readonly width: number;
  readonly pixelSlots: number;
  /** A multiple of four. */
  readonly firstSlot: number;
  readonly layout: ChannelLayout;
};

/** Where a dispatch writes: the slot of each channel that it computes, null for a channel that it drops. */
export type MapTarget = {
  readonly buffer: BufferId;
  readonly height: number;
  readonly width: number;
  readonly pixelSlots: number;
  readonly slots: readonly (number | null)[];
};

/** What all dispatches have in common. */
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
  /** The output channel of each computed slot, group by group, with as many vectors for every group. */
  readonly rows: ChannelLayout;
  /** Added to the computed slots; in the same layout. */
  readonly residual: MapView | null;
  /** One value for every slot of `input`. */
  readonly gate: MapView | null;
  /** Another map, which the dispatch copies into the buffer of the result. */
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

/** Copies one map, adds two, or multiplies one by a 1 x 1 gate. All have the same layout. */
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

/** Whether a convolution reads one input pixel for each output pixel. */
export function isPointwise({ window: { kernel, stride, padding } }: ConvolutionStep): boolean {
  const { top, bottom, left, right } = padding;
  return kernel[0] === 1 && kernel[1] === 1 && stride === 1 && top + bottom + left + right === 0;
}

/** The maps that a dispatch reads. */
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

/**
 * The first slot of a run of consecutive slots that starts at a whole vector, so that vectors can be stored; else null.
 */
export function runStart(slots: MapTarget['slots']): number | null {
  const start = slots[0] ?? 1;
  return start % 4 === 0 && slots.every((slot, index) => slot === start + index) ? start : null;
}
