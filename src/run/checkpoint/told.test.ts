import { expect, test } from 'vitest';
import { modelById } from '../../nets/models/index';
import { valueOf } from '../fixtures/wasmExecutor';
import { readingBudget } from '../formats/bytes/budget';
import { besideOf } from '../formats/givenFiles';
import { parseSafetensors } from '../formats/safetensors/safetensors';
import { parseTensorFile } from '../formats/parseTensorFile';
import { parseTfjs } from '../formats/tfjs/tfjs';
import { randomFile } from './fixtures/randomFile';
import { seededPth } from './fixtures/seededFile';
import { teachableMachineFiles } from './fixtures/teachableMachineFiles';
import { layersOf } from './layersOf';
import { recognise } from './recognise';
import { weightTensorsOf } from '../../nets/weights/weightTensors';

const options = { width: 0.35, classes: 7 };
const graph = valueOf(valueOf(modelById('mobilenet-v2')).build(options));
/** MobileNet V2 under names of other code, in the order of execution. */
const lines = weightTensorsOf(graph).map(({ name, shape }) =>
  [name.replaceAll('.', '_').replace(/_(weight|bias|running_mean|running_var)$/, '.$1'), ...shape].join(' '),
);

test('a config.json of another network is told, and not followed', async () => {
  const bytes = seededPth(lines);
  const file = valueOf(await parseTensorFile(bytes, 'mine.pth'));
  const config = { architecture: 'resnet50', normalisation: { mean: [0, 0, 0], std: [1, 1, 1] } } as const;
  const { notes, normalisation } = valueOf(recognise(file, { fileName: 'mine.pth', config }));
  expect(notes).toContainEqual({ kind: 'configOfAnother', says: 'resnet50' });
  expect(normalisation).not.toEqual(config.normalisation);
});

test("what a file with the app's own names assumes of pixels is told", () => {
  const file = valueOf(parseSafetensors(randomFile('mobilenet-v2', options)));
  const { settings } = valueOf(recognise(file, { fileName: 'weights.safetensors', options: { resolution: 96 } }));
  expect(settings.map(({ name, value, from }) => [name, value, from])).toEqual([
    ['mean', '0.485,0.456,0.406', 'assumed'],
    ['std', '0.229,0.224,0.225', 'assumed'],
    ['resolution', '96', 'chosen'],
  ]);
});

test("Teachable Machine's Keras export scales pixels as the code beside it does; without labels it is any other", async () => {
  const files = teachableMachineFiles(['cup', 'pen', 'book'], 96);
  const beside = besideOf(files);
  const model = (await beside('model.json')) ?? new Uint8Array();
  const { network, tensors } = valueOf(await parseTfjs(model, 'model.json', readingBudget(10_000_000), beside));
  if (!('layers' in network)) throw new Error('no Keras model');
  const keras = { format: 'keras', layers: [], tensors, model: network.layers } as const;
  const packed = valueOf(layersOf({ ...keras, labels: ['cup', 'pen', 'book'] }));
  expect(packed.normalisation?.mean[0]).toBe(0.5);
  expect(packed.normalisation?.std[0]).toBe(0.5);
  expect(valueOf(layersOf(keras)).normalisation).toBeUndefined();
});
