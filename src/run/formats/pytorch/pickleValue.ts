import type { ElementType } from '../bytes/elements';

/** A value in the pickle of a state dict: data, or a description of a torch tensor or storage. */
export type PickleValue =
  | null
  | boolean
  | number
  | string
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'tuple'; readonly items: readonly PickleValue[] }
  | { readonly kind: 'list'; readonly items: PickleValue[] }
  | PickleDict
  | { readonly kind: 'global'; readonly name: string }
  | PickledObject
  | PickledStorage
  | PickledTensor;

/** A number is the text `number 5`. */
export type PickleKey = null | boolean | string;

export type PickleDict = { readonly kind: 'dict'; readonly entries: Map<PickleKey, PickleValue> };

/** An object that means nothing to the reader: data that is never built. */
export type PickledObject = {
  readonly kind: 'object';
  /** What Python would call: `argparse.Namespace`. */
  readonly name: string;
  readonly args: readonly PickleValue[];
  /** What Python would set as its state, usually a dict of attributes; null without one. */
  state: PickleValue;
  /** The items of a dict of its own class. */
  entries: Map<PickleKey, PickleValue> | null;
};

/** A block of elements stored outside the pickle under `key`. */
export type PickledStorage = {
  readonly kind: 'storage';
  readonly key: string;
  readonly type: ElementType;
  readonly count: number;
  /** Where they are in the pickle itself, as those of numpy are. */
  readonly bytes?: Uint8Array;
};

/** A strided view of a storage; `strides` and `start` count elements, not bytes. */
export type PickledTensor = {
  readonly kind: 'tensor';
  readonly storage: PickledStorage;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly start: number;
};

type Kinds = Extract<PickleValue, { readonly kind: string }>;

export function isKind<Kind extends Kinds['kind']>(
  value: PickleValue | undefined,
  kind: Kind,
): value is Extract<Kinds, { readonly kind: Kind }> {
  return typeof value === 'object' && value !== null && value.kind === kind;
}
