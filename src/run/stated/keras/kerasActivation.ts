import type { JsonValue } from '../../formats/bytes/json';
import { fieldOf, numberIn, textIn } from '../../formats/bytes/jsonFields';
import type { KerasOperator } from '../../formats/keras/kerasModel';
import { statedNode } from '../statedNode';
import type { StatedNode } from '../statedGraph';
import type { KerasCall } from './kerasCall';

/** Names of Keras, TensorFlow and JAX for the app's activations. */
const functions: ReadonlyMap<string, string> = new Map([
  ['relu', 'relu'],
  ['relu6', 'relu6'],
  ['sigmoid', 'sigmoid'],
  ['swish', 'swish'],
  ['silu', 'swish'],
  ['hard_swish', 'hardSwish'],
  ['hard_silu', 'hardSwish'],
]);

/** A node after the activation that a layer names in its config, if it names one. */
export function activationAfter(
  from: StatedNode,
  operator: KerasOperator,
  activation: JsonValue | undefined,
  { version }: Pick<KerasCall, 'version'>,
): StatedNode {
  const name = nameOf(activation);
  if (name === 'linear') return from;
  if (name === 'softmax') return statedNode(operator.name, { kind: 'softmax' }, [from]);
  // Up to Keras 2 it was 0.2 x + 0.5 between 0 and 1; tfjs has kept that.
  if (name === 'hard_sigmoid' && version.startsWith('3')) {
    return statedNode(operator.name, { kind: 'activation', function: 'hardSigmoid' }, [from]);
  }
  return statedNode(operator.name, { kind: 'activation', function: functions.get(name) ?? name }, [from]);
}

/** `relu`, or an object around the name of a function, as for `relu6`. */
function nameOf(activation: JsonValue | undefined): string {
  if (activation === undefined || activation === null) return 'linear';
  const own = textIn(activation) ?? textIn(fieldOf(activation, 'config'));
  if (own !== undefined) return own;
  const kind = textIn(fieldOf(activation, 'class_name')) ?? 'unknown';
  return kind === 'ReLU' ? reluName(fieldOf(activation, 'config')) : kind;
}

/** What a ReLU layer computes: its limits may be those of another function. */
export function reluName(config: JsonValue | undefined): string {
  const number = (key: string) => numberIn(fieldOf(config, key)) ?? 0;
  const [slope, threshold] = [number('negative_slope'), number('threshold')];
  const largest = numberIn(fieldOf(config, 'max_value'));
  if (slope !== 0 || threshold !== 0) return `ReLU with slope ${slope} below ${threshold}`;
  return largest === undefined ? 'relu' : largest === 6 ? 'relu6' : `ReLU up to ${largest}`;
}
