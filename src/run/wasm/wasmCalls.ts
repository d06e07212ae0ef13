import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** tfjs's numbers for the activations that it fuses into a convolution. */
export const activationNumbers = { none: 0, relu: 1, relu6: 2, sigmoid: 5 } as const;

/** tfjs's number for float32. */
const float32 = 0;

/** Functions of tfjs's WebAssembly program. Tensors are passed by number. */
export type WasmCalls = {
  /** 23 numbers, as in tfjs's kernels FusedConv2D and FusedDepthwiseConv2D. */
  readonly conv: (...numbers: readonly number[]) => void;
  readonly depthwise: (...numbers: readonly number[]) => void;
  /** 17 and 14 numbers, as in tfjs's kernels MaxPool and AvgPool. */
  readonly maxPool: (...numbers: readonly number[]) => void;
  readonly averagePool: (...numbers: readonly number[]) => void;
  readonly unary: (name: 'Relu' | 'Relu6' | 'Sigmoid') => (from: number, to: number) => void;
  readonly binary: (name: 'Add' | 'Multiply') => (a: Operand, b: Operand, to: number) => void;
};

/** `shape` as `shapeBytes` returns it. */
export type Operand = { readonly id: number; readonly shape: Uint8Array };

/**
 * The calls of tfjs 4.22's program, without the argument checks, output shapes and tensors of its JavaScript. The
 * version is pinned, and tests compare the results with tfjs's kernels.
 */
export function wasmCalls({ wasm }: BackendWasm): WasmCalls {
  const numeric = (name: string, count: number) => wrap(wasm, name, Array<'number'>(count).fill('number'));
  return {
    conv: numeric('FusedConv2D', 23),
    depthwise: numeric('FusedDepthwiseConv2D', 23),
    maxPool: numeric('MaxPool', 17),
    averagePool: numeric('AvgPool', 14),
    unary: (name) => {
      // Sigmoid has no parameter for the number type: it only takes float32.
      if (name === 'Sigmoid') return numeric(name, 2);
      const call = numeric(name, 3);
      return (from, to) => call(from, float32, to);
    },
    binary: (name) => {
      const kinds = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number'] as const;
      const call = wrap(wasm, name, kinds);
      return (a, b, to) => call(a.id, a.shape, rank, b.id, b.shape, rank, float32, to);
    },
  };
}

/** Every map is passed as 1 x height x width x channels. */
const rank = 4;

export function shapeBytes(height: number, width: number, channels: number): Uint8Array {
  return new Uint8Array(Int32Array.of(1, height, width, channels).buffer);
}

type Call = (...values: readonly (number | Uint8Array)[]) => void;

/** Looks up a function of the program by Emscripten's `cwrap`. */
function wrap(wasm: object, name: string, kinds: readonly ('number' | 'array')[]): Call {
  const cwrap: unknown = Reflect.get(wasm, 'cwrap');
  const call: unknown = typeof cwrap === 'function' ? Reflect.apply(cwrap, wasm, [name, null, kinds]) : undefined;
  if (!isCall(call)) throw new Error(`wasm: tfjs-backend-wasm has changed (got no ${name}, wanted a function)`);
  return call;
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function';
}
