import type { Cost, LayerCost } from './cost';

/** The cost of a group of layers, absolute and as a share of the network. */
export type Share<K extends string> = {
  readonly group: K;
  /** Number of nodes with weights in the group. */
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
 * The cost of a network by groups of layers, in order of their first layer. Layers without a group (undefined) count
 * only in the total.
 * @param paramsOf which params of a layer count; all by default
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
