import { describe, expect, test } from 'vitest';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import { lazyTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';
import { recognise } from './recognise';

const zeros = (name: string, ...shape: readonly number[]) =>
  lazyTensor(name, shape, () => new Float32Array(shape.reduce((product, size) => product * size, 1)));

/** MobileNet V2 under names of one's own, without its classifier. */
const body = weightTensorsOf(builtGraph(mobileNetV2))
  .filter(({ name }) => !name.startsWith('classifier'))
  .map(({ name, shape }) =>
    zeros(`my.${name.replaceAll('.', '_').replace(/_(weight|bias|running_mean|running_var)$/, '.$1')}`, ...shape),
  );

const read = (...head: readonly StoredTensor[]) =>
  recognise({ format: 'pytorch', tensors: [...body, ...head] }, { fileName: 'mine.pth' });
const matrix = (name: string, rows: number, columns: number) => [
  zeros(`${name}.weight`, rows, columns),
  zeros(`${name}.bias`, rows),
];

describe('weights of MobileNet V2', () => {
  test('with a classifier fit', () => {
    expect(read(...matrix('fc', 10, 1280)).ok).toBe(true);
  });

  test('without one are read for their features', () => {
    const found = read();
    expect(found.ok ? found.value.options['classes'] : found.error).toBe(0);
  });

  test('that end even before their features are said to have no classifier', () => {
    const found = recognise({ format: 'pytorch', tensors: body.slice(0, -5) }, { fileName: 'mine.pth' });
    expect(found.ok ? '' : JSON.stringify(found.error)).toContain('a network without a classifier');
  });

  test('with a hidden layer before it name the option that reads them, which does', () => {
    const head = [...matrix('fc1', 128, 1280), ...matrix('fc2', 10, 128)];
    const found = read(...head);
    expect(found.ok ? '' : JSON.stringify(found.error)).toMatch(
      /fc1\.weight: a hidden layer of 128 units .*`--hidden 128`/,
    );
    const told = recognise(
      { format: 'pytorch', tensors: [...body, ...head] },
      { fileName: 'mine.pth', model: mobileNetV2, options: { hidden: 128 } },
    );
    expect(told.ok).toBe(true);
  });

  test('of which only the first half is there are told from one without a classifier', () => {
    const found = recognise({ format: 'pytorch', tensors: body.slice(0, body.length / 4) }, { fileName: 'mine.pth' });
    expect(found.ok ? '' : JSON.stringify(found.error)).not.toContain('without a classifier');
  });
});
