import * as tf from '@tensorflow/tfjs-core';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { valueAt } from '../../nets/graph';
import { memoryLayoutOf } from './memoryLayout';
import type { Block, Store } from './channelView';
import { flattenOf, gatherOf, placeOf, type OffsetOf } from './gather';
import { activationNumbers, shapeBytes, wasmCalls, type Operand, type WasmCalls } from './wasmCalls';
import type { WasmPlan } from './wasmPlan';
import type { WasmStep, Window } from './wasmStep';

/** A network in the memory of tfjs's WebAssembly program, as a recorded list of calls. */
export type WasmNetwork = {
  /** Computes the output for an input (height x width x channels). */
  readonly replay: (input: Float32Array) => void;
  /** Writes an input where `layers` read it; a run may overwrite it. */
  readonly begin: (input: Float32Array) => void;
  /** The calls that `replay` makes after `begin`, in order. */
  readonly layers: readonly WasmLayerCalls[];
  /** The output of the last replay. */
  readonly output: () => Float32Array;
  /** Frees the memory and the weights. */
  readonly dispose: () => void;
};

/** The calls of one layer, and the nodes that they compute. */
export type WasmLayerCalls = { readonly ids: readonly string[]; readonly call: () => void };

/** Everything that a step needs to become a call. */
type Binding = {
  readonly calls: WasmCalls;
  readonly offsetOf: OffsetOf;
  /** Registers a block of the network's memory as a tensor and returns its number. */
  readonly idOf: (block: Block) => number;
  /** Uploads weights and returns the number of their tensor. */
  readonly upload: (data: Float32Array, shape: number[]) => number;
  /** The whole memory; a new view each time, because WebAssembly memory may have grown. */
  readonly memory: () => Float32Array;
};

