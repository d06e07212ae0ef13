import { expect, test } from 'vitest';
import type { OnnxAttribute, OnnxFile, OnnxNode } from '../../formats/onnx/onnx';
import { typed, type OnnxTensor } from '../../formats/onnx/onnxTensor';
import { lazyTensor } from '../../formats/bytes/namedTensor';
import { statedOnnx } from './statedOnnx';

/** `NAME = OP inputs`, as a file would list it. */
function node(line: string, attributes: Readonly<Record<string, OnnxAttribute>> = {}): OnnxNode {
  const [output = '', , opType = '', ...inputs] = line.split(' ');
  const named = inputs.map((input) => (input === '_' ? '' : input));
  return {
    name: '',
    domain: '',
    opType,
    inputs: named,
    outputs: [output],
    attributes: new Map(Object.entries(attributes)),
  };
}

function tensor(name: string, type: 'F32' | 'I64', shape: readonly number[], values: readonly number[]): OnnxTensor {
  return typed(
    lazyTensor(name, shape, () => Float32Array.from(values)),
    type,
  );
}

const constants = [
  tensor(
    'weight',
    'F32',
    [4, 3, 3, 3],
    Array.from({ length: 108 }, () => 1),
  ),
  ...[0, 1, 2].map((value) => tensor(`${value}.0`, 'F32', [], [value])),
  ...[0, 2, 3].map((value) => tensor(`axis${value}`, 'I64', [], [value])),
  tensor('zeros', 'I64', [1], [4]),
  tensor('pairs', 'I64', [2], [-1, 2]),
  tensor('flat', 'I64', [1], [-1]),
  tensor('last', 'I64', [1], [-1]),
  tensor('least', 'I64', [1], [-(2 ** 63)]),
  tensor('first', 'I64', [1], [0]),
];

const conv = node('out = Conv padded weight', { strides: [2, 2] });

function fileOf(height: number, nodes: readonly OnnxNode[]): OnnxFile {
  return {
    format: 'onnx',
    tensors: constants,
    nodes,
    inputs: ['image'],
    outputs: ['out'],
    declared: new Map([['image', { sizes: [null, 3, height, 96], dataType: 1 }]]),
    metadata: new Map(),
  };
}

/** What timm's networks of TensorFlow pad by, as torch.onnx writes it: half of max((ceil(size / 2) - 1) * 2 + 3 - size, 0). */
function sidesOf(name: string, axis: number): readonly OnnxNode[] {
  return [
    node(`${name}.shape = Shape image`),
    node(`${name}.whole = Gather ${name}.shape axis${axis}`),
    node(`${name}.size = Cast ${name}.whole`, { to: 1 }),
    node(`${name}.half = Div ${name}.size 2.0`),
    node(`${name}.up = Ceil ${name}.half`),
    node(`${name}.less = Sub ${name}.up 1.0`),
    node(`${name}.steps = Mul ${name}.less 2.0`),
    node(`${name}.wide = Add ${name}.steps 2.0`),
    node(`${name}.reach = Add ${name}.wide 1.0`),
    node(`${name}.over = Sub ${name}.reach ${name}.size`),
    node(`${name}.all = Clip ${name}.over 0.0 _`),
    node(`${name}.mid = Div ${name}.all 2.0`),
    node(`${name}.before = Cast ${name}.mid`, { to: 7 }),
    node(`${name}.floor = Cast ${name}.before`, { to: 1 }),
    node(`${name}.behind = Sub ${name}.all ${name}.floor`),
    node(`${name}.a = Unsqueeze ${name}.before`, { axes: [0] }),
    node(`${name}.b = Unsqueeze ${name}.behind`, { axes: [0] }),
  ];
}

const padded = [
  ...sidesOf('x', 3),
  ...sidesOf('y', 2),
  node('own = Concat x.a x.b y.a y.b', { axis: 0 }),
  node('none = ConstantOfShape zeros', { value: [0] }),
  node('eight = Concat own none', { axis: 0 }),
  node('table = Reshape eight pairs'),
  node('back = Slice table last least first last'),
  node('turned = Transpose back', { perm: [1, 0] }),
  node('list = Reshape turned flat'),
  node('pads = Cast list', { to: 7 }),
  node('padded = Pad image pads 0.0', { mode: 'constant' }),
  conv,
];

test('pads that a file computes from the size of the image are those of TensorFlow', () => {
  const even = statedOnnx(fileOf(96, padded))?.output.op;
  expect(even).toMatchObject({ kind: 'conv', padding: { top: 0, left: 0, bottom: 1, right: 1 } });
  // Half of 97 is rounded up, so it is divided as a float.
  const odd = statedOnnx(fileOf(97, padded))?.output.op;
  expect(odd).toMatchObject({ kind: 'conv', padding: { top: 1, left: 0, bottom: 1, right: 1 } });
});

test('whole numbers divide towards zero', () => {
  const nodes = [
    node('sizes = Shape image'),
    node('height = Gather sizes axis2'),
    node('half = Div height axis2'),
    node('one = Unsqueeze half', { axes: [0] }),
    node('none = ConstantOfShape zeros', { value: [0] }),
    node('two = Concat none first first', { axis: 0 }),
    node('pads = Concat two one first', { axis: 0 }),
    node('padded = Pad image pads 0.0'),
    conv,
  ];
  expect(statedOnnx(fileOf(7, nodes))?.output.op).toMatchObject({ padding: { top: 0, left: 0, bottom: 3, right: 0 } });
});

test('what cannot be computed is named with the node that it comes out of', () => {
  const nodes = [
    node('odd = NonZero zeros'),
    node('pads = Cast odd', { to: 7 }),
    node('padded = Pad image pads 0.0'),
    conv,
  ];
  const [, pad] = statedOnnx(fileOf(96, nodes))?.nodes ?? [];
  expect(pad?.op).toEqual({ kind: 'unknown', what: 'Pad with what NonZero odd computes' });
});
