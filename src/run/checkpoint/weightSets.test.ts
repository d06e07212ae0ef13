import { expect, test } from 'vitest';
import { valueAt } from '../../nets/graph';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import { valueOf } from '../fixtures/wasmExecutor';
import { parseSafetensors, writeSafetensors } from '../formats/safetensors/safetensors';
import { randomTensors } from '../weights/randomTensors';
import { recogniseSet } from './weightSets';

const options = { fileName: 'two.safetensors', model: mobileNetV2 };
const graph = valueOf(mobileNetV2.build({ width: 0.35, classes: 7 }));
const values = randomTensors(graph);
const named = (prefix: string) =>
  weightTensorsOf(graph).map(({ name }) => {
    const { shape, data } = valueAt(values, name);
    return { name: `${prefix}${name}`, shape, data };
  });
const unknown = (prefix: string) =>
  Object.entries({ 'conv1.weight': [8, 3, 7, 7], 'layer1.weight': [8, 8, 3, 3], 'fc.weight': [10, 8] }).map(
    ([name, shape]) => ({ name: `${prefix}${name}`, shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) }),
  );

function read(tensors: ReturnType<typeof named>, key?: string) {
  const file = valueOf(parseSafetensors(writeSafetensors(tensors, { dtype: 'F16' })));
  return recogniseSet(file, options, key);
}

test('which of two networks in one file is meant is asked', () => {
  const { settings } = valueOf(read([...named('net_a.'), ...named('net_b.')]));
  expect(settings[0]).toEqual({
    ...{ name: 'weights', value: 'net_a', choices: ['net_a', 'net_b'] },
    ...{ from: 'assumed', isOpen: true },
  });
});

test('the chosen one is read', () => {
  const { settings, tensors } = valueOf(read([...unknown('net_a.'), ...named('net_b.')], 'net_b'));
  expect(settings[0]).toMatchObject({ name: 'weights', value: 'net_b', from: 'chosen' });
  expect(tensors.size).toBe(weightTensorsOf(graph).length);
});

test('where only one fits a network, it is read, and what lies beside it is told', () => {
  const { settings, notes } = valueOf(read([...unknown('D.'), ...named('G.')]));
  expect(settings[0]).toMatchObject({ name: 'weights', value: 'G', from: 'file', choices: ['D', 'G'] });
  expect(notes).toContainEqual({ kind: 'setTaken', taken: 'G', beside: ['D'] });
});

test.each([
  [[...named('net_a.'), ...named('net_b.')], 'wanted net_a or net_b'],
  [named(''), 'wanted the file has only one'],
])('a set that is not there is refused with those that are', (tensors, wanted) => {
  const error = {
    code: 'badSetting',
    setting: 'weights-key',
    got: 'ema',
    detail: `weights-key: no such weights (got ema, ${wanted})`,
  };
  expect(read(tensors, 'ema')).toEqual({ ok: false, error });
});
