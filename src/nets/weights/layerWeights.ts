import type { Node } from '../graph';
import type { TensorValue, TensorValues } from './tensorValue';

/** The weights of one layer with batch norm folded, in PyTorch's axis order; null where the layer has none. */
export type LayerWeights = { readonly weight: TensorValue | null; readonly bias: TensorValue | null };

/** The weights of a node of `foldedGraph`, out of `foldedTensors`. */
export function layerWeightsOf({ id }: Pick<Node, 'id'>, tensors: TensorValues): LayerWeights {
  return { weight: tensors.get(`${id}.weight`) ?? null, bias: tensors.get(`${id}.bias`) ?? null };
}
