/** A layer's dispatches: `from` to `to` (exclusive). */
export type LayerDispatches = { readonly ids: readonly string[]; readonly from: number; readonly to: number };

/**
 * Groups dispatches that compute the same nodes. A copy computes none: it lays a map out for the next dispatch, and
 * belongs to that one.
 * @param idsOf the nodes that each dispatch computes, in order
 */
export function dispatchesByLayer(idsOf: readonly (readonly string[])[]): readonly LayerDispatches[] {
  const layers: LayerDispatches[] = [];
  let from = 0;
  for (const [index, ids] of idsOf.entries()) {
    const last = layers.at(-1);
    if (ids.length === 0) continue;
    if (last !== undefined && last.ids.every((id) => ids.includes(id))) {
      layers.splice(-1, 1, { ids, from: last.from, to: index + 1 });
    } else layers.push({ ids, from, to: index + 1 });
    from = index + 1;
  }
  const last = layers.at(-1);
  if (last !== undefined) layers.splice(-1, 1, { ...last, to: idsOf.length });
  return layers;
}
