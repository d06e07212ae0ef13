import { expect, test } from 'vitest';
import { besideOf, mainFileOf, severalNetworks } from './givenFiles';

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

test('several networks are named, and which is meant is not guessed', () => {
  const [first, second] = [file('runs/a.pth'), file('b.pth')];
  expect(severalNetworks([first, second], first)).toBe(
    'several networks (a.pth, b.pth), of which only one is read: unpack it and give one of them',
  );
  const safe = file('hub/model.safetensors');
  expect(severalNetworks([safe, file('old/pytorch_model.bin')], safe)).toContain('pytorch_model.bin');
  expect(severalNetworks([model, file('other.h5')], model)).toContain('other.h5');
});

test('what belongs to one network is no second one', () => {
  const safe = file('hub/model.safetensors');
  const others = ['hub/pytorch_model.bin', 'hub/tf_model.h5', 'hub/optimizer.pt', 'hub/._model.safetensors'];
  expect(severalNetworks([...others.map((name) => file(name)), safe, file('photo.jpg')], safe)).toBeUndefined();
  const exported = file('net.onnx');
  expect(severalNetworks([exported, file('net.onnx.data'), file('weights.bin')], exported)).toBeUndefined();
});
