import type { Padding } from '../../nets/op';
import type { Filter } from './filter';
import type { FusedActivation } from '../device/plan';
import type { Block, ChannelView, Store } from './channelView';

/** A window that slides over each of `batch` maps of height x width. */
export type Window = {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly kernel: readonly [number, number];
  readonly stride: number;
  readonly padding: Padding;
};

/** One call of the WebAssembly program, or one loop over its memory. */
export type WasmStep =
  | {
      readonly kind: 'conv' | 'depthwise';
      readonly from: Block;
      readonly to: Block;
      readonly window: Window;
      readonly filter: Filter;
      readonly bias: Float32Array | null;
      readonly activation: FusedActivation | null;
    }
  | { readonly kind: 'maxPool' | 'averagePool'; readonly from: Store; readonly to: Store; readonly window: Window }
  | { readonly kind: 'Relu' | 'Relu6' | 'Sigmoid'; readonly from: Store; readonly to: Store }
  /** Value by value; the second can be a single pixel, which is combined with every pixel of the first. */
  | { readonly kind: 'Add' | 'Multiply'; readonly from: readonly [Store, Store]; readonly to: Store }
  /** Copies channels to a store, in the order of its memory. */
  | { readonly kind: 'gather'; readonly from: ChannelView; readonly to: Store }
  /** Copies rows x columns x channels to channels x rows x columns. */
  | { readonly kind: 'flatten'; readonly from: Store; readonly to: Store };

/** The stores that a step reads. */
export function storesRead(step: WasmStep): ReadonlySet<Store> {
  switch (step.kind) {
    case 'conv':
    case 'depthwise':
      return new Set([step.from.store]);
    case 'Add':
    case 'Multiply':
      return new Set(step.from);
    case 'gather':
      return new Set(step.from.map(({ store }) => store));
    case 'maxPool':
    case 'averagePool':
    case 'Relu':
    case 'Relu6':
    case 'Sigmoid':
    case 'flatten':
      return new Set([step.from]);
  }
}

/** The store that a step writes, or writes a block of. */
export function storeWritten(step: WasmStep): Store {
  return 'store' in step.to ? step.to.store : step.to;
}
