import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** tfjs's own numbers for what a convolution may end with. */
export const activationNumbers = { none: 0, relu: 1, relu6: 2, sigmoid: 5 } as const;

/** Its number for float32. */
const float32 = 0;

/** Functions of tfjs's WebAssembly program. Tensors go by number; `shape` is what `shapeBytes` gives. */
export type WasmCalls = {
  /** 23 numbers, as tfjs's kernels FusedConv2D and FusedDepthwiseConv2D give them. */
  readonly conv: (...numbers: readonly number[]) => void;
  readonly depthwise: (...numbers: readonly number[]) => void;
  /** 17 and 14 numbers, as in tfjs's kernels MaxPool and AvgPool. */
  readonly maxPool: (...numbers: readonly number[]) => void;
  readonly averagePool: (...numbers: readonly number[]) => void;
  readonly unary: (name: 'Relu' | 'Relu6' | 'Sigmoid') => (from: number, to: number) => void;
  readonly binary: (name: 'Add' | 'Multiply') => (a: Operand, b: Operand, to: number) => void;
};

export type Operand = { readonly id: number; readonly shape: Uint8Array };

/**
 * The calls of tfjs 4.22's program without what its JavaScript does around each: argument checks, output shapes, a tensor
 * made and another freed. The version is pinned, and the tests compare the results with the kernels themselves.
 */
export function wasmCalls({ wasm }: BackendWasm): WasmCalls {
  const numeric = (name: string, count: number) => wrapped(wasm, name, Array<'number'>(count).fill('number'));
  return {
    conv: numeric('FusedConv2D', 23),
    depthwise: numeric('FusedDepthwiseConv2D', 23),
    maxPool: numeric('MaxPool', 17),
    averagePool: numeric('AvgPool', 14),
    unary: (name) => {
      // Sigmoid alone knows no other kind of number.
      if (name === 'Sigmoid') return numeric(name, 2);
      const call = numeric(name, 3);
      return (from, to) => call(from, float32, to);
    },
    binary: (name) => {
      const kinds = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number'] as const;
      const call = wrapped(wasm, name, kinds);
      return (a, b, to) => call(a.id, a.shape, rank, b.id, b.shape, rank, float32, to);
    },
  };
}

/** Every map is given as 1 x height x width x channels. */
const rank = 4;

export function shapeBytes(height: number, width: number, channels: number): Uint8Array {
  return new Uint8Array(Int32Array.of(1, height, width, channels).buffer);
}

type Call = (...values: readonly (number | Uint8Array)[]) => void;

/** Emscripten's way to a function of the program by its name. */
function wrapped(wasm: object, name: string, kinds: readonly ('number' | 'array')[]): Call {
  const cwrap: unknown = Reflect.get(wasm, 'cwrap');
  const call: unknown = typeof cwrap === 'function' ? Reflect.apply(cwrap, wasm, [name, null, kinds]) : undefined;
  if (!isCall(call)) throw new Error(`wasm: tfjs-backend-wasm has changed (got no ${name}, wanted a function)`);
  return call;
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function';
}
