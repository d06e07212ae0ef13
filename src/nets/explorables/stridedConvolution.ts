import { conv, input } from '../build';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/** One convolution on a map small enough to see its window stop, at any stride and padding, compared with stride 1. */
export const stridedConvolution = defineExplorable({
  id: 'stride',
  knobs: {
    resolution: { kind: 'number', default: 8, values: steps(7, 16) },
    kernel: { kind: 'number', default: 3, values: [1, 3, 5, 7] },
    stride: { kind: 'number', default: 2, values: [1, 2, 3, 4] },
    padding: { kind: 'choice', default: 'symmetric', values: ['symmetric', 'valid'] },
  },
  block: convNode,
  replaced: (values) => convNode({ ...values, stride: 1 }),
});

type Values = {
  readonly resolution: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: 'symmetric' | 'valid';
};

function convNode({ resolution, kernel, stride, padding }: Values) {
  const map = input({ height: resolution, width: resolution, channels: 16 });
  return conv('conv', map, { outChannels: 32, kernel, stride, padding });
}
