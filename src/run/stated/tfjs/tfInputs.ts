import type { TfAttribute } from '../../formats/tfjs/tfGraph';
import type { StoredTensor } from '../../weights/stateDict';
import type { StatedNode } from '../statedGraph';

/** What an op of TensorFlow reads. */
export type TfInputs = {
  /** The first map. */
  readonly from: StatedNode;
  readonly maps: readonly StatedNode[];
  readonly constants: readonly StoredTensor[];
  /** Whether a constant comes before the map. */
  readonly isFlipped: boolean;
};

/** The values of a constant that describes axes or paddings; none of one that is too long for that. */
export function shortValues(constant: StoredTensor | undefined): readonly number[] {
  const count = constant?.shape.reduce((product, size) => product * size, 1) ?? 0;
  return constant === undefined || count > 16 ? [] : [...constant.data];
}

/** An attribute as a list of numbers; empty for any other. */
export function numbersOf(attribute: TfAttribute | undefined): readonly number[] {
  if (typeof attribute !== 'object') return [];
  return attribute.flatMap((item) => (typeof item === 'number' ? [item] : []));
}
