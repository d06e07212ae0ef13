import { expect, test } from 'vitest';
import { besideOf, mainFileOf } from './givenFiles';

const file = (name: string, text = '') => {
  return { name, read: () => Promise.resolve(new TextEncoder().encode(text)) };
};

const model = file('model.json', '{"format": "layers-model", "modelTopology": {}, "weightsManifest": []}');

test('of an export of tfjs, in any order, the file that describes the network is the main one', async () => {
  const others = [file('metadata.json', '{"labels": []}'), file('weights.bin'), file('photo.h5')];
  expect(await mainFileOf([...others, model])).toBe(model);
  expect(await mainFileOf([model, ...others])).toBe(model);
});

test('of weights and what describes them, the weights are the main file', async () => {
  const weights = file('model.safetensors');
  expect(await mainFileOf([file('config.json', '{}'), file('preprocessor_config.json', '{}'), weights])).toBe(weights);
  const exported = file('net.onnx');
  expect(await mainFileOf([file('net.onnx.data'), file('weights.bin'), exported])).toBe(exported);
});

test('a file alone is the main one, and of no files there is none', async () => {
  const only = file('anything');
  expect(await mainFileOf([only])).toBe(only);
  expect(await mainFileOf([])).toBeUndefined();
});

test('what lies beside a file is found by its name without folders', async () => {
  const beside = besideOf([file('export/weights.bin', 'w'), file('labels.txt', 'l')]);
  expect(await beside('weights.bin')).toEqual(new TextEncoder().encode('w'));
  expect(await beside('../../labels.txt')).toEqual(new TextEncoder().encode('l'));
  expect(await beside('other.bin')).toBeNull();
});
