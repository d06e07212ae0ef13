import type { TfNode } from '../../formats/tfjs/tfGraph';
import type { StoredTensor } from '../../weights/stateDict';
import { fromDepthwise, fromHwio, fromInOut } from '../axes';
import { statedNode } from '../statedNode';
import type { StatedNode } from '../statedGraph';
import { UnstatedNetwork } from '../unstatedNetwork';
import type { TfInputs } from './tfInputs';
import { windowOf } from './tfWindow';

/** A convolution or matrix product, with the bias and the activation that the converter has fused into it. */
export function tfWeightLayer(node: TfNode, { from, constants }: TfInputs): StatedNode {
  const { name, op } = node;
  const [weight, bias, ...more] = constants;
  if (weight === undefined) throw new UnstatedNetwork(name, 'weights that are computed');
  const fused = fusedOps(node);
  const [first, ...others] = fused;
  const activations = first === 'BiasAdd' ? others : fused;
  // Prelu and batch norm would bring weights of their own.
  if (more.length > 0 || activations.length > 1) throw new UnstatedNetwork(name, `${op} with ${fused.join(', ')}`);
  const layer = layerOf(node, from, weight, bias);
  const [activation] = activations;
  if (activation === undefined) return layer;
  const fn = activation === '_FusedHardSwish' ? 'hardSwish' : activation.toLowerCase();
  return statedNode(name, { kind: 'activation', function: fn }, [layer]);
}

function fusedOps({ attributes }: TfNode): readonly string[] {
  const fused = attributes.get('fused_ops');
  return typeof fused === 'object' ? fused.map(String) : [];
}

function layerOf(node: TfNode, from: StatedNode, weight: StoredTensor, bias: StoredTensor | undefined): StatedNode {
  const { name, op, attributes } = node;
  const axes = op.endsWith('MatMul') ? 2 : 4;
  if (weight.shape.length !== axes) {
    throw new UnstatedNetwork(weight.name, `axes of a weight (got ${weight.shape.length}, wanted ${axes})`);
  }
  if (axes === 2) {
    const matrix = attributes.get('transpose_b') === true ? weight : fromInOut(weight);
    return statedNode(name, { kind: 'fullyConnected', weight: matrix, ...(bias && { bias }) }, [from]);
  }
  const [, , inputs = 1] = weight.shape;
  if (op.includes('Depthwise')) {
    const parts = { weight: fromDepthwise(weight), groups: inputs, ...windowOf(node), ...(bias && { bias }) };
    return statedNode(name, { kind: 'conv', ...parts }, [from]);
  }
  const { channels } = from.shape;
  const groups = channels === null ? 1 : channels / inputs;
  const parts = { weight: fromHwio(weight), groups, ...windowOf(node), ...(bias && { bias }) };
  return statedNode(name, { kind: 'conv', ...parts }, [from]);
}
