import {
  floatField,
  int32Field,
  int32sField,
  int8Field,
  placeOf,
  tableField,
  textField,
  type FlatTable,
} from './flatTable';
import { refuse } from '../bytes/refusal';

export type TfliteActivation = 'none' | 'relu' | 'relu-1-to-1' | 'relu6' | 'tanh' | 'sign';
export type TflitePadding = 'same' | 'valid';
/** Vertical, then horizontal. */
type Pair = readonly [number, number];

/** An operator's settings, apart from its tensors. */
export type TfliteOptions =
  | {
      readonly kind: 'conv2d';
      readonly padding: TflitePadding;
      readonly stride: Pair;
      readonly dilation: Pair;
      readonly activation: TfliteActivation;
    }
  | {
      readonly kind: 'depthwiseConv2d';
      readonly padding: TflitePadding;
      readonly stride: Pair;
      readonly dilation: Pair;
      readonly activation: TfliteActivation;
      readonly depthMultiplier: number;
    }
  | {
      readonly kind: 'pool2d';
      readonly padding: TflitePadding;
      readonly stride: Pair;
      readonly filter: Pair;
      readonly activation: TfliteActivation;
    }
  | { readonly kind: 'fullyConnected'; readonly activation: TfliteActivation }
  | { readonly kind: 'add'; readonly activation: TfliteActivation }
  | { readonly kind: 'reshape'; readonly newShape: readonly number[] }
  | { readonly kind: 'softmax'; readonly beta: number };

export type TfliteOperator = {
  /** The schema's name (`CONV_2D`), `BUILTIN_<number>` for one not listed below, or `CUSTOM:<name>`. */
  readonly name: string;
  /** Names of tensors; '' for an omitted optional input. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly options?: TfliteOptions;
};

const customOperator = 32;

const operatorNames: ReadonlyMap<number, string> = new Map([
  [0, 'ADD'],
  [1, 'AVERAGE_POOL_2D'],
  [2, 'CONCATENATION'],
  [3, 'CONV_2D'],
  [4, 'DEPTHWISE_CONV_2D'],
  [6, 'DEQUANTIZE'],
  [9, 'FULLY_CONNECTED'],
  [14, 'LOGISTIC'],
  [17, 'MAX_POOL_2D'],
  [18, 'MUL'],
  [19, 'RELU'],
  [21, 'RELU6'],
  [22, 'RESHAPE'],
  [25, 'SOFTMAX'],
  [34, 'PAD'],
  [40, 'MEAN'],
  [41, 'SUB'],
  [42, 'DIV'],
  [43, 'SQUEEZE'],
  [114, 'QUANTIZE'],
  [117, 'HARD_SWISH'],
]);

/** The name of an operator code. Codes above 127 are in a wider field (3); the larger of the two fields counts. */
export function operatorNameOf(code: FlatTable): string {
  const number = Math.max(int8Field(code, 0), int32Field(code, 3));
  if (number === customOperator) return `CUSTOM:${textField(code, 1)}`;
  return operatorNames.get(number) ?? `BUILTIN_${number}`;
}

/** An operator's options, or undefined for operators that have none here. */
export function operatorOptionsOf(name: string, operator: FlatTable): TfliteOptions | undefined {
  const reader = optionReaders.get(name);
  const options = tableField(operator, 4);
  if (reader === undefined || options === undefined) return undefined;
  const got = int8Field(operator, 3);
  if (got !== reader.type)
    refuse(`${name} with foreign options (got type ${got}, wanted ${reader.type})`, placeOf(operator));
  return reader.read(options);
}

type OptionReader = { readonly type: number; readonly read: (options: FlatTable) => TfliteOptions };

// `type` is the number of the options' table in the schema's union BuiltinOptions.
const pool: OptionReader = {
  type: 5,
  read: (options) => ({
    kind: 'pool2d',
    padding: paddingOf(options),
    stride: [positive(options, 2), positive(options, 1)],
    filter: [positive(options, 4), positive(options, 3)],
    activation: activationOf(options, 5),
  }),
};

const optionReaders: ReadonlyMap<string, OptionReader> = new Map<string, OptionReader>([
  [
    'CONV_2D',
    {
      type: 1,
      read: (options) => ({
        kind: 'conv2d',
        padding: paddingOf(options),
        stride: [positive(options, 2), positive(options, 1)],
        dilation: [positive(options, 5, 1), positive(options, 4, 1)],
        activation: activationOf(options, 3),
      }),
    },
  ],
  [
    'DEPTHWISE_CONV_2D',
    {
      type: 2,
      read: (options) => ({
        kind: 'depthwiseConv2d',
        padding: paddingOf(options),
        stride: [positive(options, 2), positive(options, 1)],
        dilation: [positive(options, 6, 1), positive(options, 5, 1)],
        activation: activationOf(options, 4),
        depthMultiplier: positive(options, 3),
      }),
    },
  ],
  ['AVERAGE_POOL_2D', pool],
  ['MAX_POOL_2D', pool],
  ['FULLY_CONNECTED', { type: 8, read: fullyConnected }],
  ['SOFTMAX', { type: 9, read: (options) => ({ kind: 'softmax', beta: floatField(options, 0) }) }],
  ['ADD', { type: 11, read: (options) => ({ kind: 'add', activation: activationOf(options, 0) }) }],
  ['RESHAPE', { type: 17, read: (options) => ({ kind: 'reshape', newShape: int32sField(options, 0) }) }],
]);

function fullyConnected(options: FlatTable): TfliteOptions {
  const order = int8Field(options, 1);
  if (order !== 0) refuse(`weights in a shuffled order (got ${order}, wanted 0)`, placeOf(options));
  return { kind: 'fullyConnected', activation: activationOf(options, 0) };
}

function positive(options: FlatTable, id: number, fallback?: number): number {
  const value = int32Field(options, id, fallback);
  return value > 0 ? value : refuse(`impossible stride or size (got ${value})`, placeOf(options));
}

function paddingOf(options: FlatTable): TflitePadding {
  const value = int8Field(options, 0);
  const padding = (['same', 'valid'] as const)[value];
  return padding ?? refuse(`unknown padding (got ${value})`, placeOf(options));
}

function activationOf(options: FlatTable, id: number): TfliteActivation {
  const value = int8Field(options, id);
  const activation = (['none', 'relu', 'relu-1-to-1', 'relu6', 'tanh', 'sign'] as const)[value];
  return activation ?? refuse(`unknown activation (got ${value})`, placeOf(options));
}
