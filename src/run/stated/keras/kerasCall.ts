import type { JsonValue } from '../../formats/bytes/json';
import type { KerasInput, KerasOperator } from '../../formats/keras/kerasModel';
import type { StatedNode } from '../statedGraph';

/** What an operator is called with. */
export type KerasCall = {
  /** The maps among its inputs. */
  readonly inputs: readonly StatedNode[];
  /** The values of all operators before it. */
  readonly values: readonly StatedNode[];
  /** Of Keras; `hard_sigmoid` changed with version 3. */
  readonly version: string;
};

/** The constant among the inputs or named arguments of an operation, with whether it comes first. */
export function constantOf({
  inputs,
  named,
}: KerasOperator): { readonly value: JsonValue; readonly isFirst: boolean } | undefined {
  const place = inputs.findIndex((input) => 'constant' in input);
  const constant = (input: KerasInput | undefined) =>
    input !== undefined && 'constant' in input ? input.constant : undefined;
  const own = constant(inputs[place]);
  if (own !== undefined) return { value: own, isFirst: place === 0 };
  for (const key of ['y', 'b', 'x2', 'divisor']) {
    const value = constant(named.get(key));
    if (value !== undefined && value !== null) return { value, isFirst: false };
  }
  return undefined;
}
