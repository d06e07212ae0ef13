import type { Graph } from '../../nets/graph';
import { elementCount } from '../../nets/op';
import { success } from '../../nets/result';
import type { CompiledNetwork, Executor, TunedKernel } from '../executor';
import { agrees } from './agreement';
import type { TuningMemory } from './tuningMemory';

/** The names under which the two are remembered, and shown. */
export const ownKernels = 'own kernels';
export const stockKernels = 'stock tfjs';

/** Runs of each that count, after one that pays for what is set up late. */
const rounds = 3;

export type FasterOptions = {
  /** Where winners are remembered. */
  readonly kept: TuningMemory;
  /** How far the own kernels' logits may be from the stock ones, as a share of the largest. */
  readonly tolerance: number;
};

/**
 * Gives every network to whichever of two executors on one device runs it faster: both are timed in turn when a network
 * is met for the first time, and the winner is remembered. So no device is served worse than by stock tfjs, nor by own
 * kernels that it gets wrong.
 */
export function fasterOf(own: Executor, stock: Executor, { kept, tolerance }: FasterOptions): Executor {
  return {
    ...own,
    compile: async (graph, tensors, onProgress, signal) => {
      const shape = networkShape(graph);
      const known = (await kept.recall()).get(shape);
      const ours = known?.kernel === stockKernels ? null : await own.compile(graph, tensors, onProgress, signal);
      if (ours !== null && (!ours.ok || known !== undefined || signal?.aborted === true)) {
        return ours.ok && known !== undefined ? success(withKernel(ours.value, known)) : ours;
      }
      const theirs = await stock.compile(graph, tensors, onProgress, signal);
      if (!theirs.ok) return ours ?? theirs;
      if (ours === null) return success(known === undefined ? theirs.value : withKernel(theirs.value, known));
      const found = await winner(shape, ours.value, theirs.value, tolerance);
      if (found !== null) await kept.keep([found]);
      const [chosen, other] = found?.kernel === stockKernels ? [theirs, ours] : [ours, theirs];
      other.value.dispose();
      return success(found === null ? chosen.value : withKernel(chosen.value, found));
    },
  };
}

function withKernel(network: CompiledNetwork, kernel: TunedKernel): CompiledNetwork {
  return { ...network, tuned: [kernel, ...(network.tuned ?? [])] };
}

/** Null when one of the two does not run. */
async function winner(
  shape: string,
  ours: CompiledNetwork,
  theirs: CompiledNetwork,
  tolerance: number,
): Promise<TunedKernel | null> {
  const image = new Float32Array(elementCount(ours.graph.input.shape)).map((_, at) => Math.sin(at * 0.37));
  const shortest = { [ownKernels]: Infinity, [stockKernels]: Infinity };
  const logits = new Map<string, Float32Array>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, network] of [[ownKernels, ours] as const, [stockKernels, theirs] as const]) {
      const output = await network.run(image);
      if (!output.ok) return null;
      const ms = output.value.inferenceMs + output.value.readbackMs;
      logits.set(name, output.value.logits);
      if (round > 0) shortest[name] = Math.min(shortest[name], ms);
    }
  }
  if (!agrees(logits.get(ownKernels) ?? image, logits.get(stockKernels) ?? image, tolerance)) {
    return {
      shape,
      kernel: stockKernels,
      timesMs: { [stockKernels]: shortest[stockKernels] },
      wrong: [ownKernels],
    };
  }
  const kernel = shortest[stockKernels] < shortest[ownKernels] ? stockKernels : ownKernels;
  return { shape, kernel, timesMs: shortest };
}

/** Tells one network from another, whatever its weights. */
function networkShape({ nodes }: Graph): string {
  const text = JSON.stringify(nodes.map(({ id, op, shape }) => [id, op, shape]));
  return `whole network, ${nodes.length} nodes, ${hashOf(text).toString(16)}`;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