/** Lays out a plan's memory and uploads its weights on the active tfjs backend, which must be WebAssembly. */
export function wasmNetwork(plan: WasmPlan): WasmNetwork {
  const backend = tf.backend();
  if (!(backend instanceof BackendWasm)) throw new Error('wasm network: another backend is active (wanted wasm)');
  const layout = memoryLayoutOf(plan.steps, plan.input, plan.output);
  const owned: tf.Tensor[] = [];
  const ids = new Map<string, number>();
  const dispose = (): void => {
    for (const id of ids.values()) backend.wasm.tfjs.disposeData(id);
    ids.clear();
    tf.dispose(owned.splice(0));
  };
  try {
    const { memory, beginBytes } = allocate(backend, layout.length, owned);
    const offsetOf: OffsetOf = (store) => valueAt(layout.offsets, store);
    const calls = wasmCalls(backend);
    const steps = plan.steps.map((step) =>
      bind(step, {
        calls,
        offsetOf,
        idOf: (block) => register(backend, ids, beginBytes + 4 * placeOf(block.store, block.first, offsetOf), block),
        upload: (data, shape) => uploadTo(backend, owned, data, shape),
        memory,
      }),
    );
    const [input, output] = [offsetOf(plan.input), offsetOf(plan.output)];
    const begin = (values: Float32Array): void => memory().set(values, input);
    return {
      replay: (values) => {
        begin(values);
        for (const step of steps) step();
      },
      begin,
      layers: plan.layers.map(({ ids: nodeIds, to }, at) => {
        const calls = steps.slice(plan.layers[at - 1]?.to ?? 0, to);
        return {
          ids: nodeIds,
          call: () => {
            for (const step of calls) step();
          },
        };
      }),
      output: () => memory().slice(output, output + plan.output.channels * plan.output.height * plan.output.width),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** Allocates memory as a tensor, so that tfjs counts it. */
function allocate(backend: BackendWasm, length: number, owned: tf.Tensor[]) {
  const maxBytes = 2 ** 32 - 2 ** 16;
  if (length * 4 > maxBytes) throw new RangeError(`wasm memory: ${length * 4} bytes (wanted at most ${maxBytes})`);
  const info = backend.makeOutput([length], 'float32');
  owned.push(tf.keep(tf.engine().makeTensorFromTensorInfo(info, backend)));
  const beginBytes = backend.getMemoryOffset(info.dataId);
  if (beginBytes === 0) throw new RangeError(`wasm memory: ${length * 4} bytes are not there`);
  const memory = (): Float32Array => {
    const values = backend.typedArrayFromHeap(info);
    if (!(values instanceof Float32Array)) throw new Error('wasm memory: not float32');
    return values;
  };
  return { beginBytes, memory };
}

function uploadTo(backend: BackendWasm, owned: tf.Tensor[], data: Float32Array, shape: number[]): number {
  const tensor = tf.keep(tf.tensor(data, shape, 'float32'));
  owned.push(tensor);
  return backend.dataIdMap.get(tensor.dataId).id;
}

/** tfjs numbers its tensors from 1; these numbers start where it never gets. */
let nextId = 2 ** 30;

function register(backend: BackendWasm, ids: Map<string, number>, beginBytes: number, block: Block): number {
  const size = block.channels * block.store.height * block.store.width;
  const key = `${beginBytes} ${size}`;
  const known = ids.get(key);
  if (known !== undefined) return known;
  nextId += 1;
  backend.wasm.tfjs.registerTensor(nextId, size, beginBytes);
  ids.set(key, nextId);
  return nextId;
}

function bind(step: WasmStep, binding: Binding): () => void {
  const { calls, offsetOf, idOf, memory } = binding;
  switch (step.kind) {
    case 'conv':
    case 'depthwise':
      return convCall(step, binding);
    case 'maxPool':
    case 'averagePool': {
      const channels = step.from.channels / step.from.groups;
      const { window } = step;
      const [from, to] = [idOf(wholeOf(step.from)), idOf(wholeOf(step.to))];
      const place = [from, window.batch, window.height, window.width, ...window.kernel, ...sides(window)];
      const strides = [window.stride, window.stride];
      return step.kind === 'maxPool'
        ? () => calls.maxPool(...place, 1, 1, ...strides, channels, channels, to)
        : () => calls.averagePool(...place, ...strides, channels, to);
    }
    case 'Relu':
    case 'Relu6':
    case 'Sigmoid': {
      const call = calls.unary(step.kind);
      const [from, to] = [idOf(wholeOf(step.from)), idOf(wholeOf(step.to))];
      return () => call(from, to);
    }
    case 'Add':
    case 'Multiply': {
      const call = calls.binary(step.kind);
      const [a, b] = [operand(step.from[0], idOf), operand(step.from[1], idOf)];
      const to = idOf(wholeOf(step.to));
      return () => call(a, b, to);
    }
    case 'gather': {
      const copy = gatherOf(step.from, step.to, offsetOf);
      return () => copy(memory());
    }
    case 'flatten': {
      const copy = flattenOf(step.from, step.to, offsetOf);
      return () => copy(memory());
    }
  }
}

function convCall(step: Extract<WasmStep, { kind: 'conv' | 'depthwise' }>, binding: Binding): () => void {
  const { calls, idOf, upload } = binding;
  const { window, filter, bias, activation } = step;
  const numbers = [
    idOf(step.from),
    window.batch,
    window.height,
    window.width,
    upload(filter.data, filter.shape),
    ...window.kernel,
    bias === null ? 0 : upload(bias, [bias.length]),
    ...sides(window),
    0, // explicit padding instead of XNNPACK's SAME
    1,
    1,
    window.stride,
    window.stride,
    step.from.channels,
    step.to.channels,
    activationNumbers[activation ?? 'none'],
    0,
    0,
    idOf(step.to),
  ];
  const call = calls[step.kind];
  return () => call(...numbers);
}

/** In the program's order: top, right, bottom, left. */
function sides({ padding }: Window): readonly number[] {
  return [padding.top, padding.right, padding.bottom, padding.left];
}

function wholeOf(store: Store): Block {
  return { store, first: 0, channels: store.channels };
}

function operand(store: Store, idOf: Binding['idOf']): Operand {
  const { height, width, channels } = store;
  return { id: idOf(wholeOf(store)), shape: shapeBytes(height, width, channels) };
}
