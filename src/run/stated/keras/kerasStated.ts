import { fieldOf, itemsIn, numberIn, textIn } from '../../formats/bytes/jsonFields';
import type { KerasModel, KerasOperator } from '../../formats/keras/kerasModel';
import { UnstatedNetwork } from '../unstatedNetwork';
import { statedGraphOf } from '../statedGraphOf';
import { statedInput } from '../statedNode';
import type { Size, StatedGraph, StatedNode } from '../statedGraph';
import { activationAfter } from './kerasActivation';
import type { KerasCall } from './kerasCall';
import { kerasArithmetic } from './kerasArithmetic';
import { kerasWeightLayer } from './kerasWeightLayer';
import { kerasShaping } from './kerasShaping';

/** The network that the config of a Keras model states, with its weights. */
export function kerasStated(model: KerasModel): StatedGraph {
  const values: StatedNode[] = [];
  for (const operator of model.operators) {
    const inputs = operator.inputs.flatMap((input) => ('operator' in input ? (values[input.operator] ?? []) : []));
    values.push(statedOperator(operator, { inputs, values, version: model.version }));
  }
  const output = values[model.output];
  const graph = output && statedGraphOf(output);
  if (graph === undefined) throw new UnstatedNetwork('model_config', 'a network that reads no image');
  return graph;
}

function statedOperator(operator: KerasOperator, call: KerasCall): StatedNode {
  if (operator.kind === 'InputLayer') return inputOf(operator);
  const [from] = call.inputs;
  if (from === undefined) throw new UnstatedNetwork(operator.name, `${operator.kind} without an input`);
  checkConfig(operator);
  const weighted = kerasWeightLayer(operator, from);
  if (weighted !== undefined) return activationAfter(weighted, operator, fieldOf(operator.config, 'activation'), call);
  return kerasShaping(operator, from, call) ?? kerasArithmetic(operator, from, call);
}

function inputOf({ name, config }: KerasOperator): StatedNode {
  const shape = itemsIn(config.get('batch_shape') ?? config.get('batch_input_shape'));
  const size = (axis: number): Size => numberIn(shape[axis]) ?? null;
  return statedInput(name, { height: size(1), width: size(2), channels: size(3) });
}

/** What changes the meaning of any layer: the order of axes, and weights in another form than plain numbers. */
function checkConfig({ name, config }: KerasOperator): void {
  if (config.get('data_format') === 'channels_first') {
    throw new UnstatedNetwork(name, 'maps with the channels first (wanted data_format channels_last)');
  }
  const policy = config.get('dtype');
  const words = [policy, fieldOf(policy, 'class_name'), fieldOf(policy, 'config', 'name')].map(textIn).join(' ');
  if (/Quantized|int8|float8|int4/i.test(words) || config.get('quantization_config') instanceof Map) {
    throw new UnstatedNetwork(name, "weights that Keras quantised: save the model before model.quantize('int8')");
  }
  if (numberIn(config.get('lora_rank')) !== undefined) {
    throw new UnstatedNetwork(name, 'LoRA weights: merge them, or save the model without enable_lora');
  }
}
