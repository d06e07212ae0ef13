import { knownIntegersOf, meanOver, viewOperand, type Lowered } from '../operand';
import type { StatedOp } from '../statedGraph';
import { statedNode } from '../statedNode';
import { mapOf, mapView } from '../view';
import { listIn, numberIn, pairIn, viewAt, windowIn, type Lower, type OnnxOp } from './onnxOp';

/** Pools, and means that are global pools. */
export const poolOps: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['MaxPool', (op) => pooled(op, (pool) => ({ kind: 'maxPool', ...pool }))],
  [
    'AveragePool',
    (op) =>
      pooled(op, (pool) => ({ kind: 'averagePool', ...pool, countsPadding: numberIn(op, 'count_include_pad') === 1 })),
  ],
  ['GlobalAveragePool', globalPool],
  ['ReduceMean', mean],
]);

type Pool = Omit<Extract<StatedOp, { readonly kind: 'maxPool' }>, 'kind'>;

function pooled(op: OnnxOp, stated: (pool: Pool) => StatedOp): Lowered {
  const view = viewAt(op, 0);
  const map = view && mapOf(view, 'channelsFirst');
  const window = windowIn(op);
  if (map === undefined || window === undefined || listIn(op, 'kernel_shape')?.length !== 2) return undefined;
  const pool = { ...window, kernel: pairIn(op, 'kernel_shape'), isCeil: numberIn(op, 'ceil_mode') === 1 };
  return viewOperand(mapView(statedNode(op.name, stated(pool), [map]), 'channelsFirst'));
}

function globalPool(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  const map = view && mapOf(view, 'channelsFirst');
  return map && viewOperand(mapView(statedNode(op.name, { kind: 'globalAveragePool' }, [map]), 'channelsFirst'));
}

function mean(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  const axes = listIn(op, 'axes') ?? knownIntegersOf(op.inputs[1]);
  return view && axes && meanOver(op.name, view, axes, (numberIn(op, 'keepdims') ?? 1) === 1);
}
