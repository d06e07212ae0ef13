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
  /** A sum, difference, product or quotient. */
  | { readonly kind: 'arithmetic'; readonly activation: TfliteActivation }
  | { readonly kind: 'concatenation'; readonly axis: number; readonly activation: TfliteActivation }
  | { readonly kind: 'reshape'; readonly newShape: readonly number[] }
  | { readonly kind: 'squeeze'; readonly axes: readonly number[] }
  | { readonly kind: 'reducer'; readonly keepsAxes: boolean }
  | { readonly kind: 'leakyRelu'; readonly alpha: number }
  | {
      readonly kind: 'stridedSlice';
      readonly beginMask: number;
      readonly endMask: number;
      readonly ellipsisMask: number;
      readonly newAxisMask: number;
      readonly shrinkMask: number;
    }
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

// BuiltinOperator of the schema, from 0.
const operatorNames = `
ADD AVERAGE_POOL_2D CONCATENATION CONV_2D DEPTHWISE_CONV_2D DEPTH_TO_SPACE DEQUANTIZE EMBEDDING_LOOKUP FLOOR FULLY_CONNECTED
HASHTABLE_LOOKUP L2_NORMALIZATION L2_POOL_2D LOCAL_RESPONSE_NORMALIZATION LOGISTIC LSH_PROJECTION LSTM MAX_POOL_2D MUL RELU
RELU_N1_TO_1 RELU6 RESHAPE RESIZE_BILINEAR RNN SOFTMAX SPACE_TO_DEPTH SVDF TANH CONCAT_EMBEDDINGS SKIP_GRAM CALL CUSTOM
EMBEDDING_LOOKUP_SPARSE PAD UNIDIRECTIONAL_SEQUENCE_RNN GATHER BATCH_TO_SPACE_ND SPACE_TO_BATCH_ND TRANSPOSE MEAN SUB DIV SQUEEZE
UNIDIRECTIONAL_SEQUENCE_LSTM STRIDED_SLICE BIDIRECTIONAL_SEQUENCE_RNN EXP TOPK_V2 SPLIT LOG_SOFTMAX DELEGATE
BIDIRECTIONAL_SEQUENCE_LSTM CAST PRELU MAXIMUM ARG_MAX MINIMUM LESS NEG PADV2 GREATER GREATER_EQUAL LESS_EQUAL SELECT SLICE SIN
TRANSPOSE_CONV SPARSE_TO_DENSE TILE EXPAND_DIMS EQUAL NOT_EQUAL LOG SUM SQRT RSQRT SHAPE POW ARG_MIN FAKE_QUANT REDUCE_PROD
REDUCE_MAX PACK LOGICAL_OR ONE_HOT LOGICAL_AND LOGICAL_NOT UNPACK REDUCE_MIN FLOOR_DIV REDUCE_ANY SQUARE ZEROS_LIKE FILL FLOOR_MOD
RANGE RESIZE_NEAREST_NEIGHBOR LEAKY_RELU SQUARED_DIFFERENCE MIRROR_PAD ABS SPLIT_V UNIQUE CEIL REVERSE_V2 ADD_N GATHER_ND COS WHERE
RANK ELU REVERSE_SEQUENCE MATRIX_DIAG QUANTIZE MATRIX_SET_DIAG ROUND HARD_SWISH
`
  .trim()
  .split(/\s+/);

/** The name of an operator code. Codes above 127 are in a wider field (3); the larger of the two fields counts. */
export function operatorNameOf(code: FlatTable): string {
  const number = Math.max(int8Field(code, 0), int32Field(code, 3));
  if (number === customOperator) return `CUSTOM:${textField(code, 1)}`;
  return operatorNames[number] ?? `BUILTIN_${number}`;
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
  ['ADD', { type: 11, read: arithmetic }],
  ['MUL', { type: 21, read: arithmetic }],
  ['SUB', { type: 28, read: arithmetic }],
  ['DIV', { type: 29, read: arithmetic }],
  [
    'CONCATENATION',
    {
      type: 10,
      read: (options) => ({
        kind: 'concatenation',
        axis: int32Field(options, 0),
        activation: activationOf(options, 1),
      }),
    },
  ],
  ['MEAN', { type: 27, read: (options) => ({ kind: 'reducer', keepsAxes: int8Field(options, 0) !== 0 }) }],
  ['SQUEEZE', { type: 30, read: (options) => ({ kind: 'squeeze', axes: int32sField(options, 0) }) }],
  ['LEAKY_RELU', { type: 75, read: (options) => ({ kind: 'leakyRelu', alpha: floatField(options, 0) }) }],
  [
    'STRIDED_SLICE',
    {
      type: 32,
      read: (options) => ({
        kind: 'stridedSlice',
        beginMask: int32Field(options, 0),
        endMask: int32Field(options, 1),
        ellipsisMask: int32Field(options, 2),
        newAxisMask: int32Field(options, 3),
        shrinkMask: int32Field(options, 4),
      }),
    },
  ],
  ['RESHAPE', { type: 17, read: (options) => ({ kind: 'reshape', newShape: int32sField(options, 0) }) }],
]);

function arithmetic(options: FlatTable): TfliteOptions {
  return { kind: 'arithmetic', activation: activationOf(options, 0) };
}

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
