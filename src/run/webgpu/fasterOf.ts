import type { Graph } from '../../nets/graph';
import { elementCount } from '../../nets/op';
import { success } from '../../nets/result';
import type { CompiledNetwork, Executor, TunedKernel } from '../device/executor';
import { agrees } from './agreement';
import type { TuningMemory } from './tuningMemory';

/** An executor with the name under which it is remembered, and shown. */
export type Contender = { readonly name: string; readonly executor: Executor };

/** Runs of each that count, after one that pays for what is set up late. */
const rounds = 3;

export type FasterOptions = {
  /** Where winners are remembered. */
  readonly kept: TuningMemory;
  /** How far the first one's logits may be from the second one's, as a share of the largest. */
  readonly tolerance: number;
};

/**
 * Gives every network to whichever of two executors on one device runs it faster: both are timed in turn when a network
 * is met for the first time, and the winner is remembered. The second is the one that is known to be right. So with stock
 * tfjs as the second no device is served worse than by that, nor by own kernels that it gets wrong.
 */
export function fasterOf(first: Contender, second: Contender, { kept, tolerance }: FasterOptions): Executor {
  return {
    ...first.executor,
    compile: async (graph, tensors, onProgress, signal) => {
      const shape = `${networkShape(graph)}: ${first.name} or ${second.name}`;
      const known = (await kept.recall()).get(shape);
      const ours =
        known?.kernel === second.name ? null : await first.executor.compile(graph, tensors, onProgress, signal);
      if (ours !== null && (!ours.ok || known !== undefined || signal?.aborted === true)) {
        return ours.ok && known !== undefined ? success(withKernel(ours.value, known)) : ours;
      }
      if (ours?.value.missingKernel !== undefined) return ours;
      const theirs = await second.executor.compile(graph, tensors, onProgress, signal);
      if (!theirs.ok) return ours ?? theirs;
      if (ours === null) return success(known === undefined ? theirs.value : withKernel(theirs.value, known));
      const found = await winner(shape, [first.name, ours.value], [second.name, theirs.value], tolerance);
      if (found !== null) await kept.keep([found]);
      const [chosen, other] = found?.kernel === second.name ? [theirs, ours] : [ours, theirs];
      other.value.dispose();
      return success(found === null ? chosen.value : withKernel(chosen.value, found));
    },
  };
}

function withKernel(network: CompiledNetwork, kernel: TunedKernel): CompiledNetwork {
  return { ...network, tuned: [kernel, ...(network.tuned ?? [])] };
}

type NamedNetwork = readonly [name: string, network: CompiledNetwork];

/** Null when one of the two does not run. */
async function winner(
  shape: string,
  first: NamedNetwork,
  second: NamedNetwork,
  tolerance: number,
): Promise<TunedKernel | null> {
  const image = new Float32Array(elementCount(first[1].graph.input.shape)).map((_, at) => Math.sin(at * 0.37));
  const shortest = new Map<string, number>();
  const logits = new Map<string, Float32Array>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, network] of [first, second]) {
      const output = await network.run(image);
      if (!output.ok) return null;
      const ms = output.value.inferenceMs + output.value.readbackMs;
      logits.set(name, output.value.logits);
      if (round > 0) shortest.set(name, Math.min(shortest.get(name) ?? Infinity, ms));
    }
  }
  const [[ours], [theirs]] = [first, second];
  const timeOf = (name: string): number => shortest.get(name) ?? Infinity;
  if (!agrees(logits.get(ours) ?? image, logits.get(theirs) ?? image, tolerance)) {
    return { shape, kernel: theirs, timesMs: { [theirs]: timeOf(theirs) }, wrong: [ours] };
  }
  return { shape, kernel: timeOf(theirs) < timeOf(ours) ? theirs : ours, timesMs: Object.fromEntries(shortest) };
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
