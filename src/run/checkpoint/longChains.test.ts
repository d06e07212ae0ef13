import { expect, test } from 'vitest';
import { lazyTensor } from '../formats/bytes/namedTensor';
import type { KerasInput, KerasOperator } from '../formats/keras/kerasModel';
import type { OnnxAttribute, OnnxNode } from '../formats/onnx/onnx';
import type { TensorFile } from '../formats/parseTensorFile';
import type { TfliteOperator } from '../formats/tflite/tfliteOperator';
import type { TfNode } from '../formats/tfjs/tfGraph';
import { recognise } from './recognise';

const length = 50_000;

function tensor(name: string, ...shape: readonly number[]) {
  const count = shape.reduce((product, size) => product * size, 1);
  return lazyTensor(name, shape, () => new Float32Array(count).fill(0.5));
}

/** `link` with 50,000 places, each reading the one before it: the first reads `v0`, the last gives `v50000`. */
function chain<Link>(link: (from: string, to: string, place: number) => Link): readonly Link[] {
  return Array.from({ length }, (_, place) => link(`v${place}`, `v${place + 1}`, place));
}

type Ops = readonly (readonly [opType: string, ...others: readonly string[]])[];

/** A convolution, a chain of these ops by turns, and a classifier. `$` stands for what the op before gave. */
function onnxChain(ops: Ops, isBeside = false): TensorFile {
  const node = (opType: string, inputs: readonly string[], output: string, perm?: readonly number[]): OnnxNode => ({
    ...{ name: '', domain: '', opType, inputs, outputs: [output] },
    attributes: new Map<string, OnnxAttribute>(perm && [['perm', perm]]),
  });
  const links = chain((from, to, place) => {
    const [opType, ...inputs] = ops[place % ops.length] ?? ['Relu', '$'];
    const names = inputs.map((input) => (input === '$' ? from : input));
    return node(opType, names, to, opType === 'Transpose' ? [0, 1, 3, 2] : undefined);
  });
  const joint = isBeside ? [node('Add', ['one', `v${length}`], 'sum'), node('Mul', ['v', 'sum'], 'end')] : [];
  return {
    ...{ format: 'onnx', inputs: ['image'], outputs: ['logits'], metadata: new Map<string, string>() },
    tensors: [
      tensor('stem', 32, 3, 3, 3),
      tensor('head', 10, 32, 1, 1),
      tensor('one'),
      ...[tensor('v0')].slice(isBeside ? 0 : 1),
    ],
    nodes: [
      node('Conv', ['image', 'stem'], isBeside ? 'v' : 'v0'),
      ...links,
      ...joint,
      node('Conv', [isBeside ? 'end' : `v${length}`, 'head'], 'logits'),
    ],
    declared: new Map([['image', { sizes: [1, 3, 64, 64], dataType: 1 }]]),
  };
}

function tfliteChain(name: string, isTwice: boolean): TensorFile {
  const operator = (kind: string, inputs: readonly string[], output: string): TfliteOperator => ({
    ...{ name: kind, inputs, outputs: [output] },
    ...(kind === 'CONV_2D' && {
      options: { kind: 'conv2d', padding: 'same', stride: [1, 1], dilation: [1, 1], activation: 'none' } as const,
    }),
  });
  return {
    ...{ format: 'tflite', inputs: ['image'], outputs: ['logits'], texts: new Map<string, string>() },
    tensors: [tensor('stem', 32, 3, 3, 3), tensor('head', 10, 1, 1, 32)],
    values: [{ name: 'image', shape: [1, 64, 64, 3], type: 'F32' }],
    operators: [
      operator('CONV_2D', ['image', 'stem'], 'v0'),
      ...chain((from, to) => operator(name, isTwice ? [from, from] : [from], to)),
      operator('CONV_2D', [`v${length}`, 'head'], 'logits'),
    ],
  };
}

