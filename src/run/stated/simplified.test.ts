import { describe, expect, test } from 'vitest';
import { clipped } from './activated';
import { scalar } from './affine';
import { elementwise, type Operand } from './operand';
import type { StatedNode, StatedOp } from './statedGraph';
import { statedGraphOf, statedLayers } from './statedGraphOf';
import { statedInput, statedNode } from './statedNode';
import { mapView, type View } from './view';

const image = statedInput('image', { height: 8, width: 8, channels: 3 });
const tensor = (name: string, ...shape: readonly number[]) => {
  return { name, shape, data: new Float32Array(shape.reduce((product, size) => product * size, 1)).fill(1) };
};
const none = { top: 0, left: 0, bottom: 0, right: 0 };
const window = { stride: [2, 2], dilation: [1, 1], padding: none } as const;
const conv = (from: StatedNode, more: Partial<Extract<StatedOp, { kind: 'conv' }>> = {}) =>
  statedNode('conv', { kind: 'conv', groups: 1, weight: tensor('w', 3, 3, 3, 3), ...window, ...more }, [from]);

const x = conv(image);
const map: Operand = { kind: 'view', view: mapView(x, 'channelsFirst') };
const constant = (value: number): Operand => ({ kind: 'constant', tensor: scalar('c', value) });

function viewOf(operand: Operand | undefined): View {
  if (operand?.kind !== 'view') throw new Error('no map');
  return operand.view;
}

const plus3 = () => viewOf(elementwise('plus', 'add', map, constant(3)));
const relu6 = (view: View) => clipped('relu6', view, 0, 6);
const times = (a: Operand, b: Operand) => elementwise('product', 'multiply', a, b);

/** relu6(x + 3) / 6 in the ways of PyTorch, Keras and their converters, and what each is of x. */
const hardSigmoids: readonly (readonly [string, () => Operand | undefined])[] = [
  ['divided by 6', () => elementwise('d', 'divide', relu6(plus3()), constant(6))],
  ['times a sixth, as 16 bits round it', () => times(relu6(plus3()), constant(0.16662598))],
  [
    'kept between 0 and 1',
    () => clipped('clip', viewOf(elementwise('s', 'add', viewOf2(times(map, constant(1 / 6))), constant(0.5))), 0, 1),
  ],
  [
    'with a maximum and a minimum',
    () =>
      elementwise(
        'd',
        'divide',
        clipped('min', viewOf(clipped('max', plus3(), 0, undefined)), undefined, 6),
        constant(6),
      ),
  ],
];

function viewOf2(operand: Operand | undefined): Operand {
  return { kind: 'view', view: viewOf(operand) };
}

test('a pool of one pixel that moves by one is nothing, and one that skips pixels is a pool', () => {
  const pool = { kernel: [1, 1], dilation: [1, 1], padding: none, isCeil: false } as const;
  expect(statedNode('p', { kind: 'averagePool', ...pool, stride: [1, 1], countsPadding: true }, [x])).toBe(x);
  expect(statedNode('p', { kind: 'maxPool', ...pool, stride: [2, 2] }, [x]).op.kind).toBe('maxPool');
});

describe('a hard sigmoid', () => {
  test.each(hardSigmoids)('%s is one', (_, spelled) => {
    const { node } = viewOf(spelled());
    expect(node.op).toEqual({ kind: 'activation', function: 'hardSigmoid' });
    expect(node.inputs).toEqual([x]);
  });

  test.each(hardSigmoids)('%s, times its input, is a hard swish', (_, spelled) => {
    const { node } = viewOf(times(map, viewOf2(spelled())));
    expect([node.op, node.inputs]).toEqual([{ kind: 'activation', function: 'hardSwish' }, [x]]);
  });

  test('may have its sixth after the product, or on the map', () => {
    const late = viewOf(elementwise('d', 'divide', viewOf2(times(map, relu6(plus3()))), constant(6)));
    const early = viewOf(times(viewOf2(times(map, constant(1 / 6))), relu6(plus3())));
    for (const { node } of [late, early]) {
      expect([node.op, node.inputs]).toEqual([{ kind: 'activation', function: 'hardSwish' }, [x]]);
    }
  });

  test('gives its +3 back to the bias into which a converter has folded it', () => {
    const folded = conv(image, { bias: { name: 'b', shape: [3], data: Float32Array.of(3, 4, 2) } });
    const gate = viewOf(times(relu6(mapView(folded, 'channelsFirst')), constant(1 / 6)));
    const graph = statedGraphOf(gate.node);
    expect(graph?.output.op).toEqual({ kind: 'activation', function: 'hardSigmoid' });
    const [layer] = graph === undefined ? [] : statedLayers(graph);
    expect([...(layer?.bias?.data ?? [])]).toEqual([0, 1, -1]);
  });
});

