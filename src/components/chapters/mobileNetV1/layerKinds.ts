import { builtGraph } from '../../../nets/models/model';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { inputOf } from '../../../nets/graph';
import type { ConvFlavour } from '../../../nets/op';
import { convFlavour, hasTrait } from '../../../nets/op';
import { costOf, type LayerCost } from '../../../nets/readings/cost';
import { sharesOf } from '../../../nets/readings/shares';

export type LayerKind = ConvFlavour | 'fullyConnected';

/** The kind of a layer with weights. */
export function layerKindOf({ node }: LayerCost): LayerKind | undefined {
  if (!hasTrait(node.op, 'isWeightLayer')) return undefined;
  return node.op.kind === 'conv' ? convFlavour(node.op, inputOf(node).shape.channels) : node.op.kind;
}

/** The share of the whole network's multiply-adds that the layers of a kind have, 0 to 1. */
export function macShareOf(kind: LayerKind): number {
  const shares = sharesOf(costOf(builtGraph(mobileNetV1)), layerKindOf);
  return shares.find(({ group }) => group === kind)?.macsShare ?? 0;
}
