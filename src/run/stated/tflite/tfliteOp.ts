import type { TfliteActivation, TfliteOperator, TfliteOptions } from '../../formats/tflite/tfliteOperator';
import type { StoredTensor } from '../../weights/stateDict';
import { activated } from '../activated';
import type { Lowered, Operand } from '../operand';
import type { View } from '../view';

/** An operator of a TensorFlow Lite file with what it reads. */
export type TfliteOp = {
  /** The name of its result: operators have none. */
  readonly name: string;
  readonly operator: TfliteOperator;
  readonly inputs: readonly (Operand | undefined)[];
};

/** What an operator gives; undefined for one that has no word here. */
export type Lower = (op: TfliteOp) => Lowered | readonly Lowered[];

export function viewAt({ inputs }: TfliteOp, index: number): View | undefined {
  const operand = inputs[index];
  return operand?.kind === 'view' ? operand.view : undefined;
}

export function constantAt({ inputs }: TfliteOp, index: number): StoredTensor | undefined {
  const operand = inputs[index];
  return operand?.kind === 'constant' ? operand.tensor : undefined;
}

/** The options of an operator, if they are of this kind. */
export function optionsOf<K extends TfliteOptions['kind']>(
  { operator: { options } }: TfliteOp,
  kind: K,
): Extract<TfliteOptions, { readonly kind: K }> | undefined {
  return options !== undefined && isOfKind(options, kind) ? options : undefined;
}

function isOfKind<K extends TfliteOptions['kind']>(
  options: TfliteOptions,
  kind: K,
): options is Extract<TfliteOptions, { readonly kind: K }> {
  return options.kind === kind;
}

/** The result with the activation that is fused into the operator. */
export function withFused(op: TfliteOp, lowered: Lowered): Lowered {
  const { options } = op.operator;
  const fused = options !== undefined && 'activation' in options ? options.activation : 'none';
  if (lowered?.kind !== 'view' || fused === 'none') return lowered;
  return activated(op.name, lowered.view, fusedNames[fused], () => undefined);
}

const fusedNames: Readonly<Record<Exclude<TfliteActivation, 'none'>, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  'relu-1-to-1': 'clip to -1..1',
  tanh: 'Tanh',
  sign: 'Sign',
};
