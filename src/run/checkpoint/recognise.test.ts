import { expect, test } from 'vitest';
import { modelById } from '../../nets/models/index';
import { valueOf } from '../fixtures/wasmExecutor';
import { parseSafetensors, writeSafetensors } from '../formats/safetensors/safetensors';
import { imageNetNormalisation } from '../frames/preprocess';
import { randomTensors } from '../weights/randomTensors';
import { orderedTensors } from '../weights/stateDict';
import { recognise } from './recognise';

const networks = [
  { id: 'efficientnet-lite0', choice: {} },
  { id: 'shufflenet-v1', choice: { groups: 8, width: 0.25 } },
  { id: 'mobilenet-v2', choice: { width: 0.35 } },
  { id: 'mobilenet-v3', choice: { size: 'small' } },
] as const;

test.each(networks)("$id is recognised by the app's own tensor names, without a manifest", ({ id, choice }) => {
  const graph = valueOf(valueOf(modelById(id)).build({ ...choice, classes: 7 }));
  const bytes = writeSafetensors(orderedTensors(graph, randomTensors(graph)), { dtype: 'F16' });
  const found = valueOf(recognise(valueOf(parseSafetensors(bytes)), { fileName: 'weights.safetensors' }));
  expect(found).toMatchObject({ naming: 'featherweight', model: { id } });
  expect(found.options).toMatchObject({ ...choice, classes: 7 });
  // The shipped weights of EfficientNet-Lite0 expect (value - 127) / 128.
  const around = { mean: [127, 127, 127].map((mean) => mean / 255), std: [128, 128, 128].map((std) => std / 255) };
  expect(found.normalisation).toEqual(id === 'efficientnet-lite0' ? around : imageNetNormalisation);
});

test('where no network fits any better than another, the error is about the first of the catalogue', () => {
  const filters = { name: 'a.weight', shape: [5, 3, 3, 3], data: new Float32Array(5 * 3 * 3 * 3) };
  const classifier = { name: 'b.weight', shape: [7, 5, 1, 1], data: new Float32Array(7 * 5) };
  const file = valueOf(parseSafetensors(writeSafetensors([filters, classifier], { dtype: 'F32' })));
  // SqueezeNet 1.0 begins with 96 filters of 7 x 7: Iandola et al., arXiv:1602.07360, table 1.
  expect(recognise(file, { fileName: 'unknown.safetensors' })).toEqual({
    ok: false,
    error: {
      code: 'weightsOfAnotherNetwork',
      tensor: 'conv1.conv.weight (a.weight in the file)',
      wanted: [96, 3, 7, 7],
      got: [5, 3, 3, 3],
    },
  });
});
