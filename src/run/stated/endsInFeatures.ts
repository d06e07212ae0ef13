import type { StatedGraph } from './statedGraph';

/** Ops that no network ends in whose outputs are classes. */
const inner: ReadonlySet<string> = new Set(['batchNorm', 'add', 'concat', 'maxPool']);

/**
 * Whether a network ends before a classifier: in a map or its averages, as Keras' `include_top=False` and `num_classes=0`
 * of timm leave it.
 */
export function endsInFeatures({ output: { op, inputs } }: StatedGraph): boolean {
  const [from] = inputs;
  if (inner.has(op.kind)) return true;
  if (op.kind === 'activation') return from?.op.kind !== 'fullyConnected';
  if (op.kind !== 'globalAveragePool' && op.kind !== 'flatten') return false;
  // SqueezeNet averages its classes, which a convolution with a bias computes.
  return from?.op.kind !== 'activation' || from.inputs[0]?.op.kind === 'batchNorm';
}
