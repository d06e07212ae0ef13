import { inputOf, type Graph, type Node } from '../../nets/graph';
import { shortened } from '../formats/bytes/refusal';
import type { StatedModules, StatedPool } from './checkpointLayers';
import { savesWeights } from './statedModules';

/**
 * The first module of a network saved whole that says something else than the graph, as a sentence with the way out:
 * another activation, pool or residual sum, or another number of them. Undefined if they agree.
 */
export function moduleMisfit(graph: Graph, stated: StatedModules): string | undefined {
  const found = activationMisfit(graph, stated) ?? poolMisfit(graph, stated) ?? sumMisfit(graph, stated);
  return found === undefined ? undefined : `the modules of the file: ${found}; ${savesWeights}`;
}

function activationMisfit({ nodes }: Graph, { activations, mayCall }: StatedModules): string | undefined {
  const wanted = nodes.flatMap(({ op }) => (op.kind === 'activation' ? [op.function] : []));
  if (activations.length === 0 && mayCall) return undefined;
  const other = activations.findIndex(({ function: got }, index) => got !== wanted[index]);
  const [got, own] = [activations[other], wanted[other]];
  if (got !== undefined && own !== undefined) {
    return `another activation at ${shortened(got.path)} (got ${got.function}, wanted ${own})`;
  }
  if (activations.length === wanted.length) return undefined;
  if (mayCall && isShared(activations, wanted)) return undefined;
  return `another number of activations (got ${activations.length}, wanted ${wanted.length})`;
}

/** Whether one module of the only kind of activation may stand for several: code can call it again and again. */
function isShared(activations: StatedModules['activations'], wanted: readonly string[]): boolean {
  return new Set(wanted).size === 1 && activations.length < wanted.length;
}

function poolMisfit({ nodes }: Graph, { pools, isInception, mayCall }: StatedModules): string | undefined {
  const globals = nodes.filter(({ op }) => op.kind === 'globalAveragePool');
  const windows = nodes.filter(({ op }) => op.kind === 'maxPool' || op.kind === 'averagePool');
  // Those inside its blocks are functions.
  const wanted = isInception ? windows.slice(0, 2) : windows;
  const isWhole = (pool: StatedPool): boolean =>
    pool.op === 'averagePool' && pool.padding === 0 && pool.kernel === lastSide(globals);
  const whole = pools.filter((pool) => (pool.op === 'adaptive' && pool.side === 1) || isWhole(pool));
  if (whole.length > globals.length) {
    return `another number of global average pools (got ${whole.length}, wanted ${globals.length})`;
  }
  const flattened = nodes.find(({ op }) => op.kind === 'flatten');
  const mapSide = flattened === undefined ? 1 : inputOf(flattened).shape.height;
  const resized = pools.find(({ op, side }) => op === 'adaptive' && side !== 1 && side !== mapSide);
  if (resized !== undefined) return `a pool at ${shortened(resized.path)} to ${String(resized.side)} rows`;
  const got = pools.filter((pool) => pool.op !== 'adaptive' && !isWhole(pool));
  if (got.length === 0 && mayCall) return undefined;
  const other = got.find((pool, index) => {
    const node = wanted[index];
    return node !== undefined && !isSamePool(pool, node);
  });
  if (other !== undefined) return `a pool that the network has otherwise, at ${shortened(other.path)}`;
  if (got.length === wanted.length) return undefined;
  return `another number of pools (got ${got.length}, wanted ${wanted.length})`;
}

function lastSide(globals: readonly Node[]): number | undefined {
  const last = globals.at(-1);
  return last === undefined ? undefined : inputOf(last).shape.height;
}

function isSamePool({ op, kernel = 0, stride = 1, padding = 0, isCeil }: StatedPool, node: Node): boolean {
  const wanted = node.op;
  if (wanted.kind !== 'maxPool' && wanted.kind !== 'averagePool') return false;
  const { height } = inputOf(node).shape;
  const steps = (height + 2 * padding - kernel) / stride;
  const ceiled = Math.ceil(steps) + 1;
  // As in PyTorch, the last window begins on the map or before it.
  const most = (ceiled - 1) * stride >= height + padding ? ceiled - 1 : ceiled;
  const isOwn = op === wanted.kind && kernel === wanted.kernel && stride === wanted.stride;
  const isAt = padding === wanted.padding.top && padding === wanted.padding.left;
  return isOwn && isAt && node.shape.height === (isCeil === true ? most : Math.floor(steps) + 1);
}

function sumMisfit({ nodes }: Graph, { sums }: StatedModules): string | undefined {
  const wanted = nodes.filter(({ op }) => op.kind === 'add').length;
  if (sums === undefined || sums === wanted) return undefined;
  return `another number of blocks that add their input (got ${sums}, wanted ${wanted})`;
}
