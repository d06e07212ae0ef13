import type { Graph } from '../../nets/graph';
import { elementCount } from '../../nets/op';
import { success } from '../../nets/result';
import type { CompiledNetwork, Executor, TunedKernel } from '../device/executor';
import { agrees } from './agrees';
import type { TuningMemory } from './tuningMemory';

/** An executor, with the name that is stored and shown for it. */
export type Contender = { readonly name: string; readonly executor: Executor };

/** Timed runs per contender, after one warm-up. */
const rounds = 3;

export type FasterOptions = {
  /** Stores the winners. */
  readonly kept: TuningMemory;
  /** Max difference between the two contenders' logits, relative to the largest. */
  readonly tolerance: number;
};

/**
 * Runs every network on the faster of two executors on one device. The first time a network is compiled, both run it in
 * turn, and the winner is stored. The second is the reference for results: with stock tfjs as the second, no device
 * runs slower than stock tfjs, or with kernels that it computes wrongly.
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
      const found = await measureWinner(shape, [first.name, ours.value], [second.name, theirs.value], tolerance);
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

/** Runs both networks in turn. Null when one of them fails. */
async function measureWinner(
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

/** Identifies a network's structure, regardless of its weights. */
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
