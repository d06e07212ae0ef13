import { describe, expect, test } from 'vitest';
import { denseTensor, lazyTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';
import { fromChannelsLast, fromDepthwise, fromHwio, fromInOut, fromOhwi } from '../stated/axes';
import { namesOf, tensor } from './fixtures/storedLayers';
import { byExecution } from './executionOrder';
import torchvisionCases from './fixtures/torchvisionLogits.json';
import { pytorchLayers } from './pytorchLayers';
import { recognise } from './recognise';

describe('axes in the order of PyTorch', () => {
  /** Every value is its own place in the file, so what moves where can be counted by hand. */
  test('come from height x width x in x out', () => {
    const { shape, data } = fromHwio(tensor('kernel', 1, 2, 2, 3));
    expect(shape).toEqual([3, 2, 1, 2]);
    expect([...data]).toEqual([0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11]);
  });

  test('come from out x height x width x in', () => {
    const { shape, data } = fromOhwi(tensor('kernel', 2, 1, 2, 3));
    expect(shape).toEqual([2, 3, 1, 2]);
    expect([...data]).toEqual([0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);
  });

  test('come from a depthwise kernel with a multiplier, channel by channel', () => {
    const { shape, data } = fromDepthwise(tensor('kernel', 1, 2, 2, 2));
    expect(shape).toEqual([4, 1, 1, 2]);
    expect([...data]).toEqual([0, 4, 1, 5, 2, 6, 3, 7]);
  });

  test('come from in x out', () => {
    const { shape, data } = fromInOut(tensor('kernel', 2, 3));
    expect([shape, [...data]]).toEqual([
      [3, 2],
      [0, 3, 1, 4, 2, 5],
    ]);
  });

  const ofMap = { height: 1, width: 2, channels: 2 };
  const stored = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  test.each([
    ['in memory', tensor('kernel', 4, 2)],
    ['in the file', denseTensor('kernel', [4, 2], 'U8', stored)],
  ])('come from in x out, where the inputs are a map by row, column, channel, %s', (_, kernel) => {
    const { shape, data } = fromChannelsLast(fromInOut(kernel), ofMap);
    expect([shape, [...data]]).toEqual([
      [2, 4],
      [0, 4, 2, 6, 1, 5, 3, 7],
    ]);
  });
});

describe('the order of execution, from names that are sorted', () => {
  const orderOf = (...paths: readonly string[]) =>
    byExecution(paths.toSorted().map((path) => ({ path }))).map(({ path }) => path);

  /** `timm.create_model('efficientnet_lite0')` and `legacy_xception`, `torchvision.models`: as `named_modules` lists them. */
  test.each([
    [
      'timm',
      [
        'conv_stem',
        'bn1',
        'blocks.0.0.conv_dw',
        'blocks.0.0.bn1',
        'blocks.0.0.se.conv_reduce',
        'blocks.0.0.se.conv_expand',
        'blocks.0.0.conv_pw',
        'blocks.0.0.bn2',
        'blocks.1.0.conv_pw',
        'blocks.1.0.bn1',
        'blocks.1.0.conv_dw',
        'blocks.1.0.bn2',
        'blocks.1.0.conv_pwl',
        'blocks.1.0.bn3',
        'conv_head',
        'bn2',
        'classifier',
      ],
    ],
    [
      "torchvision's numbers",
      ['features.0.0', 'features.0.1', 'features.2.conv.0.0', 'features.10.conv.0.0', 'classifier.1'],
    ],
    [
      "timm's Xception",
      [
        'conv1',
        'bn1',
        'conv2',
        'bn2',
        'block1.skip',
        'block1.skipbn',
        'block1.rep.0.conv1',
        'block2.skip',
        'block2.skipbn',
        'block12.skip',
        'conv3.conv1',
        'conv3.pointwise',
        'bn3',
        'conv4.conv1',
        'bn4',
        'fc',
      ],
    ],
    [
      "torchvision's Inception",
      [
        'Conv2d_1a_3x3.conv',
        'Conv2d_1a_3x3.bn',
        'Mixed_5b.branch1x1.conv',
        'Mixed_5b.branch5x5_1.conv',
        'Mixed_5b.branch5x5_2.conv',
        'Mixed_5b.branch3x3dbl_1.conv',
        'Mixed_5b.branch_pool.conv',
        'fc',
      ],
    ],
    [
      "torchvision's ShuffleNet",
      ['conv1.0', 'stage2.0.branch1.0', 'stage2.0.branch2.0', 'stage3.0.branch1.0', 'conv5.0', 'fc'],
    ],
  ])('is that of %s', (_, paths) => {
    expect(orderOf(...paths)).toEqual(paths);
  });
});

describe('the layers of a state dict', () => {
  test('whose names go down are in the order of their names', () => {
    const paths = Array.from({ length: 12 }, (_, index) => `features.${index}`);
    const layers = paths.map((path) => tensor(`${path}.weight`, 2, 2));
    const sorted = layers.toSorted((a, b) => (a.name < b.name ? 1 : -1));
    const [order = []] = pytorchLayers(sorted, { isSorted: false }).orders;
    expect(order.map(({ weight }) => weight.name)).toEqual(layers.map(({ name }) => name));
  });

  const statistics = (path: string) =>
    ['weight', 'bias', 'running_mean', 'running_var'].map((part) => tensor(`${path}.${part}`, 4));

  test.each([
    ['numbers', ['conv1', 'bn1', 'conv2', 'bn2']],
    ['kinds', ['depthwise', 'batch_norm']],
  ])('that are sorted with batch norms before their convolutions are joined by their %s', (_, names) => {
    const paths = ['stage0', 'stage1'].flatMap((stage) => names.map((name) => `${stage}.${name}`));
    const tensors = paths.flatMap((path) =>
      /bn|norm/.test(path) ? statistics(path) : [tensor(`${path}.weight`, 4, 4, 1, 1)],
    );
    const sorted = tensors.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const orders = pytorchLayers(sorted, { isSorted: true }).orders;
    expect(orders.map((order) => order.map(({ weight, norm }) => [weight.name, norm?.mean.name]))).toContainEqual(
      paths.flatMap((path, index) =>
        index % 2 === 0 ? [[`${path}.weight`, `${paths[index + 1] ?? ''}.running_mean`]] : [],
      ),
    );
  });

  test('join each batch norm with the layer before it, and leave out what only training uses', () => {
    const layers = pytorchLayers(
      [
        tensor('conv.weight', 4, 3, 1, 1),
        ...statistics('bn'),
        tensor('AuxLogits.fc.weight', 9, 9),
        tensor('fc.weight', 2, 4),
        tensor('fc.bias', 2),
      ],
      { isSorted: false },
    );
    expect(namesOf(layers)).toEqual([
      ['conv.weight', 'bn.running_mean'],
      ['fc.weight', 'fc.bias'],
    ]);
  });

  test.each([
    ['conv_stem', 'timm'],
    ['_conv_stem', 'lukemelas'],
    ['first_conv.0', 'megvii'],
    ['features.0', 'pytorch'],
  ])('with %s are named as %s names them', (path, naming) => {
    expect(pytorchLayers([tensor(`${path}.weight`, 4, 3, 1, 1)], { isSorted: false }).naming).toBe(naming);
  });

  const stem = (...paths: readonly string[]) => paths.map((path) => tensor(`${path}.weight`, 4, 4, 1, 1));

  test('keep the order of their parameters where all buffers follow, and not that of their names', () => {
    const [own, buffers] = [statistics('two.bn').slice(0, 2), statistics('two.bn').slice(2)];
    const layers = pytorchLayers([...stem('two.a'), ...own, ...stem('one'), ...buffers], { isSorted: false });
    expect(namesOf(layers).map(([weight]) => weight)).toEqual(['two.a.weight', 'one.weight']);
    expect(layers.notes).toEqual([]);
  });

  test('say that the order is that of their names where words of the same shapes could be swapped', () => {
    const assumed = [{ kind: 'orderAssumed' }];
    expect(pytorchLayers(stem('one', 'two'), { isSorted: true }).notes).toEqual(assumed);
    expect(pytorchLayers(stem('block.1', 'block.2'), { isSorted: true }).notes).toEqual([]);
    expect(pytorchLayers(stem('two', 'one'), { isSorted: false }).notes).toEqual([]);
  });

  test.each([
    ['Conv2d', [1, 1], 'symmetric'],
    ['Conv2dSame', [0, 0], 'same'],
  ])("of timm, saved whole with a %s, tell timm's two kinds apart", (name, padding, wanted) => {
    const attributes = new Map([
      ['stride', [2, 2]],
      ['padding', padding],
    ]);
    const modules = [{ path: 'conv_stem', className: `timm.layers.${name}`, attributes }];
    const layers = pytorchLayers([tensor('conv_stem.weight', 4, 3, 3, 3)], { isSorted: false, modules });
    expect(layers.padding).toBe(wanted);
  });

  test('that are no list of layers are refused', () => {
    expect(() => pytorchLayers(statistics('bn'), { isSorted: false })).toThrow(
      'bn: batch norm that follows no convolution',
    );
    const twice = [tensor('conv.weight', 4, 3, 1, 1), ...statistics('bn1'), ...statistics('bn2')];
    expect(() => pytorchLayers(twice, { isSorted: false })).toThrow('bn2: batch norm that follows no convolution');
    expect(() => pytorchLayers([tensor('scale.weight', 4)], { isSorted: false })).toThrow(
      'scale: neither a convolution',
    );
  });
});

/** Hugging Face keeps torchvision's networks as safetensors, whose tensors are in alphabetical order. */
test.each(torchvisionCases)("torchvision's $function is recognised from a sorted file, by its shapes", (known) => {
  const tensors = known.tensors.toSorted().map((line): StoredTensor => {
    const [name = '', ...sizes] = line.split(' ');
    const shape = sizes.map(Number);
    // Zeros without memory of their own: only shapes are read.
    return lazyTensor(name, shape, () => new Float32Array(shape.reduce((product, size) => product * size, 1)));
  });
  const found = recognise({ format: 'safetensors', tensors, metadata: {} }, { fileName: 'model.safetensors' });
  expect(found).toMatchObject({ ok: true, value: { model: { id: known.net }, options: known.options } });
});
