import type { Cost, LayerCost } from './cost';

/** What a group of layers costs, in numbers and as a part of the whole. */
export type Share<K extends string> = {
  readonly group: K;
  /** How many nodes of the group have weights. */
  readonly layers: number;
  readonly params: number;
  readonly macs: number;
  readonly memoryAccess: number;
  /** Fractions of the network's params, multiply-adds and memory access cost. */
  readonly paramsShare: number;
  readonly macsShare: number;
  readonly memoryAccessShare: number;
};

/**
 * The cost of a network, divided among groups of its layers, in the order in which the groups first appear. Layers that
 * `groupOf` leaves out (undefined) count in the whole only. `paramsOf` says which params are meant; all, unless told.
 */
export function sharesOf<K extends string>(
  cost: Cost,
  groupOf: (layer: LayerCost) => K | undefined,
  paramsOf: (layer: LayerCost) => number = (layer) => layer.params,
): readonly Share<K>[] {
  const groups = new Map<K, LayerCost[]>();
  for (const layer of cost.layers) {
    const group = groupOf(layer);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), layer]);
  }
  const allParams = sum(cost.layers, paramsOf);
  return [...groups].map(([group, members]) => {
    const params = sum(members, paramsOf);
    const macs = sum(members, (layer) => layer.macs);
    const memoryAccess = sum(members, (layer) => layer.memoryAccess);
    return {
      group,
      layers: members.filter((layer) => layer.macs > 0).length,
      params,
      macs,
      memoryAccess,
      paramsShare: params / allParams,
      macsShare: macs / cost.macs,
      memoryAccessShare: memoryAccess / cost.memoryAccess,
    };
  });
}

function sum(layers: readonly LayerCost[], figure: (layer: LayerCost) => number): number {
  return layers.reduce((total, layer) => total + figure(layer), 0);
}