function graphModelChain(op: string, isTwice: boolean): TensorFile {
  const window = new Map<string, string | readonly number[]>([
    ['strides', [1, 1, 1, 1]],
    ['padding', 'SAME'],
  ]);
  const node = (name: string, kind: string, ...inputs: readonly string[]): TfNode => ({
    ...{ name, op: kind, inputs },
    attributes:
      kind === 'Conv2D'
        ? window
        : new Map<string, readonly number[]>(kind === 'Placeholder' ? [['shape', [1, 64, 64, 3]]] : []),
  });
  const nodes = [
    ...[
      node('image', 'Placeholder'),
      node('stem', 'Const'),
      node('head', 'Const'),
      node('v0', 'Conv2D', 'image', 'stem'),
    ],
    ...chain((from, to) => (isTwice ? node(to, op, from, from) : node(to, op, from))),
    node('logits', 'Conv2D', `v${length}`, 'head'),
  ];
  return {
    ...{
      format: 'tfjs',
      isTeachableMachine: false,
      tensors: [tensor('stem', 3, 3, 3, 32), tensor('head', 1, 1, 32, 10)],
    },
    network: { graph: { nodes: nodes.toReversed(), outputs: ['logits'] } },
  };
}

function kerasChain(kind: string, config: ReadonlyMap<string, string>, isTwice: boolean): TensorFile {
  const operator = (name: string, own: string, inputs: readonly KerasInput[], more: Partial<KerasOperator> = {}) => ({
    ...{ name, kind: own, config, inputs, named: new Map<string, KerasInput>(), weights: [] },
    ...more,
  });
  const shape = new Map([['batch_shape', [null, 64, 64, 3]]]);
  const window = new Map([
    ['kernel_size', [3, 3]],
    ['strides', [1, 1]],
  ]);
  const operators: readonly KerasOperator[] = [
    operator('image', 'InputLayer', [], { config: shape }),
    operator('v0', 'Conv2D', [{ operator: 0 }], { config: window, weights: [tensor('stem', 3, 3, 3, 32)] }),
    ...chain((_, to, place) => {
      const from = { operator: place + 1 };
      return operator(to, kind, isTwice ? [from, from] : [from]);
    }),
    operator('logits', 'Conv2D', [{ operator: length + 1 }], {
      config: window,
      weights: [tensor('head', 3, 3, 32, 10)],
    }),
  ];
  return {
    ...{ format: 'keras', tensors: [], layers: [] },
    model: { operators, output: operators.length - 1, version: '3.9.0' },
  };
}

const relu = new Map([['activation', 'relu']]);

test.each([
  ['ONNX: activations', onnxChain([['Relu', '$']])],
  ['ONNX: sums with itself', onnxChain([['Add', '$', '$']])],
  [
    'ONNX: factors, sums and activations',
    onnxChain([
      ['Mul', '$', 'one'],
      ['Add', '$', 'one'],
      ['Clip', '$'],
      ['Relu', '$'],
    ]),
  ],
  [
    'ONNX: axes turned',
    onnxChain([
      ['Transpose', '$'],
      ['Relu', '$'],
    ]),
  ],
  ['ONNX: an op that no network has', onnxChain([['Resize', '$']])],
  [
    'ONNX: numbers computed from numbers',
    onnxChain(
      [
        ['Add', '$', 'one'],
        ['Neg', '$'],
        ['Cast', '$'],
      ],
      true,
    ),
  ],
  ['TensorFlow Lite: activations', tfliteChain('RELU', false)],
  ['TensorFlow Lite: sums with itself', tfliteChain('ADD', true)],
  ['TensorFlow.js: activations', graphModelChain('Relu', false)],
  ['TensorFlow.js: sums with itself', graphModelChain('AddV2', true)],
  ['Keras: activations', kerasChain('Activation', relu, false)],
  ['Keras: sums with itself', kerasChain('Add', new Map(), true)],
])('a chain of fifty thousand nodes is refused in a few seconds: %s', (_, file) => {
  const start = performance.now();
  const found = recognise(file, { fileName: 'chain' });
  expect(found.ok).toBe(false);
  // Ten times what it takes, for a machine that does other things; a walk that grows with the square takes minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
});
