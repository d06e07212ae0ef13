import type { Node } from '../../../nets/graph';
import type { SeenMaps } from './seen';

/** The magnitude of the strongest colour of each channel. */
export type SharedLimits = Float32Array;

/**
 * One scale for each channel wherever maps are added or gated: the inputs of a sum and the sum, a map before and after its gate.
 * A closed gate then fades its map, and a sum is compared with what it adds.
 * @returns by the id of each such tensor
 */
export function sharedLimits(nodes: readonly Node[], maps: SeenMaps): ReadonlyMap<string, SharedLimits> {
  const shared = new Map<string, SharedLimits>();
  for (const node of nodes) {
    if (node.op.kind !== 'add' && node.op.kind !== 'scale') continue;
    const row = (node.op.kind === 'add' ? [...node.inputs, node] : [...node.inputs.slice(0, 1), node]).map(
      ({ id }) => id,
    );
    const limits = Float32Array.from({ length: node.shape.channels }, (_, channel) =>
      Math.max(...row.map((id) => maps.get(id)?.maps.limits[channel] ?? 0)),
    );
    for (const id of row) shared.set(id, limits);
  }
  return shared;
}