describe('a node', () => {
  const relu = (from: StatedNode) => statedNode('relu', { kind: 'activation', function: 'relu' }, [from]);
  const pad = (from: StatedNode, value: number) =>
    statedNode('pad', { kind: 'pad', padding: { ...none, bottom: 1, right: 1 }, value }, [from]);
  const maxPool = (from: StatedNode) =>
    statedNode('pool', { kind: 'maxPool', kernel: [3, 3], isCeil: false, ...window }, [from]);

  test('takes in the zeros before it', () => {
    expect(conv(pad(image, 0))).toMatchObject({ op: { padding: { top: 0, bottom: 1 } }, inputs: [image] });
    const average = statedNode(
      'mean',
      { kind: 'averagePool', kernel: [3, 3], isCeil: false, countsPadding: false, ...window },
      [pad(image, 0)],
    );
    expect(average).toMatchObject({ op: { padding: { bottom: 1 }, countsPadding: true }, inputs: [image] });
  });

  test('keeps a padding that changes what it sees', () => {
    expect(conv(pad(image, 1)).inputs[0]?.op.kind).toBe('pad');
    expect(maxPool(pad(image, 0)).inputs[0]?.op.kind).toBe('pad');
    expect(maxPool(pad(relu(image), 0)).inputs[0]?.op.kind).toBe('activation');
    expect(maxPool(pad(image, -Infinity)).inputs).toEqual([image]);
  });

  test('is swish where x meets its sigmoid, and no relu after what is not negative', () => {
    const gate = statedNode('gate', { kind: 'activation', function: 'sigmoid' }, [x]);
    expect(statedNode('m', { kind: 'multiply' }, [gate, x]).op).toEqual({ kind: 'activation', function: 'swish' });
    expect(statedNode('m', { kind: 'multiply' }, [gate, image]).op).toEqual({ kind: 'multiply' });
    expect(relu(maxPool(relu(x))).op.kind).toBe('maxPool');
    expect(relu(maxPool(x)).op.kind).toBe('activation');
  });
});

test('factors and sums for each channel go into the layer before them', () => {
  const scaled = statedNode('s', { kind: 'affine', scale: scalar('two', 2), shift: scalar('one', 1) }, [
    conv(image, { bias: { name: 'b', shape: [3], data: Float32Array.of(1, 2, 3) } }),
  ]);
  const graph = statedGraphOf(scaled);
  const [layer] = graph === undefined ? [] : statedLayers(graph);
  expect([graph?.nodes.length, [...(layer?.bias?.data ?? [])], layer?.weight.data[0]]).toEqual([2, [3, 5, 7], 2]);
});

test('channels that are scaled one by one and joined again are scaled as a whole', () => {
  const part = (channel: number) => {
    const slice = statedNode('slice', { kind: 'channelSlice', from: channel, to: channel + 1 }, [image]);
    const scaled = statedNode('s', { kind: 'affine', scale: scalar('f', channel + 2) }, [slice]);
    return statedNode('t', { kind: 'affine', shift: scalar('t', channel) }, [scaled]);
  };
  const { op, inputs } = statedNode('joined', { kind: 'concat' }, [0, 1, 2].map(part));
  expect(inputs).toEqual([image]);
  if (op.kind !== 'affine') throw new Error(op.kind);
  expect([[...(op.scale?.data ?? [])], [...(op.shift?.data ?? [])]]).toEqual([
    [2, 3, 4],
    [0, 1, 2],
  ]);
  expect(statedNode('swapped', { kind: 'concat' }, [1, 0, 2].map(part)).op.kind).toBe('concat');
});
